/**
 * One form of contact list that another tool takes: which columns or cards it wants, made of the people who passed the
 * gate. To add one: a file exporting one ListFormat, a line in list-formats.ts, and a golden file.
 */
import type { Channel, ConsentStatus } from '../gate.ts';

/** What a list may say of somebody. An address is there where the gate lets it be used for the list's kind; else null. */
export interface ListPerson {
  readonly customer_id: number;
  readonly name: string | null;
  /** As their greeting would have it: 王女士, Ms Archer. */
  readonly salutation: string | null;
  /** f, m or other; what was said of it. */
  readonly gender: string | null;
  /** YYYY-MM-DD, 0000 where no year is told. */
  readonly birthday: string | null;
  /** BCP 47. */
  readonly language: string | null;
  readonly email: string | null;
  /** E.164. */
  readonly phone: string | null;
  readonly phone_type: 'mobile' | 'landline' | 'unknown' | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly province: string | null;
  readonly city: string | null;
  readonly district: string | null;
  readonly postcode: string | null;
  /** Street and house. */
  readonly address: string | null;
  readonly number_of_orders: number;
  /** Minor units of the currency; null where all is in others. */
  readonly amount_spent: number | null;
  /** ISO 4217. */
  readonly currency: string;
  readonly first_order_date: string | null;
  readonly last_order_date: string | null;
  readonly tags: readonly string[];
  readonly consent: Readonly<Record<Channel, ConsentStatus>>;
}

export interface ListSettings {
  /** The day the list is made on. */
  readonly asOf: string;
  readonly channel: Channel;
}

/** text: defused for spreadsheets; phone: E.164, kept whole; the others as they are. */
export interface ListColumn {
  /** The header, to the letter. */
  readonly name: string;
  readonly kind: 'text' | 'phone' | 'integer' | 'number' | 'day';
}

export type ListContent =
  | {
      readonly kind: 'sheet';
      readonly columns: readonly ListColumn[];
      readonly rows: Iterable<readonly (string | number | null)[]>;
      /** Between the cells of a text file; a comma where none is told. */
      readonly delimiter?: ',' | '\t' | ';' | '|';
    }
  | { readonly kind: 'text'; readonly pieces: Iterable<string> };

export interface ListFormat {
  /** As given to --as, lower case with dashes: google-contacts. */
  readonly name: string;
  /** Whether its headers stand in a file or page that was seen, or are what is remembered of them. */
  readonly evidence: 'seen' | 'recalled';
  /** The page or file the headers are from. */
  readonly source: string;
  /** Headers that are remembered where the others were seen; none of them is required. */
  readonly recalled?: readonly string[];
  readonly channels: readonly Channel[];
  readonly extension: 'csv' | 'xlsx' | 'txt' | 'vcf';
  make(people: Iterable<ListPerson>, settings: ListSettings): ListContent;
}
