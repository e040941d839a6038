/** Who joined and who left, as rows, and how many with what net. */
import type { Context } from '../context.ts';
import { amount } from '../output/amounts.ts';
import type { Cell, Column } from '../output/table.ts';
import type { Change } from '../segments/diff.ts';

/** Changes of one segment since a day. */
export interface Moves {
  readonly segment: string;
  readonly since: string;
  readonly changes: readonly Change[];
  readonly currency: string;
}

const COLUMNS: readonly Column[] = [
  { name: 'change', kind: 'text' },
  { name: 'customer_id', kind: 'integer' },
  { name: 'name', kind: 'text' },
  { name: 'reason', kind: 'text' },
  { name: 'detail', kind: 'text' },
];

/** `withSegment` names the segment of each row. */
export async function writeMoves(context: Context, moves: readonly Moves[], withSegment: boolean) {
  const { writeTable } = await import('../output/write-table.ts');
  const { snapshots } = context.words;
  const word = (known: Readonly<Record<string, string>>, name: string) =>
    context.format === 'table' ? (known[name] ?? name) : name;
  return writeTable(
    context,
    {
      columns: withSegment ? [{ name: 'segment', kind: 'text' }, ...COLUMNS] : COLUMNS,
      rows: moves.flatMap(({ segment, changes }) =>
        changes.map(({ change, customer, name, reason, detail }): Cell[] => [
          ...(withSegment ? [segment] : []),
          word(snapshots.changes, change),
          customer,
          name,
          word(snapshots.reasons, reason),
          detail,
        ]),
      ),
    },
    { empty: snapshots.nobodyMoved },
  );
}

export function tellMoves({ io, words }: Context, { segment, since, changes, currency }: Moves): void {
  const { snapshots } = words;
  const of = (change: Change['change']) => {
    const those = changes.filter((one) => one.change === change);
    return snapshots[change](
      those.length,
      amount(
        those.reduce((sum, { net }) => sum + net, 0),
        currency,
      ),
    );
  };
  io.say(snapshots.summary(segment, since, of('joined'), of('left')));
}
