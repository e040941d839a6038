/** SQL of the measures as a table: the one that segments, lists and plans read, and the settings it follows. */
import { inOne } from '../store/in-one.ts';
import type { Archive } from '../store/open.ts';
import { readSetting } from '../store/settings.ts';

/** Minor units of the reporting currency; null where every order that counts is in another, and without a rate. */
type Amount = number | null;

/** One row of temp.measures; null where nothing is known. */
export interface MeasuresRow {
  readonly customer_id: number;
  readonly number_of_orders: number;
  readonly orders_all: number;
  readonly lines: number;
  readonly units: number;
  readonly gross: Amount;
  readonly discount: Amount;
  readonly refunded: Amount;
  readonly amount_spent: Amount;
  readonly other_currency_orders: number;
  readonly average_order_value: number | null;
  readonly first_order_date: string | null;
  readonly last_order_date: string | null;
  readonly recency_days: number | null;
  readonly tenure_days: number | null;
  readonly median_gap_days: number | null;
  readonly rhythm_days: number | null;
  readonly lateness: number | null;
  readonly coupon_share: number | null;
  readonly discount_share: number | null;
  readonly refund_rate: number | null;
  readonly distinct_products: number;
  readonly favourite_product: string | null;
  readonly shops: string;
  readonly shop_count: number;
  readonly recency_score: number | null;
  readonly frequency_score: number | null;
  readonly monetary_score: number | null;
  readonly rfm_group: string | null;
  readonly lifecycle_stage: string;
  readonly value_band: string | null;
}

export const MEASURE_COLUMNS: readonly (keyof MeasuresRow)[] = [
  'customer_id',
  'number_of_orders',
  'orders_all',
  'lines',
  'units',
  'gross',
  'discount',
  'refunded',
  'amount_spent',
  'other_currency_orders',
  'average_order_value',
  'first_order_date',
  'last_order_date',
  'recency_days',
  'tenure_days',
  'median_gap_days',
  'rhythm_days',
  'lateness',
  'coupon_share',
  'discount_share',
  'refund_rate',
  'distinct_products',
  'favourite_product',
  'shops',
  'shop_count',
  'recency_score',
  'frequency_score',
  'monetary_score',
  'rfm_group',
  'lifecycle_stage',
  'value_band',
];

const TEXT = new Set<string>([
  'first_order_date',
  'last_order_date',
  'favourite_product',
  'shops',
  'rfm_group',
  'lifecycle_stage',
  'value_band',
]);
const REAL = new Set<string>([
  'average_order_value',
  'median_gap_days',
  'rhythm_days',
  'lateness',
  'coupon_share',
  'discount_share',
  'refund_rate',
]);

export const reportingCurrency = (archive: Archive): string => readSetting(archive, 'reporting_currency') ?? 'CNY';

export const archiveZone = (archive: Archive): string => readSetting(archive, 'time_zone') ?? 'UTC';

const COLUMNS = MEASURE_COLUMNS.map(
  (name) =>
    `${name} ${TEXT.has(name) ? 'TEXT' : REAL.has(name) ? 'REAL' : 'INTEGER'}${name === 'customer_id' ? ' PRIMARY KEY' : ''}`,
).join(', ');

/** Puts an empty temp.measures in the place of another one, or what `made` makes. */
export function replaceMeasures({ db }: Archive, made = `CREATE TEMP TABLE measures (${COLUMNS})`): void {
  db.exec(`${dropMeasures(db)} ${made}`);
}

const typeOfMeasures = (db: Archive['db']) =>
  db.prepare("SELECT type FROM temp.sqlite_master WHERE name = 'measures'").pluck().get();

function dropMeasures(db: Archive['db']): string {
  const type = typeOfMeasures(db);
  return type === undefined ? '' : `DROP ${type === 'view' ? 'VIEW' : 'TABLE'} temp.measures;`;
}

/** Puts temp.measures away for others to stand there. What it gives takes it back; false where it only showed what is kept, which does not need to be. */
export function setAside({ db }: Archive): () => boolean {
  const isTable = typeOfMeasures(db) === 'table';
  const aside = `measures_aside_${++asides}`;
  if (isTable) db.exec(`ALTER TABLE temp.measures RENAME TO ${aside}`);
  return () => {
    if (isTable) db.exec(`${dropMeasures(db)} ALTER TABLE temp.${aside} RENAME TO measures`);
    return isTable;
  };
}
let asides = 0;

/** Replaces temp.measures, the table that segments, lists and plans read. */
export function writeMeasures(archive: Archive, rows: readonly MeasuresRow[]): void {
  const { db } = archive;
  replaceMeasures(archive);
  const insert = db.prepare(`INSERT INTO temp.measures VALUES (${MEASURE_COLUMNS.map(() => '?').join(', ')})`);
  inOne(db, () => {
    for (const row of rows) insert.run(MEASURE_COLUMNS.map((name) => row[name]));
  });
}

export function measuresOf(archive: Archive, customer: number): MeasuresRow | undefined {
  return archive.db.prepare('SELECT * FROM temp.measures WHERE customer_id = ?').get(customer) as
    | MeasuresRow
    | undefined;
}

/** How many customers are at each level of one measure. */
export function levels(
  archive: Archive,
  column: 'rfm_group' | 'lifecycle_stage' | 'value_band' | 'recency_score' | 'frequency_score' | 'monetary_score',
): Record<string, number> {
  const rows = archive.db
    .prepare(
      `SELECT ${column} AS level, count(*) AS customers FROM temp.measures WHERE ${column} IS NOT NULL GROUP BY level ORDER BY level`,
    )
    .all();
  return Object.fromEntries(
    (rows as { level: string | number; customers: number }[]).map(({ level, customers }) => [String(level), customers]),
  );
}
