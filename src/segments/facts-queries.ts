/** SQL of what is known of one customer: the same texts that ask for everybody, for one. */
import { byText } from '../values/by-text.ts';
import type { Archive } from '../store/open.ts';
import type { Collection } from './collections.ts';
import type { Seen } from './compare.ts';
import type { Asked } from './condition.ts';
import type { SegmentField } from './fields.ts';
import { rowsSql } from './match-sql.ts';
import { everybody } from './queries.ts';
import type { Given } from './sql.ts';
import { makeRefills } from './refill-queries.ts';

export type Row = Readonly<Record<string, Seen>> & { readonly each: Seen; readonly day: string };

type Of = Given & { readonly customer: number };

export function readScalar(archive: Archive, field: SegmentField, argument: string | null, of: Of): Seen {
  const found =
    field.rows === undefined
      ? everybody(field.sql ?? '')
          .map((from) =>
            archive.db
              .prepare(`SELECT ${field.sql} AS value ${from} WHERE m.customer_id = :customer`)
              .pluck()
              .get({ ...of }),
          )
          .find((value) => value !== undefined)
      : archive.db
          .prepare(`SELECT value FROM (${field.rows}) WHERE customer_id = :customer`)
          .pluck()
          .get({ ...of, argument });
  return (found as Seen | undefined) ?? (field.rows === undefined ? null : (field.without ?? null));
}

/** Undefined where there is nothing in the window. */
export function readWindow(archive: Archive, { field, during }: Asked, of: Of): Seen | undefined {
  return archive.db
    .prepare(`SELECT value FROM (${field.window}) WHERE customer_id = :customer`)
    .pluck()
    .get({ ...of, ...during }) as Seen | undefined;
}

export function readItems(archive: Archive, field: SegmentField, of: Of): string[] {
  return archive.db
    .prepare(
      `SELECT DISTINCT item FROM (${field.rows}) WHERE customer_id = :customer AND item IS NOT NULL ORDER BY item`,
    )
    .pluck()
    .all({ ...of }) as string[];
}

export function readRows(archive: Archive, collection: Collection, names: ReadonlySet<string>, of: Of): Row[] {
  if (names.has('refill_date')) makeRefills(archive, of);
  const rows = archive.db
    .prepare(rowsSql(collection, new Set([...names, 'each', 'day']), 'one'))
    .all({ ...of }) as Row[];
  return rows.toSorted((a, b) => byText(a.day, b.day));
}
