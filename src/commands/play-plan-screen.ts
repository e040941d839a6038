/** What applying a file of plays changes: shown to a person, told to a program. */
import type { Context } from '../context.ts';
import type { PlayPlan } from '../followups/plays/play-plan.ts';
import type { Cell } from '../output/table.ts';
import { visible } from '../output/visible.ts';

/** On a terminal the keys that change; for a program a row for each of these, and one for whatever is unchanged. */
export async function showPlayPlan(context: Context, { plays, policy }: PlayPlan) {
  const { words, rowWords, io } = context;
  const all = [
    ...(policy ? [{ ...policy, name: rowWords.plays.policy }] : []),
    ...plays.map((one) => ({ ...one, name: one.play.name })),
  ];
  if (context.format === 'table') {
    const text = all
      .filter(({ change }) => change !== 'unchanged')
      .map(({ name, change, keys }) => {
        const lines = keys.flatMap(({ key, before, after }) => [
          ...(before === null ? [] : [`  - ${key}: ${visible(before)}\n`]),
          ...(after === null ? [] : [`  + ${key}: ${visible(after)}\n`]),
        ]);
        return [`${io.out.style.bold(visible(name))}: ${words.plays.changes[change]}\n`, ...lines].join('');
      });
    await io.write(text.join(''));
    return undefined;
  }
  const { writeTable } = await import('../output/write-table.ts');
  return writeTable(context, {
    columns: [
      { name: 'change', kind: 'text' },
      { name: 'name', kind: 'text' },
      { name: 'key', kind: 'text' },
      { name: 'before', kind: 'text' },
      { name: 'after', kind: 'text' },
    ],
    rows: all.flatMap(({ name, change, keys }): Cell[][] =>
      keys.length === 0
        ? [[change, name, null, null, null]]
        : keys.map(({ key, before, after }) => [change, name, key, before, after]),
    ),
  });
}
