/** An export as it is handed over: what it is, the shops it names, its orders one by one, and what became of its rows. */
import type { CustomerMap } from '../../platforms/customer-table.ts';
import type { GenericField } from '../../platforms/generic.ts';
import type { SaidMeaning } from '../../archive/vocabulary.ts';
import type { Layout, Platform } from '../../platforms/layout.ts';
import type { DateOrder } from '../../values/dates.ts';
import type { DecimalStyle } from '../../values/money.ts';
import type { OpenRequest } from '../rows/open-rows.ts';
import type { NoOrder } from '../rows/stray-rows.ts';
import type { Refusal } from '../refusal.ts';
import type { Detected } from '../text/encoding.ts';
import type { WorkbookNotes } from '../workbooks/workbook-notes.ts';
import type { PreparedOrder } from './prepared-order.ts';
import type { SettledShop, ShopRequest, ShopSettings } from './shop.ts';

export type ColumnMap = Readonly<Partial<Record<GenericField, string>>>;

export interface ReadRequest extends OpenRequest, ShopRequest {
  readonly platform?: string | undefined;
  readonly shop?: string | undefined;
  readonly map: ColumnMap;
  /** Only files of customers are meant, also of the seller's own making, by a map of their own. */
  readonly customers?: { readonly map: CustomerMap } | undefined;
  readonly decimal?: DecimalStyle | undefined;
  readonly dates?: DateOrder | undefined;
}

/** What the archive knows already. */
export interface Known {
  readonly shops: readonly ShopSettings[];
  /** Of which no order stands any more, and which nobody set up: how they were set up holds where nobody says otherwise. */
  readonly formerShops: readonly ShopSettings[];
  readonly maps: readonly { readonly name: string; readonly columns: ColumnMap }[];
  /** Of tables of customers. */
  readonly customerMaps: readonly { readonly name: string; readonly columns: CustomerMap }[];
  /** Meanings the seller gave to status words. */
  readonly words: readonly SaidMeaning[];
  /** Whether it holds records of earlier files. */
  readonly records: boolean;
}

export const NOTHING_KNOWN: Known = {
  shops: [],
  formerShops: [],
  maps: [],
  customerMaps: [],
  words: [],
  records: false,
};

export interface ExportRead {
  readonly layout: Layout;
  readonly platform: Platform;
  readonly encoding: Detected | undefined;
  /** Every shop the file names, by the name its orders carry. */
  readonly shops: ReadonlyMap<string, SettledShop>;
  readonly header: readonly string[];
  /** What the whole file decided and neither the layout nor a flag had settled. */
  readonly decided: { readonly dates?: 'dmy' | 'mdy'; readonly decimal?: 'comma' };
  /** What was decided is only foreseen: `build` may throw Unforeseen, or refuse what it should not. */
  readonly atOnce: boolean;
  /** Hands over each order as it is built, so that not all of them stand in memory. Out of the file's order where orders are offered. */
  build(take: OrderTaker): Promise<Built>;
  /** Lets go of what reading held, wherever it stands. */
  close(): Promise<unknown>;
}

export interface OrderTaker {
  order(order: PreparedOrder): void;
  refusal(refusal: Refusal): void;
  /**
   * An order before it is built. `answer`, at once or later, tells whether it stands in the archive as it
   * was read from these very rows: then it is done with.
   */
  offer(order: OrderInBrief, answer: (stands: boolean) => void): void;
  /** Settles when every offer is answered. */
  settled?(): Promise<void>;
  /** Awaited now and then: reading goes on when it settles. */
  room?(): Promise<void>;
}

export interface OrderInBrief {
  readonly line: number;
  readonly shopName: string;
  readonly orderNumber: string;
  readonly rowsHash: string;
}

export interface Built {
  readonly orders: number;
  readonly rows: RowAccount;
  readonly notes: ReadNotes;
}

/** Every row of the file is one of these. */
export type RowAccount = Record<'read' | 'orders' | 'copies' | 'refused' | NoOrder, number>;

/** What was noticed and does not stop anything. */
export interface ReadNotes {
  /** Orders that stood in the file more than once, row for row. */
  readonly repeatedOrders: readonly string[];
  /** Wall times that a clock change skipped, or ran through twice. */
  readonly shiftedTimes: number;
  readonly doubleTimes: number;
  readonly withoutStatus: boolean;
  /** Dates that were a spreadsheet's day numbers, or counts of seconds since 1970. */
  readonly datesFromSerial: number;
  readonly datesFromEpoch: number;
  /** Every order number was written as 1001.0; kept without it. */
  readonly floatIds: boolean;
  /** Second order numbers that a spreadsheet rounded; not kept. */
  readonly lostPlatformIds: number;
  /** Orders below zero: refunds that name no sale. */
  readonly belowZero: number;
  readonly workbook: WorkbookNotes;
  /** Names over several columns of which none is read. */
  readonly duplicateHeaders: readonly string[];
}
