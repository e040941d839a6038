/** Everything held on a person as a text to hand to them. */
import type { Context } from '../context.ts';
import { amount } from '../output/amounts.ts';
import { isoInstant } from '../values/iso-instant.ts';
import { renderFields } from '../output/fields.ts';
import { term } from '../output/term.ts';
import { visible } from '../output/visible.ts';
import type { HeldData, SectionName } from '../rights/held.ts';
import type { Held, HeldRow } from '../rights/held-queries.ts';

const MONEY: ReadonlySet<string> = new Set(['total', 'paid', 'refunded', 'discount', 'shipping', 'net', 'unit_price']);
/** Fields that hold a word of ours. */
const WORDS: ReadonlySet<string> = new Set([
  'kind',
  'role',
  'state',
  'status',
  'channel',
  'line_type',
  'outcome',
  'part',
]);

export function heldScreen(context: Context, { customer, numbers, sections }: HeldData, day: string): string {
  const { held } = context.words;
  const { style } = context.io.out;
  const parts = (Object.keys(held.sections) as SectionName[]).flatMap((name) => {
    const rows = sections[name];
    return [
      '',
      style.bold(`${held.sections[name]} (${rows.length})`),
      ...rows.map((row) => rowText(context, row).trimEnd()),
    ];
  });
  return `${[style.bold(held.title(customer, day)), held.numbers(numbers.join(', ')), ...parts].join('\n')}\n`;
}

function rowText({ words, io }: Context, row: HeldRow): string {
  const fields = Object.entries(row).map(([name, value]): [string, string | undefined] => [
    `  ${labelOf(words, name)}`,
    valueText(words, name, value, currencyOf(row, '')),
  ]);
  return renderFields(fields, io.out).trimEnd();
}

const currencyOf = ({ currency }: HeldRow, otherwise: string) => (typeof currency === 'string' ? currency : otherwise);

const labelOf = ({ held }: Context['words'], name: string) =>
  held.labels[name] ?? name.replace(/^is_/, '').replaceAll('_', ' ');

function valueText(
  words: Context['words'],
  name: string,
  value: Held | undefined,
  currency: string,
): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (typeof value === 'boolean') return value ? words.common.yes : words.common.no;
  if (typeof value === 'number') {
    if (MONEY.has(name) && currency !== '') return amount(value, currency);
    return name.endsWith('_at') ? isoInstant(value) : String(value);
  }
  if (typeof value === 'string')
    return visible(WORDS.has(name) ? (words.held.values[value] ?? term(words, value)) : value);
  if (Array.isArray(value)) return listText(words, value as readonly (string | HeldRow)[], currency);
  return partText(words, value as unknown as HeldRow, currency);
}

/** One below the other; of several rows each with its place. */
function listText(words: Context['words'], list: readonly (string | HeldRow)[], currency: string): string {
  const texts = list.map((one) => partText(words, one, currency));
  return list.some((one) => typeof one === 'object')
    ? texts.map((text, at) => `${at + 1}. ${text}`).join('\n')
    : texts.join('\n');
}

/** A row within a row, on one line. */
function partText(words: Context['words'], part: string | number | HeldRow, currency: string): string {
  if (typeof part !== 'object') return visible(String(part));
  const own = currencyOf(part, currency);
  return Object.entries(part)
    .flatMap(([name, value]) => {
      const text = valueText(words, name, value, own);
      return text === undefined ? [] : [`${labelOf(words, name)}: ${text.replaceAll('\n', '; ')}`];
    })
    .join(', ');
}
