/** A sample of the times of a file, spread over all of it, from which a shop's zone can be worked out. */
import { type DateOrder, parseInstantParts } from '../../values/dates.ts';
import { ownText } from '../../values/own-text.ts';

/** Enough to tell a zone by. */
const MOST = 2048;

export class WrittenTimes {
  #texts: string[] = [];
  #seen = 0;
  /** Every so-manieth is kept; doubled, and half of them let go, whenever there are enough. */
  #step = 1;

  add(text: string): void {
    if (this.#seen++ % this.#step !== 0) return;
    this.#texts.push(ownText(text));
    if (this.#texts.length < MOST) return;
    this.#texts = this.#texts.filter((_, index) => index % 2 === 0);
    this.#step *= 2;
  }

  /** Wall times with the offset that was written beside them. */
  withOffsets(order: DateOrder): { readonly wall: string; readonly offset: number }[] {
    return this.#texts.flatMap((text) => {
      const parsed = parseInstantParts(text, order);
      return parsed.ok && parsed.value.offset !== null
        ? [{ wall: parsed.value.wall, offset: parsed.value.offset }]
        : [];
    });
  }
}
