/** What applying a file of segments changes: shown to a person, told to a program. */
import type { Context } from '../context.ts';
import type { Cell } from '../output/table.ts';
import { visibleLines } from '../output/visible.ts';
import type { PlannedSegment, SegmentPlan } from '../segments/segment-plan.ts';

/** On a terminal the lines that go and come; for a program one row per segment of the file. */
export async function showPlan(context: Context, { segments }: SegmentPlan) {
  if (context.format === 'table') {
    await context.io.write(
      segments
        .filter(({ change }) => change !== 'unchanged')
        .map((one) => lines(context, one))
        .join(''),
    );
    return undefined;
  }
  const { writeTable } = await import('../output/write-table.ts');
  return writeTable(context, {
    columns: [
      { name: 'change', kind: 'text' },
      { name: 'name', kind: 'text' },
      { name: 'where_before', kind: 'text' },
      { name: 'where', kind: 'text' },
      { name: 'aim_before', kind: 'text' },
      { name: 'aim', kind: 'text' },
    ],
    rows: segments.map(({ change, name, where, aim, before }): Cell[] => [
      change,
      name,
      before?.where ?? null,
      where,
      before?.aim ?? null,
      aim,
    ]),
  });
}

function lines({ words, io }: Context, { change, name, where, aim, before }: PlannedSegment): string {
  const { segments, savedSegments } = words;
  const marked = (sign: string, label: string, text: string | null | undefined) =>
    text
      ? visibleLines(text)
          .split('\n')
          .map((line, index) => `  ${sign} ${index === 0 ? `${label}: ` : '  '}${line}\n`)
      : [];
  const changed = (label: string, was: string | null | undefined, is: string | null) =>
    was === is ? [] : [...marked('-', label, was), ...marked('+', label, is)];
  return [
    `${io.out.style.bold(name)}: ${savedSegments.changes[change]}\n`,
    ...changed(segments.show.query, before?.where, where),
    ...changed(segments.show.aim, before?.aim, aim),
  ].join('');
}
