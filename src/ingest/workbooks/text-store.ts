/**
 * Very many texts by number, in little memory: the first as they are, since what repeats comes early,
 * the others as bytes that are made into a text when it is asked for.
 */
import { FileRefused } from '../refusal.ts';

const KEPT = 1 << 18;
const CHUNK = 1 << 20;
/** Bytes of all texts together, so that no file decides how much memory is used. */
const MOST_BYTES = 1 << 27;
/** What a text takes beside its bytes. */
const OVERHEAD = 8;

export class TextStore {
  readonly #first: string[] = [];
  readonly #chunks: Buffer[] = [];
  #starts = new Uint32Array(1 << 12);
  #lengths = new Uint32Array(1 << 12);
  #count = 0;
  #used = CHUNK;
  #total = 0;

  /** Throws FileRefused: too_large. */
  add(text: string): void {
    if (this.#first.length < KEPT) this.#first.push(text);
    else this.#pack(text);
  }

  /** Undefined where there is no such number. */
  get(index: number): string | undefined {
    if (index < KEPT) return this.#first[index];
    const at = index - KEPT;
    if (!Number.isInteger(at) || at >= this.#count) return undefined;
    const start = this.#starts[at] ?? 0;
    const from = start % CHUNK;
    return this.#chunks[Math.floor(start / CHUNK)]?.toString('utf8', from, from + (this.#lengths[at] ?? 0));
  }

  #pack(text: string): void {
    const length = Buffer.byteLength(text);
    this.#total += length + OVERHEAD;
    if (this.#total > MOST_BYTES) throw new FileRefused('too_large');
    if (this.#used + length > CHUNK) {
      this.#chunks.push(Buffer.allocUnsafe(CHUNK));
      this.#used = 0;
    }
    if (this.#count === this.#starts.length) {
      this.#starts = doubled(this.#starts);
      this.#lengths = doubled(this.#lengths);
    }
    this.#starts[this.#count] = (this.#chunks.length - 1) * CHUNK + this.#used;
    this.#lengths[this.#count] = length;
    this.#chunks.at(-1)?.write(text, this.#used);
    this.#used += length;
    this.#count++;
  }
}

function doubled(values: Uint32Array): Uint32Array<ArrayBuffer> {
  const more = new Uint32Array(values.length * 2);
  more.set(values);
  return more;
}
