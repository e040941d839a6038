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

/** What a status word says. `assumed`: nobody has seen it in a file, and the summary tells that it was met. */
export interface Meaning extends Axes {
  readonly assumed?: true;
}

/** The columns a status word can stand in. `status` speaks for several axes at once. */
export type StatusRole = 'status' | 'payment' | 'fulfilment' | 'refund' | 'cancellation';

/**
 * Word (as the platform writes it, lower-cased) to what it says. A key with stars at its ends stands
 * for what it holds (`*cancel*`, `(删除)*`), in the order written; `*` is any other text, '' a blank
 * where no status column of the order says anything.
 */
export type StatusWords = Readonly<Partial<Record<StatusRole, Readonly<Record<string, Meaning>>>>>;

export type Field =
  | 'orderNumber'
  | 'platformId'
  | 'placedAt'
  /** Time of day where it has a column of its own. */
  | 'placedTime'
  /** Time zone of the row's times. */
  | 'zone'
  | StatusRole
  | 'shop'
  /** Where a program that gathers orders of several platforms got this one from. */
  | 'soldOn'
  | 'account'
  | 'name'
  /** Put behind the name where it has a column of its own. */
  | 'lastName'
  | 'email'
  | 'phone'
  | 'receiverName'
  | 'receiverLastName'
  | 'receiverPhone'
  /** Name, phone and address in one cell, as `姓名，86-手机号，地址`. */
  | 'receiver'
  | 'country'
  | 'province'
  | 'city'
  | 'district'
  | 'postcode'
  | 'address'
  /** Put behind the address where they have columns of their own. */
  | 'address2'
  | 'address3'
  | 'currency'
  | 'total'
  | 'subtotal'
  | 'paid'
  | 'refunded'
  /** What the total became after refunds; 0 where nothing was adjusted. */
  | 'adjusted'
  | 'discount'
  | 'shipping'
  | 'coupon'
  | 'acceptsMarketing'
  /** The flag turned round: yes is a refusal, no says nothing. */
  | 'refusesMarketing'
  /** The number of the row's own item: a row that comes again with it is a copy. */
  | 'lineId'
  | 'sku'
  | 'item'
  | 'variant'
  | 'quantity'
  | 'unitPrice'
  /** What was paid for all pieces of the row, where the price of one is not written. */
  | 'lineTotal'
  | 'lineCount'
  | 'units'
  | CustomerField
  | ProductField
  | RateField
  | TagField
  | ConsentField
  | SuppressionField
  | FollowupField
  | ResultField;

/** What a seller's own table says of products. */
export type ProductField = 'category' | 'cost' | 'daysOfSupply';

/** What a table of exchange rates says beside a currency and a day. */
export type RateField = 'targetCurrency' | 'rate';

/** What a table of tags says of a customer. */
export type TagField = 'customerId' | 'tag' | 'reason' | 'expiresOn' | 'action';

/** What a table of consents says beside a status, a day and a note. */
export type ConsentField = 'channel' | 'proof';

/** What a table of whom never to contact says beside who it is. */
export type SuppressionField = 'domain';
/** What a call sheet that was filled in says of a follow-up beside channel and note. */
export type FollowupField = 'followupId' | 'outcome' | 'saidOn' | 'untilDay';
/** What a table of messages that were sent says of one. */
export type ResultField = 'result' | 'bounceType' | 'happenedAt' | 'channel' | 'smsStatedAt';

/** What a file of customers says beside who they are and where they live. */
export type CustomerField =
  | 'nickname'
  | 'birthday'
  | 'gender'
  /** Several, between commas. */
  | 'tags'
  | 'points'
  | 'note'
  /** Since when they are a customer. */
  | 'since'
  | 'acceptsEmail'
  | 'acceptsSms'
  | 'acceptsPhone'
  /** When they agreed, or when the flags beside it were stated. */
  | 'acceptedAt'
  /** Filled where they refused e-mail, and where none arrives: since then. */
  | 'refusedAt'
  | 'bouncedAt'
  /** Never to be contacted: yes, or why. */
  | 'blacklist';

/** What an item says that is packed into a cell or lies sideways. */
export type ItemField = 'sku' | 'item' | 'variant' | 'quantity' | 'unitPrice' | 'lineTotal';

/** How an order's items stand in its one row. */
export type PackedItems =
  /** Titles joined by a sign; split only where there are as many as `lineCount` states. */
  | { readonly kind: 'titles'; readonly between: string }
  /** Several cells joined alike: the nth part of each is the nth item's. */
  | { readonly kind: 'parallel'; readonly between: string }
  /** `2× Tea, 1× Cup`. */
  | { readonly kind: 'counted'; readonly between: string }
  /** In the `item` cell, items between `items`, facts between `pairs`: `Product Qty: 2, Product Name: Tea|…`; values may hold signs, but not `NAME:`. */
  | {
      readonly kind: 'named';
      readonly items: string;
      readonly pairs: string;
      readonly names: Readonly<Partial<Record<ItemField, string>>>;
      /** Names of facts that are not read, which end a value as well. */
      readonly others: readonly string[];
    }
  /** A column for each item; `#` in a header of `columns` is its number: `Product Item # Name`. */
  | { readonly kind: 'sideways' };

/** What a file says of its orders: all, or what stands in a file beside the one of the orders. */
export type Part = 'order' | 'lines' | 'items';

/** How somebody stands on a mailing list; `cleaned`: mail does not arrive. */
export type Standing = 'subscribed' | 'unsubscribed' | 'cleaned';

export interface Layout {
  readonly platform: string;
  readonly name: string;
  /** How well the header is known: read in a real file, in the platform's source, in others' code. */
  readonly evidence: 'file' | 'source' | 'code';
  /** What files of it settle for a new shop, where the platform as a whole does not. */
  readonly settles?: Pick<Platform, 'timeZone' | 'currency' | 'country'>;
  /** Columns a file must have to be this layout. */
  readonly requires: readonly string[];
  /** One of these as well, where the platform renamed a column. */
  readonly requiresOne?: readonly string[];
  /** Columns that no file of it has, where they tell another layout. */
  readonly lacks?: readonly string[];
  /**
   * order: one row is one order, its items packed into it.
   * line: one row is one item; order values stand on each row, on the first with blanks below, or on
   * a summary row above the items.
   * unit: one row is one piece; equal ones of an order are one line.
   * customer: one row is one customer; there are no orders.
   */
  readonly grain: 'order' | 'line' | 'unit' | 'customer';
  /**
   * What a file of it says of an order, where the platform writes two files that belong together:
   * lines: its items, and enough beside them to stand alone until the orders' file comes;
   * items: its items only, which wait for the orders' file. Where the file of orders says nothing
   * (status, refund, buyer), the lines' file is heard.
   */
  readonly part?: Exclude<Part, 'order'>;
  /** line, unit: amounts that every row states of itself; the order's is their sum. */
  readonly sums?: readonly Field[];
  /** A blank total is nothing, as of items that were cancelled. */
  readonly blankTotal?: 'nothing';
  /** line, unit: status columns that speak of their own row alone. */
  readonly lineStates?: readonly StatusRole[];
  /** line: the column that is only filled on an order's own row, where there is one. */
  readonly headColumn?: Field;
  /** line: the order number stands on the first row of an order only. */
  readonly numberOnce?: true;
  /** line: of an order with several rows, one without an item is the order's own and no line. */
  readonly summaryRow?: true;
  /** line: a row whose text in `field` matches is an order, and so many rows below it as the first group says are its items, under numbers of their own. */
  readonly package?: { readonly field: Field; readonly says: RegExp };
  /** Columns of a field in order of preference; the first that exists and is filled is taken. */
  readonly columns: Readonly<Partial<Record<Field, readonly string[]>>>;
  /** Headers that stand over several columns, of which the first is meant. */
  readonly repeats?: readonly string[];
  /** Headers end in the currency: `Total (CLP)`; written `Total (*)` here. */
  readonly currencyInHeader?: true;
  /** Columns that look like a person and never are the buyer: promoters, agents, couriers, ID cards. */
  readonly never?: readonly string[];
  /** Order-level fields that may not differ between the rows of one order. */
  readonly agree: readonly Field[];
  /** Whole address in one cell, as Chinese platforms write it. */
  readonly chineseAddress?: boolean;
  /** customer: columns under names of the seller's own, by these names. */
  readonly own?: Readonly<Record<string, string>>;
  /** customer: a mailing list, whose file says by its name, or by a column of times, how those in it stand to e-mail. */
  readonly list?: Readonly<Record<Standing, RegExp>>;
  /** How items stand in one row. */
  readonly items?: PackedItems;
  /** With tabs between its cells it quotes none: a quote is text. */
  readonly unquoted?: true;
  readonly decimal?: 'point' | 'comma';
  readonly dates?: 'ymd' | 'dmy' | 'mdy';
  /** How it writes them where no date of a file tells; spreadsheets may have turned them. */
  readonly usualDates?: 'dmy' | 'mdy';
  /** Year of the century, month and day in an order number, for orders whose time is blank. */
  readonly dayInNumber?: RegExp;
  /** A digit run this long that ends in zeros was rounded by a spreadsheet. */
  readonly orderNumberDigits?: number;
}

/** A file of a platform that holds no orders: it is recognised, and refused by its name. */
export interface OtherFile {
  readonly what: 'settlement' | 'bill' | 'logistics' | 'payments' | 'promotion' | 'returns';
  readonly evidence: Layout['evidence'];
  readonly requires: readonly string[];
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
  /** service-only: its rules allow to write to a buyer about the order alone. */
  readonly contactPolicy?: 'service-only';
  /** Channels the order-time marketing flag speaks of. */
  readonly marketingChannels: readonly ('email' | 'sms' | 'phone')[];
  /** When the platform wrote a file, as its name says: the first group, `yyyymmddHHMM` in the platform's zone or a count since 1970. */
  readonly exportedAt?: { readonly name: RegExp; readonly as: 'wall' | 'seconds' | 'milliseconds' };
  readonly states: StatusWords;
  /** Of a program that gathers orders of other platforms: their names by what stands in `soldOn`. Its orders keep the platform's shop and number. */
  readonly gathers?: Readonly<Record<string, string>>;
  readonly layouts: readonly Layout[];
  readonly others?: readonly OtherFile[];
}
