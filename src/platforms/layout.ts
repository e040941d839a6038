/**
 * What a platform's export looks like: data first. A layout binds columns by name, says how rows
 * make orders, and what the platform itself settles (zone, currency, number and date style).
 */

/** Where an order stands, on four axes that move independently. */
export interface Axes {
  readonly payment?: 'unpaid' | 'partly' | 'paid';
  readonly fulfilment?: 'unshipped' | 'partly' | 'shipped' | 'completed';
  readonly refund?: 'none' | 'requested' | 'partial' | 'full';
  readonly cancellation?: 'none' | 'cancelled';
}

/** The columns a status word can stand in. `status` speaks for several axes at once. */
export type StatusRole = 'status' | 'payment' | 'fulfilment' | 'refund' | 'cancellation';

/** Word (as the platform writes it, lower-cased) to what it says. `*` is any other non-blank text. */
export type StatusWords = Readonly<Partial<Record<StatusRole, Readonly<Record<string, Axes>>>>>;

export type Field =
  | 'orderNumber'
  | 'platformId'
  | 'placedAt'
  | StatusRole
  | 'shop'
  | 'account'
  | 'name'
  | 'email'
  | 'phone'
  | 'receiverName'
  | 'receiverPhone'
  | 'country'
  | 'province'
  | 'city'
  | 'postcode'
  | 'address'
  | 'currency'
  | 'total'
  | 'subtotal'
  | 'paid'
  | 'refunded'
  | 'discount'
  | 'shipping'
  | 'coupon'
  | 'acceptsMarketing'
  | 'sku'
  | 'item'
  | 'variant'
  | 'quantity'
  | 'unitPrice'
  | 'lineCount'
  | 'units';

export interface Layout {
  readonly platform: string;
  readonly name: string;
  /** How well the header is known: read in a real file, in the platform's source, in others' code. */
  readonly evidence: 'file' | 'source' | 'code';
  /** Columns a file must have to be this layout. */
  readonly requires: readonly string[];
  /** One of these as well, where the platform renamed a column. */
  readonly requiresOne?: readonly string[];
  /**
   * order: one row is one order, its items packed into one cell.
   * line: one row is one item; order values stand on each row, or on the first with blanks below.
   */
  readonly grain: 'order' | 'line';
  /** line grain: the column that is only filled on an order's own row, where there is one. */
  readonly headColumn?: Field;
  /** Columns of a field in order of preference; the first that exists and is filled is taken. */
  readonly columns: Readonly<Partial<Record<Field, readonly string[]>>>;
  /** Order-level fields that may not differ between the rows of one order. */
  readonly agree: readonly Field[];
  /** Whole address in one cell, as Chinese platforms write it. */
  readonly chineseAddress?: boolean;
  /** Item titles joined with this in one cell. */
  readonly packedItems?: string;
  readonly decimal?: 'point' | 'comma';
  readonly dates?: 'ymd' | 'dmy' | 'mdy';
  /** A digit run this long that ends in zeros was rounded by a spreadsheet. */
  readonly orderNumberDigits?: number;
}

export interface Platform {
  readonly name: string;
  /** What a shop of it is called when nobody named it. */
  readonly title: string;
  readonly timeZone?: string;
  readonly currency?: string;
  readonly country?: string;
  /** Accounts are known across the marketplace, or only within one shop. */
  readonly accountScope: 'marketplace' | 'shop';
  /** Channels the order-time marketing flag speaks of. */
  readonly marketingChannels: readonly ('email' | 'sms' | 'phone')[];
  readonly states: StatusWords;
  readonly layouts: readonly Layout[];
}
