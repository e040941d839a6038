/** SQL of what a person wants to know before they write or call: who it is, what they bought, when they were last contacted. */
import { namedBy } from '../../measures/order-book-queries.ts';
import type { Archive } from '../../store/open.ts';
import type { Candidate } from '../candidate.ts';
import { lastOrderOf } from '../queries.ts';
import type { PlayChannel } from '../plays/play.ts';

export interface LastContact {
  readonly day: string;
  readonly channel: PlayChannel;
  readonly play: string | null;
}

export interface WorkFacts {
  readonly name: string | null;
  readonly account: string | null;
  readonly country: string | null;
  readonly province: string | null;
  readonly lastOrder: string | null;
  /** Of the last order that counts. */
  readonly lastItems: readonly string[];
  /** Of the order that set it off; empty where none did. */
  readonly items: readonly string[];
  /** Of that order, else of the last one. */
  readonly shop: string | null;
  readonly orderNumber: string | null;
  readonly lastContact: LastContact | null;
}

const ITEMS = 'SELECT title FROM version_lines WHERE version_id = ? ORDER BY position';
const CUSTOMER = `SELECT c.name, c.account, c.country, c.province, m.last_order_date AS lastOrder
  FROM customers c LEFT JOIN temp.measures m USING (customer_id) WHERE c.customer_id = ?`;
const LAST = `SELECT o.lines_version_id AS version, s.name AS shop FROM orders o JOIN shops s USING (shop_id)
  WHERE o.order_id = (${lastOrderOf(':customer')})`;
const ORDER = `SELECT o.lines_version_id AS version, s.name AS shop, o.order_number AS number
  FROM ${namedBy(':order')}`;
const LAST_CONTACT = `SELECT t.day, t.channel, t.play FROM touches t JOIN record_customers k USING (record_id)
  WHERE k.customer_id = :customer AND t.day <= :asOf ORDER BY t.day DESC, t.touched_at DESC, t.touch_id DESC LIMIT 1`;

interface OrderRow {
  readonly version: number | null;
  readonly shop: string;
  readonly number?: string;
}

/** temp.measures must stand for `asOf`. */
export function workFacts(
  { db }: Archive,
  asOf: string,
): (candidate: Pick<Candidate, 'customer' | 'order'>) => WorkFacts {
  const [customerRow, itemRows] = [db.prepare(CUSTOMER), db.prepare(ITEMS).pluck()];
  const [lastOrder, orderRow, lastContact] = [db.prepare(LAST), db.prepare(ORDER), db.prepare(LAST_CONTACT)];
  const itemsOf = (row: OrderRow | undefined) => (row ? (itemRows.all(row.version) as string[]) : []);
  return ({ customer, order }) => {
    const last = lastOrder.get({ customer, asOf }) as OrderRow | undefined;
    const own = order === null ? undefined : (orderRow.get({ order }) as OrderRow | undefined);
    const of = own ?? last;
    return {
      ...(customerRow.get(customer) as Pick<WorkFacts, 'name'> & WorkFacts),
      lastItems: itemsOf(last),
      items: itemsOf(own),
      shop: of?.shop ?? null,
      orderNumber: own?.number ?? null,
      lastContact: (lastContact.get({ customer, asOf }) as LastContact | undefined) ?? null,
    };
  };
}
