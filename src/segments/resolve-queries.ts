/** SQL of what a condition needs of everybody: values of all customers, and tables of values for a scan to look into. */
import { inOne } from '../store/in-one.ts';
import type { Archive } from '../store/open.ts';
import { everybody } from './queries.ts';
import type { Scalar } from './scalar.ts';
import type { Given } from './sql.ts';
import { ofEverybody } from './whole.ts';
import type { SuppliedField, Supplier } from './supplied.ts';

/** Of those who have one, in no order. */
export function valuesOfEverybody(archive: Archive, value: string, given: Given): Scalar[] {
  const { asOf, until, currency } = given;
  return everybody(value).flatMap(
    (from) =>
      archive.db
        .prepare(`SELECT value FROM (SELECT ${value} AS value ${from}) WHERE value IS NOT NULL`)
        .pluck()
        .all({ asOf, until, currency }) as Scalar[],
  );
}

let made = 0;

/** Stands in a table for a value that is missing of somebody who has something there. */
export const MISSING = "'missing'";

/** From a query of customer_id and value. Gives its name; it goes with the connection. */
export function makeTable({ db }: Archive, rows: string, params: Readonly<Record<string, Scalar | null>>): string {
  const name = `temp.looked_up_${++made}`;
  db.exec(`CREATE TABLE ${name} (customer_id INTEGER PRIMARY KEY, value)`);
  db.prepare(
    `INSERT INTO ${name} SELECT customer_id, coalesce(value, ${MISSING}) FROM (${ofEverybody(rows)}) ORDER BY customer_id`,
  ).run(params);
  return name;
}

/** From a query of customers. Gives its name; it goes with the connection. */
export function makeSet({ db }: Archive, sql: string, params: Readonly<Record<string, Scalar | null>>): string {
  const name = `temp.found_${++made}`;
  db.exec(`CREATE TABLE ${name} (customer_id INTEGER PRIMARY KEY)`);
  db.prepare(`INSERT OR IGNORE INTO ${name} ${sql} ORDER BY 1`).run(params);
  return name;
}

/** How many are in a table that makeSet made. */
export function sizeOf({ db }: Archive, table: string): number {
  return db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
}

export function makeSupplied({ db }: Archive, field: SuppliedField, values: ReturnType<Supplier>): void {
  const name = `temp.supplied_${field}`;
  db.exec(`DROP TABLE IF EXISTS ${name}; CREATE TABLE ${name} (customer_id INTEGER PRIMARY KEY, value)`);
  const insert = db.prepare(`INSERT INTO ${name} VALUES (?, ?)`);
  inOne(db, () => {
    for (const [customer, value] of values) insert.run(customer, value);
  });
}
