/** All that storing one order takes, worked out from what the file says of it: its lines and amounts, and the record of who bought it. */
import { type Newcomer, newcomerOf } from '../../archive/new-records.ts';
import { contactFacts, fingerprint, type RecordFacts, recordFacts } from './fingerprint.ts';
import type { OrderFacts } from './order-facts.ts';
import { RecordBook } from './record-book.ts';

export interface PreparedOrder {
  readonly facts: Omit<OrderFacts, 'contact'>;
  /** Fingerprint of the record. */
  readonly fingerprint: string;
  /** Counts the records of this file from 1. */
  readonly record: number;
  /** Undefined for a record that the file showed before. */
  readonly shown: ShownRecord | undefined;
  /** As they stand beside this order. */
  readonly buyer: Buyer;
}

export interface ShownRecord {
  readonly facts: RecordFacts;
  /** Undefined where the record may well be known to the archive. */
  readonly newcomer: Newcomer | undefined;
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
  readonly #newcomers: boolean;
  readonly #records = new RecordBook();
  #last = 0;

  /** `newcomers`: every record is new to the archive, and what follows from it will be wanted. */
  constructor({ newcomers }: { readonly newcomers: boolean }) {
    this.#newcomers = newcomers;
  }

  complete({ contact, ...facts }: OrderFacts, scope: RecordScope): PreparedOrder {
    const stated = recordFacts(contact, scope.accounts, scope.country);
    const print = fingerprint(stated);
    const { account, name, email, phone } = contact;
    const known = this.#records.get(print);
    const record = known ?? ++this.#last;
    if (known === undefined) this.#records.add(print, record);
    return {
      facts,
      fingerprint: print,
      record,
      shown:
        known === undefined
          ? { facts: stated, newcomer: this.#newcomers ? newcomerFrom(print, stated) : undefined }
          : undefined,
      buyer: { account, name, email, phone },
    };
  }
}

export function newcomerFrom(print: string, facts: RecordFacts): Newcomer {
  return newcomerOf(contactFacts(print, facts));
}
