/** Gathers the measures of customers for one day into temp.measures, once per process. */
import { isDeepStrictEqual } from 'node:util';
import { readPopulation } from '../store/kept-population.ts';
import type { Archive } from '../store/open.ts';
import { addDays } from '../values/days.ts';
import { toInstant } from '../values/zones.ts';
import { type Gaps, gapsOf } from './gaps.ts';
import { keep, keptIn, keptOn } from './kept.ts';
import { holdStill, keptMeasures, measureFromKept } from './kept-queries.ts';
import { lifecycleStage } from './lifecycle.ts';
import {
  type Asked,
  lastDay,
  orderDays,
  ordersAbroad,
  type Products,
  products,
  shopNames,
  type Totals,
  totals,
} from './order-queries.ts';
import type { Population } from './population.ts';
import { archiveZone, type MeasuresRow, reportingCurrency, setAside, writeMeasures } from './queries.ts';
import { cutPoints, cutsBetween, rfmGroup, scoreHigh, scoreLow } from './rfm.ts';
import { GAP_WITHOUT_DATA, lateness, rhythmDays } from './rhythm.ts';
import { bandLimits, valueBand } from './value-bands.ts';

/** Of every customer. Orders with day ≤ `asOf` as they are known now, under today's identity. */
export function gather(archive: Archive, asOf: string): Population {
  holdStill(archive);
  const kept = keptIn(archive);
  const known = kept && keptOn(kept, asOf);
  if (known) {
    measureFromKept(archive, known);
    return { ...known, until: dayEnd(archive, asOf) };
  }
  const { changes } = readPopulation(archive);
  const { rows, ...found } = gathered(archive, asOf);
  const last = lastDay(archive);
  if (last !== null && last <= asOf) keep(archive, changes, { lastDay: last, ...found }, rows);
  writeMeasures(archive, rows);
  return { ...found.population, until: dayEnd(archive, asOf) };
}

/** The measures that take as long as all the rest to work out, and that most conditions do not ask for. */
const COSTLY = {
  products: ['lines', 'distinct_products', 'favourite_product'],
  gaps: ['median_gap_days', 'rhythm_days', 'lateness', 'lifecycle_stage'],
  discounts: ['discount', 'coupon_share', 'discount_share'],
} as const satisfies Readonly<Record<string, readonly (keyof MeasuresRow)[]>>;
export type Parts = Readonly<Record<keyof typeof COSTLY, boolean>>;

export const ALL_PARTS: Parts = { products: true, gaps: true, discounts: true };

/** What has to be worked out for these measures; other names need nothing. */
export function partsOf(names: ReadonlySet<string>): Parts {
  const has = (part: keyof Parts) => COSTLY[part].some((name) => names.has(name));
  return { products: has('products'), gaps: has('gaps'), discounts: has('discounts') };
}

function gathered(archive: Archive, asOf: string, parts = ALL_PARTS) {
  const asked = { asOf, currency: reportingCurrency(archive) };
  const all = totals(archive, asked, parts);
  const gaps = gapsOf(parts.gaps ? orderDays(archive, asked) : []);
  const bought = parts.products ? products(archive, asked) : [];
  const found = populationOf(archive, asked, all, gaps.median);
  return { ...found, rows: measure(archive, all, found.population, gaps.of, bought) };
}

/** Does something as of another day, with as much of the measures as it needs; temp.measures stands for `population` again afterwards. */
export function asOfDay<T>(
  archive: Archive,
  population: Population,
  day: string,
  parts: Parts,
  work: (then: Population) => T,
): T {
  const takeBack = setAside(archive);
  try {
    const kept = keptIn(archive);
    if (kept && keptOn(kept, day)) return work(gather(archive, day));
    const { rows, population: then } = gathered(archive, day, parts);
    writeMeasures(archive, rows);
    return work({ ...then, until: dayEnd(archive, day) });
  } finally {
    if (!takeBack()) measureFromKept(archive, population);
  }
}

/**
 * Of some customers alone where what is true of all is kept, else of every customer: temp.measures
 * has at least those of `customers` that had ordered by the day.
 */
export function gatherOf(archive: Archive, asOf: string, customers: readonly number[]): Population {
  // To look at what is kept where it lies costs nothing.
  if (archive.db.readonly) return gather(archive, asOf);
  const kept = keptIn(archive);
  const population = kept && keptOn(kept, asOf);
  if (!population) return gather(archive, asOf);
  const asked = { asOf, currency: population.currency, customers };
  return written(archive, asked, population);
}

/** Of every customer, as `gather`, with the cut points, limits and usual gap of another day: what would be, had they stayed. */
export function gatherAgainst(archive: Archive, asOf: string, former: Population): Population {
  return written(archive, { asOf, currency: reportingCurrency(archive) }, { ...former, asOf });
}

function written(archive: Archive, asked: Asked, population: Omit<Population, 'until'>): Population {
  const gaps = gapsOf(orderDays(archive, asked));
  const rows = measure(archive, totals(archive, asked), population, gaps.of, products(archive, asked));
  writeMeasures(archive, rows);
  return { ...population, until: dayEnd(archive, asked.asOf) };
}

/** What is true of all customers together, whose totals are given. */
function populationOf(archive: Archive, asked: Asked, all: readonly Totals[], shopMedianGapDays: number | null) {
  const { asOf, currency } = asked;
  const counting = all.filter((row) => row.number_of_orders > 0);
  // What was paid in another currency is not nothing.
  const spent = counting.filter((row) => reported(row) > 0).map((row) => row.amount_spent);
  const recencies = counting.map((row) => row.recency_days ?? 0);
  const frequencies = counting.map((row) => row.number_of_orders);
  const abroad = ordersAbroad(archive, asked);
  const population: Omit<Population, 'until'> = {
    asOf,
    currency,
    customers: all.length,
    counting: counting.length,
    shopMedianGapDays,
    cuts: {
      recency: cutPoints('recency', recencies),
      frequency: cutPoints('frequency', frequencies),
      monetary: cutPoints('monetary', spent),
    },
    bands: bandLimits(spent),
    otherCurrencies: Object.fromEntries(
      abroad.flatMap((row) => (row.unreported > 0 ? [[row.currency, row.unreported]] : [])),
    ),
    converted: Object.fromEntries(
      abroad.flatMap(({ currency: code, converted: orders, latest }) =>
        latest ? [[code, { orders, ...latest }]] : [],
      ),
    ),
  };
  return { population, recency: cutsBetween(recencies) };
}

function measure(
  archive: Archive,
  all: readonly Totals[],
  population: Omit<Population, 'until'>,
  gaps: ReadonlyMap<number, Gaps>,
  bought: readonly Products[],
): MeasuresRow[] {
  const usualGap = population.shopMedianGapDays ?? GAP_WITHOUT_DATA;
  const shopsOf = shopNames(archive);
  const productsOf = new Map(bought.map((row) => [row.customer_id, row]));
  return all.map((row): MeasuresRow => {
    const gap = gaps.get(row.customer_id);
    const product = productsOf.get(row.customer_id);
    const rhythm = row.recency_days === null ? null : rhythmDays(gap?.sumLog ?? 0, gap?.gaps ?? 0, usualGap);
    const late = row.recency_days === null || rhythm === null ? null : lateness(row.recency_days, rhythm);
    const orders = reported(row);
    const elsewhere = row.number_of_orders > 0 && orders === 0;
    const amount = elsewhere ? null : row.amount_spent;
    const { recency_score, frequency_score, monetary_score, rfm_group, value_band } = standing(
      row.recency_days,
      row.number_of_orders,
      amount,
      population,
    );
    // Name by name: to copy a row that SQLite gave takes longer than all the rest.
    return {
      customer_id: row.customer_id,
      number_of_orders: row.number_of_orders,
      orders_all: row.orders_all,
      lines: product?.lines ?? 0,
      units: row.units,
      gross: elsewhere ? null : row.gross,
      discount: elsewhere ? null : row.discount,
      refunded: elsewhere ? null : row.refunded,
      amount_spent: amount,
      other_currency_orders: row.other_currency_orders,
      average_order_value: orders > 0 ? row.amount_spent / orders : null,
      first_order_date: row.first_order_date,
      last_order_date: row.last_order_date,
      recency_days: row.recency_days,
      tenure_days: row.tenure_days,
      median_gap_days: gap?.median ?? null,
      rhythm_days: rhythm,
      lateness: late,
      coupon_share: row.coupon_share,
      discount_share: row.discount_share,
      refund_rate: row.refund_rate,
      distinct_products: product?.distinct_products ?? 0,
      favourite_product: product?.favourite_product ?? null,
      shops: shopsOf(row.shop_ids),
      shop_count: row.shop_count,
      recency_score,
      frequency_score,
      monetary_score,
      rfm_group,
      lifecycle_stage: lifecycleStage(row.number_of_orders, late),
      value_band,
    };
  });
}

/** Counting orders whose amounts are in the reporting currency, or were converted to it. */
const reported = (row: Totals): number => row.number_of_orders - row.other_currency_orders;

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
  { cuts, bands }: Pick<Population, 'cuts' | 'bands'>,
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

/** Whether what is kept is what would be worked out now; also where nothing is. */
export function isKeptRight(archive: Archive): boolean {
  const kept = keptIn(archive);
  if (!kept) return true;
  const { rows, ...found } = gathered(archive, kept.population.asOf);
  const { lastDay: last, population, recency } = kept;
  if (!isDeepStrictEqual({ last, population, recency }, { last: lastDay(archive), ...found })) return false;
  measureFromKept(archive, population);
  return isDeepStrictEqual(keptMeasures(archive), rows);
}
