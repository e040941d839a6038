/** Counts the status words of an import that no rule knows. */
import { deriveOrder, STATUS_ROLES, type Words } from '../archive/order-state.ts';
import type { StatusWords } from '../platforms/layout.ts';
import type { ImportSummary } from './summary.ts';

export class WordCount {
  readonly #orders = new Map<string, { readonly words: Words; orders: number }>();

  add(words: Words): void {
    const key = STATUS_ROLES.map((role) => words[role]).join('\u0000');
    const known = this.#orders.get(key);
    if (known) known.orders++;
    else this.#orders.set(key, { words, orders: 1 });
  }

  /** Commonest first. */
  unknown(vocabulary: StatusWords): ImportSummary['unknownWords'] {
    const counts = new Map<string, { column: string; word: string; orders: number }>();
    for (const { words, orders } of this.#orders.values()) {
      const { unknown } = deriveOrder({ words, total: 0, paid: null, refunded: 0 }, vocabulary, {
        cashOnDelivery: false,
      });
      for (const { role, word } of unknown) {
        const known = counts.get(`${role} ${word}`);
        counts.set(`${role} ${word}`, { column: role, word, orders: (known?.orders ?? 0) + orders });
      }
    }
    return [...counts.values()].toSorted((a, b) => b.orders - a.orders || (a.word < b.word ? -1 : 1));
  }
}
