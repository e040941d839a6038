/** The status words of an order as its file has them. A shop uses few combinations, so that one object stands for many orders. */
import type { Words } from '../../archive/status-words.ts';
import { ownText } from '../../values/own-text.ts';

export interface SaidWords {
  readonly words: Words;
  /** JSON, as it is kept. */
  readonly text: string;
}

/** But a time may stand among them, and every order has its own. */
const KNOWN_AT_MOST = 1000;

/** One object for all that say the same; `key` must tell them apart as well as their texts do. */
export class SaidBook {
  readonly #known = new Map<string, SaidWords>();

  get(key: string, make: () => Words): SaidWords {
    const known = this.#known.get(key);
    if (known) return known;
    const words = make();
    const said = { words, text: JSON.stringify(words) };
    if (this.#known.size < KNOWN_AT_MOST) this.#known.set(ownText(key), said);
    return said;
  }
}
