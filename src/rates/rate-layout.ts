/** A table of exchange rates: columns by plain names or common words. */
import type { Field, Layout } from '../platforms/layout.ts';

/** Fields of `--map`. */
export const RATE_FIELDS = {
  currency: 'currency',
  target: 'targetCurrency',
  day: 'placedAt',
  rate: 'rate',
} as const satisfies Readonly<Record<string, Field>>;

export type RateField = keyof typeof RATE_FIELDS;

export const isRateField = (name: string): name is RateField => Object.hasOwn(RATE_FIELDS, name);

const WORDS: Readonly<Record<RateField, readonly string[]>> = {
  currency: ['currency', 'from', '币种', '货币', '原币', '原币种', 'währung'],
  target: ['target', 'to', '目标币种', '目标货币', '本位币', 'zielwährung'],
  day: ['day', 'date', '日期', '生效日期', 'datum', 'tag'],
  rate: ['rate', 'exchange rate', '汇率', 'kurs', 'wechselkurs'],
};

export function rateLayout(map: Readonly<Partial<Record<RateField, string>>>): Layout {
  const columns = Object.fromEntries(
    (Object.keys(RATE_FIELDS) as RateField[]).map((field) => {
      const told = map[field];
      return [RATE_FIELDS[field], told === undefined ? WORDS[field] : [told]];
    }),
  );
  return {
    platform: 'generic',
    name: 'rates',
    evidence: 'source',
    requires: Object.values(map),
    requiresOne: columns['rate'] ?? [],
    grain: 'order',
    columns,
    agree: [],
  };
}
