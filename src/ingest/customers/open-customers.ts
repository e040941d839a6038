/** A file of customers, opened: what it is, and that it is one. */
import { CUSTOMER_FIELDS, customerLayout, PLAIN_CUSTOMERS } from '../../platforms/customer-table.ts';
import { platformNamed } from '../../platforms/index.ts';
import type { Layout, Platform } from '../../platforms/layout.ts';
import type { DateOrder } from '../../values/dates.ts';
import type { Source } from '../bytes/source.ts';
import { normaliseHeader } from '../../values/text.ts';
import type { Known, ReadRequest } from '../orders/export-read.ts';
import { candidates } from '../orders/read-export.ts';
import { type CustomersProposal, proposeCustomers } from '../propose/propose-customers.ts';
import { proposeMap } from '../propose/propose-map.ts';
import { FileRefused } from '../refusal.ts';
import { openRows, type OpenRows } from '../rows/open-rows.ts';
import { dateOrderOf } from './date-order.ts';

export interface OpenedCustomers {
  readonly opened: OpenRows;
  readonly platform: Platform;
  readonly layout: Layout;
  readonly dates: DateOrder;
}

/** Throws FileRefused. */
export async function openCustomers(source: Source, request: ReadRequest, known: Known): Promise<OpenedCustomers> {
  const opened = await openRows(source, request, layoutsOf(request, known));
  const { layout, header } = opened.recognised;
  if (layout.grain !== 'customer') throw new FileRefused('orders', { line: header.line });
  if (isOwnTable(layout) && Object.keys(request.customers?.map ?? {}).length === 0) {
    // Whoever bought stands beside every order as well.
    const sample = await opened.reader.sample();
    if (proposeMap(sample)?.complete) throw new FileRefused('orders', { line: header.line });
    const customers = layout.name === PLAIN_CUSTOMERS ? proposeCustomers(sample) : undefined;
    if (customers && tellsMore(customers, layout)) throw new FileRefused('no_header', { line: header.line, customers });
  }
  const dates = await dateOrderOf(opened, request.dates);
  return { opened, layout, platform: platformNamed(layout.platform) as Platform, dates };
}

/** Where some columns have plain names and others one that is as well known, which would be left unread. */
function tellsMore({ columns }: CustomersProposal, layout: Layout): boolean {
  const read = new Set(Object.values(layout.columns).flat().map(normaliseHeader));
  return columns.some(
    ({ field, header }) => Object.hasOwn(CUSTOMER_FIELDS, field) && !read.has(normaliseHeader(header)),
  );
}

/** Of the seller's own making. */
export const isOwnTable = ({ platform }: Layout): boolean => platform === 'generic';

/** Exports of orders are known too, so as to tell them apart. */
function layoutsOf(request: ReadRequest, known: Known): readonly Layout[] {
  const { customers } = request;
  if (!customers) return candidates(request, known);
  if (Object.keys(customers.map).length > 0) return [customerLayout(customers.map, 'mapped columns of customers')];
  return [
    ...candidates({ map: {} }, known),
    ...known.customerMaps.map(({ name, columns }) => customerLayout(columns, name)),
    customerLayout({}, PLAIN_CUSTOMERS),
  ];
}
