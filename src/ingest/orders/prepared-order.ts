/** All that storing one order takes, worked out from what the file says of it: its lines and amounts, and the record of who bought it. */
import type { WallTime } from '../../values/dates.ts';
import { fingerprint, type RecordFacts, recordFacts } from './fingerprint.ts';
import type { OrderFacts } from './order-facts.ts';
import { RecordBook } from './record-book.ts';

/** What is stored of an order beside its record. */
export interface StoredFacts extends Omit<OrderFacts, 'contact' | 'placed' | 'clockChange'> {
  readonly placed: Pick<WallTime, 'wall' | 'offset'>;
}

export interface PreparedOrder {
  readonly facts: StoredFacts;
  /** Fingerprint of the record. */
  readonly fingerprint: string;
  /** Of the rows it was read from; null where there was more to say of them than the order itself. */
  readonly rowsHash: string | null;
  /** Counts the records of this file from 1. */
  readonly record: number;
  /** The record; undefined for one that the file showed before. */
  readonly shown: RecordFacts | undefined;
  /** As they stand beside this order; undefined where no order can stand yet that may be another buyer's. */
  readonly buyer: Buyer | undefined;
}

export interface Buyer {
  readonly account: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

export interface RecordScope {
  /** Of accounts: the platform, or platform and shop where accounts are one shop's own. */
  readonly accounts: string;
  readonly country: string | null;
}

export class Preparation {
  readonly #buyers: boolean;
  readonly #records = new RecordBook();
  #last = 0;

  /** `buyers`: there may be orders in the archive whose buyers are to be compared. */
  constructor({ buyers }: { readonly buyers: boolean }) {
    this.#buyers = buyers;
  }

  complete(facts: OrderFacts, scope: RecordScope, rowsHash: string | null): PreparedOrder {
    const { contact } = facts;
    const stated = recordFacts(contact, scope.accounts, scope.country);
    const print = fingerprint(stated);
    const { account, name, email, phone } = contact;
    const known = this.#records.get(print);
    const record = known ?? ++this.#last;
    if (known === undefined) this.#records.add(print, record);
    return {
      facts,
      fingerprint: print,
      rowsHash,
      record,
      shown: known === undefined ? stated : undefined,
      buyer: this.#buyers ? { account, name, email, phone } : undefined,
    };
  }
}
