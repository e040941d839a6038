/** Gathers every measure of every customer for one day into temp.measures, once per process. */
import type { Archive } from '../store/open.ts';
import { addDays } from '../values/days.ts';
import { toInstant } from '../values/zones.ts';
import { lifecycleStage } from './lifecycle.ts';
import type { Population } from './population.ts';
import {
  archiveZone,
  gaps,
  type MeasuresRow,
  otherCurrencies,
  products,
  reportingCurrency,
  shopMedianGap,
  type Totals,
  totals,
  writeMeasures,
} from './queries.ts';
import { type CutPoints, cutPoints, rfmGroup, scoreHigh, scoreLow } from './rfm.ts';
import { GAP_WITHOUT_DATA, lateness, rhythmDays } from './rhythm.ts';
import { type BandLimits, bandLimits, valueBand } from './value-bands.ts';

/** Orders with day ≤ `asOf` as they are known now, under today's identity. */
export function gather(archive: Archive, asOf: string): Population {
  const currency = reportingCurrency(archive);
  const shopMedianGapDays = shopMedianGap(archive, asOf);
  const usualGap = shopMedianGapDays ?? GAP_WITHOUT_DATA;
  const all = totals(archive, asOf, currency);
  const counting = all.filter((row) => row.number_of_orders > 0);
  // What was paid in another currency is not nothing.
  const spent = counting.filter((row) => inCurrency(row) > 0).map((row) => row.amount_spent);
  const cuts = {
    recency: cutPoints(
      'recency',
      counting.map((row) => row.recency_days ?? 0),
    ),
    frequency: cutPoints(
      'frequency',
      counting.map((row) => row.number_of_orders),
    ),
    monetary: cutPoints('monetary', spent),
  };
  const bands = bandLimits(spent);
  const gapsOf = new Map(gaps(archive, asOf).map((row) => [row.customer_id, row]));
  const productsOf = new Map(products(archive, asOf).map((row) => [row.customer_id, row]));
  const rows = all.map((row): MeasuresRow => {
    const gap = gapsOf.get(row.customer_id);
    const product = productsOf.get(row.customer_id);
    const rhythm = row.recency_days === null ? null : rhythmDays(gap?.sum_log ?? 0, gap?.gaps ?? 0, usualGap);
    const late = row.recency_days === null || rhythm === null ? null : lateness(row.recency_days, rhythm);
    const orders = inCurrency(row);
    const elsewhere = row.number_of_orders > 0 && orders === 0;
    return {
      ...row,
      ...(elsewhere ? { gross: null, discount: null, refunded: null, amount_spent: null } : {}),
      lines: product?.lines ?? 0,
      average_order_value: orders > 0 ? row.amount_spent / orders : null,
      median_gap_days: gap?.median ?? null,
      rhythm_days: rhythm,
      lateness: late,
      distinct_products: product?.distinct_products ?? 0,
      favourite_product: product?.favourite_product ?? null,
      ...standing(row.recency_days, row.number_of_orders, elsewhere ? null : row.amount_spent, cuts, bands),
      lifecycle_stage: lifecycleStage(row.number_of_orders, late),
    };
  });
  writeMeasures(archive, rows);
  return {
    asOf,
    until: dayEnd(archive, asOf),
    currency,
    customers: all.length,
    counting: counting.length,
    shopMedianGapDays,
    cuts,
    bands,
    otherCurrencies: otherCurrencies(archive, asOf, currency),
  };
}

/** Counting orders whose amounts are in the reporting currency. */
const inCurrency = (row: Totals): number => row.number_of_orders - row.other_currency_orders;

/** UTC second at which a day ends in the archive's zone. */
export function dayEnd(archive: Archive, day: string): number {
  const midnight = { wall: `${addDays(day, 1)}T00:00:00`, offset: null, dateOnly: false };
  return toInstant(midnight, archiveZone(archive)).at;
}

type Standing = Pick<MeasuresRow, 'recency_score' | 'frequency_score' | 'monetary_score' | 'rfm_group' | 'value_band'>;

function standing(
  recency: number | null,
  orders: number,
  amount: number | null,
  cuts: Readonly<Record<'recency' | 'frequency' | 'monetary', CutPoints>>,
  bands: BandLimits,
): Standing {
  if (recency === null)
    return { recency_score: null, frequency_score: null, monetary_score: null, rfm_group: null, value_band: null };
  const recencyScore = scoreLow(recency, cuts.recency);
  const frequencyScore = scoreHigh(orders, cuts.frequency);
  return {
    recency_score: recencyScore,
    frequency_score: frequencyScore,
    monetary_score: amount === null ? null : scoreHigh(amount, cuts.monetary),
    rfm_group: rfmGroup(recencyScore, frequencyScore),
    value_band: amount === null ? null : valueBand(amount, bands),
  };
}
