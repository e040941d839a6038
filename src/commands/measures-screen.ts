/** `regulars measures` for a person: definitions, rules, then the figures of the day. */
import type { Context } from '../context.ts';
import type { Population } from '../measures/population.ts';
import { RFM_GRID } from '../measures/rfm.ts';
import { GAP_WITHOUT_DATA } from '../measures/rhythm.ts';
import { renderFields } from '../output/fields.ts';
import { FIELDS } from '../segments/fields.ts';
import { bandText, cutText } from './segment-rule.ts';

export function screen(
  context: Context,
  population: Population | undefined,
  counts: Readonly<Record<string, Readonly<Record<string, number>>>> | undefined,
): string {
  const { io, words } = context;
  const { measures } = words.segments;
  const { bold } = io.out.style;
  const parts = [
    bold(measures.definitions),
    renderFields(
      FIELDS.filter(({ sql, name }) => sql?.startsWith('m.') && name !== 'customer_id').map(({ name }) => [
        `  ${name}`,
        words.fields[name],
      ]),
      io.out,
    ),
    bold(measures.rules),
    renderFields(
      [
        ['  counting', measures.countingRule],
        ['  rhythm', measures.rhythmRule],
        ['  rfm_group', `${measures.rfmRule}\n${grid()}`],
        ['  lifecycle_stage', measures.lifecycleRule],
        ['  value_band', measures.valueRule],
      ],
      io.out,
    ),
  ];
  if (population && counts) {
    const gap = population.shopMedianGapDays;
    const listed = (name: string) =>
      Object.entries(counts[name] ?? {})
        .map(([level, customers]) => `${level} ${customers}`)
        .join(', ');
    parts.push(
      bold(measures.today),
      renderFields(
        [
          [`  ${measures.asOf}`, population.asOf],
          [`  ${measures.customers}`, measures.customersText(population.customers, population.counting)],
          [
            `  ${measures.gap}`,
            gap === null ? measures.gapAssumed(GAP_WITHOUT_DATA) : measures.gapText(Number(gap.toFixed(1))),
          ],
          ['  rfm', cutText(words, population)],
          ['  value_band', bandText(words, population)],
          ...Object.keys(counts).map((name): [string, string] => [`  ${name}`, listed(name)]),
        ],
        io.out,
      ),
    );
    for (const [currency, { orders, rate, day }] of Object.entries(population.converted))
      parts.push(`${words.rates.converted(orders, currency, population.currency, rate, day)}\n`);
    for (const [currency, orders] of Object.entries(population.otherCurrencies))
      parts.push(`${measures.otherCurrency(orders, currency)}\n`);
  }
  return parts.join('\n');
}

function grid(): string {
  return RFM_GRID.map(
    (row, index) => `R${index + 1}: ${row.map((group, frequency) => `F${frequency + 1} ${group}`).join(', ')}`,
  ).join('\n');
}
