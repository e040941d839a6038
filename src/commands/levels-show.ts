import type { Context } from '../context.ts';
import type { Lacking } from '../levels/lacking.ts';
import type { Level } from '../levels/queries.ts';
import type { Population } from '../measures/population.ts';
import type { MeasuresRow } from '../measures/queries.ts';
import type { Archive } from '../store/open.ts';
import { command } from './command.ts';
import { wantsDocument } from './document.ts';
import { wordingBrokenLevels } from './levels-of.ts';
import { tellStaleLevels } from './stale-levels.ts';

export const levelsShow = command({
  path: 'levels show <who>',
  summary: { en: 'the level of a customer, why, until when, and the next', zh: '客户的等级、原因、保留期和下一级' },
  examples: ['regulars levels show 淘小茶', 'regulars levels show ann@example.com --as-of 2026-06-30 --json'],
  options: {},
  rows: true,
  async run(context, [who = '']) {
    const { levels: words } = context.words;
    const { requireCustomer } = await import('./who.ts');
    const archive = await context.archive('read');
    const customer = await requireCustomer(context, archive, who, (number) => `regulars levels show ${number}`);
    const { customerRow } = await import('../customers/queries.ts');
    const { levels } = await import('../levels/queries.ts');
    const { ruleText } = await import('../levels/rule-of-level.ts');
    const { nextLevel, sinceWhen, standings } = await import('../levels/standing.ts');
    const { missingDays } = await import('../levels/refresh-levels.ts');
    const { evaluatedDays } = await import('../levels/spell-queries.ts');
    const { gather } = await import('../measures/gather.ts');
    const { measuresOf } = await import('../measures/queries.ts');
    const population = gather(archive, context.today(archive));
    const all = levels(archive);
    const standing = (await wordingBrokenLevels(context, () => standings(archive, population))).get(customer);
    const rule = all.find((level) => level.name === standing?.level);
    const next = nextLevel(all, standing?.level);
    const lacking = next && (await lackingFor(archive, next, measuresOf(archive, customer), population));
    const { changedFrom = '9999' } = missingDays(archive, population.asOf);
    // A day of which something else is known by now was never asked as it is.
    const kept = new Map([...evaluatedDays(archive)].filter(([day]) => day < changedFrom));
    const since = standing && sinceWhen(archive, customer, standing, { ...population, kept });
    const name = customerRow(archive, customer)?.name ?? null;
    await tellStaleLevels(context, archive);
    if (wantsDocument(context)) {
      const { writeJson } = await import('../output/write-json.ts');
      await writeJson(context, {
        customer_id: customer,
        name,
        as_of: population.asOf,
        level: standing?.level ?? null,
        since: since?.day ?? null,
        is_since_known: since?.isKnown ?? null,
        rule: rule ? ruleText(rule) : null,
        last_satisfied: standing?.satisfied ?? null,
        until: standing?.until ?? null,
        next: next?.name ?? null,
        missing: lacking?.map(({ field, operator, needed, have }) => ({ field, operator, needed, have })) ?? null,
        currency: population.currency,
      });
      return undefined;
    }
    const { renderFields } = await import('../output/fields.ts');
    const text = rule ? ruleText(rule) : '';
    const shown = words.labels;
    await context.io.write(
      renderFields(
        [
          [shown.customer, context.words.cards.person(name, customer)],
          [shown.level, standing?.level ?? words.hasNone(name ?? `#${customer}`)],
          [shown.since, since && words.since(since.day, since.isKnown)],
          [
            shown.why,
            standing && (standing.until === null ? words.holds(text) : words.grace(text, standing.satisfied)),
          ],
          [shown.until, standing?.until ? words.until(standing.until) : undefined],
          [shown.next, next && words.nextIs(next.name, await lackingText(context, lacking, population))],
        ],
        context.io.out,
      ),
    );
    return undefined;
  },
});

async function lackingFor(
  archive: Archive,
  { segment, condition }: Level,
  measures: MeasuresRow | undefined,
  { currency }: Population,
): Promise<readonly Lacking[] | undefined> {
  const { definitionOf } = await import('../segments/definitions.ts');
  const { lackingOf } = await import('../levels/lacking.ts');
  const { exponentOf } = await import('../values/exponents.ts');
  const source = condition ?? definitionOf(archive, segment ?? '')?.where;
  return source === undefined ? undefined : lackingOf(source, measures, 10 ** exponentOf(currency));
}

async function lackingText(
  { words }: Context,
  lacking: readonly Lacking[] | undefined,
  { currency }: Population,
): Promise<string> {
  const { amount } = await import('../output/amounts.ts');
  return (lacking ?? [])
    .map(({ field, operator, needed, have, isMoney }) => {
      const shown = (value: number) => (isMoney ? amount(value, currency) : String(Math.round(value * 1000) / 1000));
      return words.levels.missing(field, `${operator} ${shown(needed)}`, shown(have ?? 0));
    })
    .join(words.common.between);
}
