/** Counts the status words of an import that no rule knows. */
import { readWords, STATUS_ROLES, type Words } from '../../archive/status-words.ts';
import type { StatusRole, StatusWords } from '../../platforms/layout.ts';
import { ownText } from '../../values/own-text.ts';
import type { WordSeen } from './summary.ts';

export class WordCount {
  readonly #vocabulary: StatusWords;
  /** Columns in which any word has a meaning: often a time, and every order has its own. */
  readonly #roles: readonly StatusRole[];
  readonly #orders = new Map<string, { readonly words: Words; orders: number }>();

  constructor(vocabulary: StatusWords) {
    this.#vocabulary = vocabulary;
    this.#roles = STATUS_ROLES.filter((role) => vocabulary[role]?.['*'] === undefined);
  }

  add(words: Words): void {
    const key = this.#roles.map((role) => words[role]).join('\u0000');
    const known = this.#orders.get(key);
    if (known) known.orders++;
    else this.#orders.set(key, { words: this.#counted(words), orders: 1 });
  }

  /** Words no rule knows, or whose meaning is assumed; commonest first. */
  of(kind: 'unknown' | 'assumed'): WordSeen[] {
    const counts = new Map<string, { column: StatusRole; word: string; orders: number }>();
    for (const { words, orders } of this.#orders.values()) {
      for (const { role, word } of readWords(words, this.#vocabulary)[kind]) {
        const known = counts.get(`${role} ${word}`);
        counts.set(`${role} ${word}`, { column: role, word, orders: (known?.orders ?? 0) + orders });
      }
    }
    return [...counts.values()].toSorted((a, b) => b.orders - a.orders || (a.word < b.word ? -1 : 1));
  }

  #counted(words: Words): Words {
    const counted: Partial<Record<StatusRole, string>> = {};
    for (const role of this.#roles) {
      const word = words[role];
      if (word !== undefined) counted[role] = ownText(word);
    }
    return counted;
  }
}
