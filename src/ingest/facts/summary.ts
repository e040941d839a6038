/** What one ingest did, as stored with the import and printed after it. Money in minor units by currency. */
import type { ExportRead, ReadNotes, RowAccount } from '../orders/export-read.ts';
import type { Part, StatusRole } from '../../platforms/layout.ts';
import type { SettledShop, ShopSettings } from '../orders/shop.ts';

export type ByCurrency = Readonly<Record<string, number>>;

/** A status word, the role of its column, and how many orders say it. */
export interface WordSeen {
  readonly column: StatusRole;
  readonly word: string;
  readonly orders: number;
}

export interface ImportSummary {
  readonly import: number;
  readonly file: string;
  readonly platform: string;
  readonly layout: string;
  /** What the file says of its orders. */
  readonly part: Part | 'customers';
  readonly encoding: string | null;
  /** What its refused rows need when they are written out to be mended, however much later. */
  readonly header: readonly string[];
  readonly decided: ExportRead['decided'];
  readonly shops: readonly (ShopSettings & Omit<SettledShop, 'settings'>)[];
  /** Every shop of the file, also where all of its orders were refused. */
  readonly named: readonly string[];
  /** Every row of the file after the header: orders + copies + blank + repeatedHeader + totals + refused = read. */
  readonly rows: Readonly<RowAccount>;
  readonly orders: {
    readonly new: number;
    readonly changed: number;
    readonly unchanged: number;
    readonly refused: number;
  };
  readonly lines: number;
  /** Orders of which the file brought items, and that have not come yet themselves. */
  readonly waiting: number;
  readonly total: ByCurrency;
  readonly net: ByCurrency;
  readonly refunded: ByCurrency;
  readonly customers: { readonly new: number; readonly matched: number; readonly anonymousOrders: number };
  /** Of a file of customers. */
  readonly people?: {
    /** Rows with a name alone, which join nobody. */
    readonly nameOnly: number;
    readonly blacklisted: number;
    /** Cells that could not be read, of rows that were taken. */
    readonly leftOut: number;
    /** Columns of a seller's own table that nothing is taken from. */
    readonly notRead: readonly string[];
    /** It is of a mailing list, and does not say whether those in it agreed. */
    readonly standingUnknown: boolean;
  };
  readonly unknownWords: readonly WordSeen[];
  /** Words whose meaning nobody has seen in a file. */
  readonly assumedWords: readonly WordSeen[];
  /** Values several people use: `joins` is false where they no longer join anybody, true where only names kept their users apart. */
  readonly shared: readonly {
    readonly kind: string;
    /** Enough to recognise it. */
    readonly hint: string;
    readonly names: number;
    readonly accounts: number;
    readonly joins: boolean;
  }[];
  readonly contacts: Readonly<Record<string, number>>;
  /** Orders, or rows of customers, that were taken without their details, or not at all: of people who were forgotten. */
  readonly forgotten: number;
  readonly regressions: readonly string[];
  readonly decidedByArrival: readonly string[];
  readonly notes: ReadNotes;
}
