/** What the ingest of a file of customers did, in the form that every import's summary has. */
import type { Refreshed } from '../../archive/refresh.ts';
import { sharedHints } from '../facts/shared-hints.ts';
import type { ImportSummary } from '../facts/summary.ts';
import type { RowAccount } from '../orders/export-read.ts';
import type { OpenRows } from '../rows/open-rows.ts';
import { workbookNotes } from '../workbooks/workbook-notes.ts';
import type { CustomersReading } from './customers-reading.ts';

export interface CustomersDone {
  readonly importId: number;
  /** Base name. */
  readonly file: string;
  readonly opened: OpenRows;
  readonly reading: CustomersReading;
  readonly rows: RowAccount;
  readonly people: { readonly nameOnly: number; readonly blacklisted: number; readonly leftOut: number };
  /** Rows of people who were forgotten: nothing was taken of them. */
  readonly forgotten: number;
  readonly customers: { readonly new: number; readonly matched: number };
  /** How many contact details are of no or little use, by kind and state. */
  readonly troubles: ReadonlyMap<string, number>;
  readonly severalUsers: Refreshed['severalUsers'];
}

export function customersSummary(done: CustomersDone): ImportSummary {
  const { opened, reading } = done;
  const { layout, header } = opened.recognised;
  const dates = layout.dates === undefined && reading.dates !== 'ymd' ? { dates: reading.dates } : {};
  return {
    import: done.importId,
    file: done.file,
    platform: layout.platform,
    layout: layout.name,
    part: 'customers',
    encoding: opened.encoding?.encoding ?? null,
    header: header.cells,
    decided: dates,
    shops: [],
    named: [],
    rows: done.rows,
    orders: { new: 0, changed: 0, unchanged: 0, refused: 0 },
    lines: 0,
    waiting: 0,
    total: {},
    net: {},
    refunded: {},
    customers: { ...done.customers, anonymousOrders: 0 },
    people: {
      ...done.people,
      notRead: reading.isOwnTable ? notRead(done) : [],
      standingUnknown: layout.list !== undefined && reading.standing === undefined,
    },
    contacts: Object.fromEntries([...done.troubles].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    unknownWords: [],
    assumedWords: [],
    shared: sharedHints(done.severalUsers),
    forgotten: done.forgotten,
    regressions: [],
    decidedByArrival: [],
    notes: {
      repeatedOrders: [],
      shiftedTimes: 0,
      doubleTimes: 0,
      withoutStatus: false,
      datesFromSerial: 0,
      datesFromEpoch: 0,
      floatIds: false,
      lostPlatformIds: 0,
      belowZero: 0,
      workbook: workbookNotes(opened.reader.notes(), opened.recognised),
      duplicateHeaders: [],
    },
  };
}

/** Columns that nothing is taken from. */
function notRead({ opened, reading }: CustomersDone): string[] {
  const { header, columns } = opened.recognised;
  const read = new Set([...[...columns.values()].flat(), ...reading.own.map(([, at]) => at)]);
  return header.cells.map((cell) => cell.trim()).filter((cell, at) => cell !== '' && !read.has(at));
}
