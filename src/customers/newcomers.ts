/**
 * Writes records that are new to the archive: each gets its identifiers and, where these prove
 * anything, a customer of its own, which `refreshCustomers` joins with others afterwards.
 */
import type { Archive } from '../store/open.ts';
import { newcomerWriters } from './customer-queries.ts';
import type { Newcomer } from './newcomer.ts';

export class Newcomers {
  readonly #write: ReturnType<typeof newcomerWriters>;
  /** How many contact details are of no or little use, by kind and state: `phone_masked`. */
  readonly troubles = new Map<string, number>();

  constructor(archive: Archive) {
    this.#write = newcomerWriters(archive);
  }

  /** Gives the customer it is for now; null for a record that proves nothing. Written at the latest by `flush`. */
  add(record: number, { identifiers, portrait }: Newcomer): number | null {
    for (const identifier of identifiers) {
      this.#write.identifier(record, identifier);
      const { kind, state, value } = identifier;
      if (state !== 'usable') this.#count(`${kind}_${state}`);
      else if (kind === 'email' && /[^ -~]/.test(value)) this.#count('email_non_ascii');
    }
    if (!portrait) return null;
    this.#write.customer(record, portrait);
    return record;
  }

  flush(): void {
    this.#write.flush();
  }

  #count(trouble: string): void {
    this.troubles.set(trouble, (this.troubles.get(trouble) ?? 0) + 1);
  }
}
