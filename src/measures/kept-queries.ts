/**
 * SQL of the measures that are kept in the archive: what of them does not depend on the day, and temp.measures
 * made of them for a day. What depends on it is worked out here as lifecycle.ts, rfm.ts and rhythm.ts have it.
 */
import { BulkInsert } from '../store/bulk-insert.ts';
import type { Archive } from '../store/open.ts';
import { daysBetween } from '../values/days.ts';
import { LATENESS_LIMITS, REGULAR_FROM_ORDERS } from './lifecycle.ts';
import type { Population } from './population.ts';
import { MEASURE_COLUMNS, type MeasuresRow, replaceMeasures } from './queries.ts';
import { RFM_GRID } from './rfm.ts';

type Column = keyof MeasuresRow;

const OF_THE_DAY = new Set<Column>([
  'recency_days',
  'tenure_days',
  'lateness',
  'recency_score',
  'rfm_group',
  'lifecycle_stage',
]);
const KEPT = MEASURE_COLUMNS.filter((name) => !OF_THE_DAY.has(name));

/** Days are counted from here, so that the days between two of them are a subtraction. */
const FIRST_DAY = '1970-01-01';
const numbered = (day: string | null): number | null => (day === null ? null : daysBetween(FIRST_DAY, day));

/** Replaces what is kept. In the caller's transaction. */
export function keepMeasures({ db }: Pick<Archive, 'db'>, rows: readonly MeasuresRow[]): void {
  db.exec('DELETE FROM customer_measures');
  const insert = new BulkInsert(db, `customer_measures (${[...KEPT, 'first_number', 'last_number'].join(', ')})`);
  for (const row of rows)
    insert.add(...KEPT.map((name) => row[name]), numbered(row.first_order_date), numbered(row.last_order_date));
  insert.flush();
}

const STAGE = `CASE
  WHEN number_of_orders = 0 OR lateness IS NULL THEN 'lead'
  WHEN lateness > ${LATENESS_LIMITS.lapsed} THEN 'lost'
  WHEN lateness > ${LATENESS_LIMITS.late} THEN 'lapsed'
  WHEN lateness > ${LATENESS_LIMITS.due} THEN 'late'
  WHEN number_of_orders = 1 THEN 'first'
  WHEN lateness > ${LATENESS_LIMITS.onTime} THEN 'due'
  WHEN number_of_orders >= ${REGULAR_FROM_ORDERS} THEN 'regular'
  ELSE 'active' END`;

const CELLS = RFM_GRID.flatMap((row, r) => row.map((group, f) => `WHEN ${(r + 1) * 10 + f + 1} THEN '${group}'`));
const GROUP = `CASE recency_score * 10 + frequency_score ${CELLS.join(' ')} END`;

const WORKED_OUT: Partial<Readonly<Record<Column, string>>> = { lifecycle_stage: STAGE, rfm_group: GROUP };

/** Each level reads what the one inside it worked out. */
const OF_DAY = `SELECT ${MEASURE_COLUMNS.map((name) => (WORKED_OUT[name] ? `${WORKED_OUT[name]} AS ${name}` : name)).join(', ')} FROM (
  SELECT *, CAST(recency_days AS REAL) / rhythm_days AS lateness,
    5 - (cut_1 < recency_days) - (cut_2 < recency_days) - (cut_3 < recency_days) - (cut_4 < recency_days) AS recency_score FROM (
    SELECT k.*, d.number - k.last_number AS recency_days, d.number - k.first_number AS tenure_days, d.cut_1, d.cut_2, d.cut_3, d.cut_4
    FROM main.customer_measures k CROSS JOIN temp.measured_on d))`;

/**
 * temp.measures as of a day, of what is kept: to be looked through where it lies where nothing can change it
 * meanwhile, else copied.
 */
export function measureFromKept(archive: Archive, { asOf, cuts }: Omit<Population, 'until'>): void {
  const { db } = archive;
  db.exec(`DROP TABLE IF EXISTS temp.measured_on;
    CREATE TEMP TABLE measured_on (number INTEGER, cut_1 REAL, cut_2 REAL, cut_3 REAL, cut_4 REAL)`);
  db.prepare('INSERT INTO temp.measured_on VALUES (?, ?, ?, ?, ?)').run(numbered(asOf), ...cuts.recency.points);
  if (db.readonly) {
    replaceMeasures(archive, `CREATE TEMP VIEW measures AS ${OF_DAY}`);
    return;
  }
  replaceMeasures(archive);
  db.exec(`INSERT INTO temp.measures ${OF_DAY}`);
}

/** The same as gathered and as kept, exactly. */
export function keptMeasures({ db }: Archive): MeasuresRow[] {
  return db.prepare('SELECT * FROM temp.measures ORDER BY customer_id').all() as MeasuresRow[];
}

/** What is read from now on is of one moment, whatever others write meanwhile. */
export function holdStill({ db }: Archive): void {
  if (db.readonly && !db.inTransaction) db.exec('BEGIN');
}
