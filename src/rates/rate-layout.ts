/** A table of exchange rates: columns by plain names or common words. */
import type { Field, Layout } from '../platforms/layout.ts';
import { ownTable } from '../platforms/own-table.ts';

/** Fields of `--map`. */
export const RATE_FIELDS = {
  currency: 'currency',
  target: 'targetCurrency',
  day: 'placedAt',
  rate: 'rate',
} as const satisfies Readonly<Record<string, Field>>;

export type RateField = keyof typeof RATE_FIELDS;

const WORDS: Readonly<Record<RateField, readonly string[]>> = {
  currency: ['currency', 'from', '币种', '货币', '原币', '原币种', 'währung'],
  target: ['target', 'to', '目标币种', '目标货币', '本位币', 'zielwährung'],
  day: ['day', 'date', '日期', '生效日期', 'datum', 'tag'],
  rate: ['rate', 'exchange rate', '汇率', 'kurs', 'wechselkurs'],
};

export const rateLayout = (map: Readonly<Partial<Record<RateField, string>>>): Layout =>
  ownTable('rates', RATE_FIELDS, WORDS, map, ['rate']);
