/** Today's follow-ups as a list a person works through. */
import type { Context } from '../context.ts';
import type { Planned } from '../followups/plan.ts';
import type { Population } from '../measures/population.ts';
import { renderFields } from '../output/fields.ts';
import { shellLine } from '../output/shell-word.ts';
import { term } from '../output/term.ts';
import { visibleLines } from '../output/visible.ts';
import type { Archive } from '../store/open.ts';
import { archiveFlag } from './archive-flag.ts';

export async function callSheet(
  context: Context,
  archive: Archive,
  population: Population,
  planned: readonly Planned[],
): Promise<string> {
  const { personRow } = await import('../followups/queries.ts');
  const { io, words } = context;
  const { followups } = words;
  const { sheet } = followups;
  return planned
    .map((row) => {
      const person = personRow(archive, row.customer, population.asOf);
      const play = followups.plays[row.play.name];
      const name = person?.name ?? person?.account ?? `#${row.customer}`;
      const title = io.out.style.bold(visibleLines(`${name}  ·  ${row.play.name}`));
      const fields = renderFields(
        [
          [`  ${sheet.reach}`, `${term(words, row.channel)} ${row.address}`],
          [`  ${sheet.why}`, play?.why(row.due)],
          [
            `  ${sheet.bought}`,
            person?.last_items ? followups.boughtLast(person.last_items, person.last_order_date ?? '') : undefined,
          ],
          [`  ${sheet.say}`, play?.say],
          [`  ${sheet.done}`, shellLine(['regulars', 'followup', 'done', row.id, ...archiveFlag(context)]), 'whole'],
        ],
        io.out,
      );
      return `${title}\n${fields}`;
    })
    .join('\n');
}
