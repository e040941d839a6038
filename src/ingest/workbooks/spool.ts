/**
 * Rows of a sheet set down once in a file that only its owner can read, in a plain form that is read
 * again fast: rows part at U+001E, cells at U+001F, the sheet row stands first. No cell holds either.
 */
import { closeSync, createReadStream, openSync, writeSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { FileRefused } from '../refusal.ts';
import type { TakeRow } from './workbook.ts';

const ROW = '\u001e';
const CELL = '\u001f';
const PIECE = 1 << 18;
/** Characters; more than any export, less than a disk. */
const LARGEST = 2 ** 31;

export class Spool {
  rows = 0;
  readonly #path: string;
  #file: number | undefined;
  #parts = '';
  #length = 0;

  constructor(path: string) {
    this.#path = path;
    this.#file = openSync(path, 'wx', 0o600);
  }

  /** Throws FileRefused: too_large. */
  readonly add: TakeRow = (line, cells) => {
    this.rows++;
    this.#parts += `${line}${CELL}${cells.join(CELL)}${ROW}`;
    if (this.#parts.length >= PIECE) this.#flush();
  };

  #flush(): void {
    if (this.#file === undefined) return;
    this.#length += this.#parts.length;
    if (this.#length > LARGEST) throw new FileRefused('too_large');
    const bytes = Buffer.from(this.#parts);
    for (let written = 0; written < bytes.length; ) written += writeSync(this.#file, bytes, written);
    this.#parts = '';
  }

  /** Nothing is added afterwards. */
  close(): void {
    if (this.#file === undefined) return;
    try {
      this.#flush();
    } finally {
      closeSync(this.#file);
      this.#file = undefined;
    }
  }

  /** Visits every row in order until `take` says to stop. */
  async read(take: (line: number, cells: string[]) => boolean | void): Promise<void> {
    const decoder = new StringDecoder('utf8');
    let rest = '';
    for await (const piece of createReadStream(this.#path, { highWaterMark: PIECE }) as AsyncIterable<Buffer>) {
      const rows = (rest + decoder.write(piece)).split(ROW);
      rest = rows.pop() ?? '';
      for (const row of rows) {
        const cells = row.split(CELL);
        if (take(Number(cells.shift()), cells) === false) return;
      }
    }
  }
}
