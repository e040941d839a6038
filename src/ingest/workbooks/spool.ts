/**
 * Rows of a sheet set down once, in a plain form that is read again fast: cells part at U+001F, the
 * sheet row stands first, and no cell holds that sign. The first of them stay in memory, which is all
 * for most workbooks; the others go, parted by U+001E, to a file that only its owner can read.
 */
import { closeSync, createReadStream, openSync, writeSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { FileRefused } from '../refusal.ts';
import type { Pause } from '../tables/table-source.ts';
import type { TakeRow } from './workbook.ts';

const ROW = '\u001e';
const CELL = '\u001f';
const PIECE = 1 << 18;
/** Characters that stay in memory, of all sheets of a workbook together. */
const IN_MEMORY = 12 << 20;
/** Rows in memory between two pauses. */
const BETWEEN_PAUSES = 500;
/** Characters; more than any export, less than a disk. */
const LARGEST = 2 ** 31;

type Take = (line: number, cells: string[]) => boolean | void;

export class SpoolRoom {
  #left = IN_MEMORY;

  /** False where so many characters have no room any more. */
  take(characters: number): boolean {
    if (characters > this.#left) return false;
    this.#left -= characters;
    return true;
  }
}

export class Spool {
  rows = 0;
  readonly #path: string;
  readonly #room: SpoolRoom;
  readonly #held: string[] = [];
  #file: number | undefined;
  #parts = '';
  #length = 0;

  /** The file is made at `path` when there is need of it. */
  constructor(path: string, room: SpoolRoom) {
    this.#path = path;
    this.#room = room;
  }

  /** Throws FileRefused: too_large. */
  readonly add: TakeRow = (line, cells) => {
    this.rows++;
    const row = `${line}${CELL}${cells.join(CELL)}`;
    this.#length += row.length;
    if (this.#length > LARGEST) throw new FileRefused('too_large');
    // What comes after the first row that had no room goes to the file.
    if (this.#file === undefined && this.#parts === '' && this.#room.take(row.length)) {
      this.#held.push(row);
      return;
    }
    this.#parts += row + ROW;
    if (this.#parts.length >= PIECE) this.#flush();
  };

  #flush(): void {
    // In a folder of its own; the same name stands there where the workbook is read a second time.
    this.#file ??= openSync(this.#path, 'w', 0o600);
    const bytes = Buffer.from(this.#parts);
    for (let written = 0; written < bytes.length; ) written += writeSync(this.#file, bytes, written);
    this.#parts = '';
  }

  /** Nothing is added afterwards. */
  close(): void {
    try {
      if (this.#parts !== '') this.#flush();
    } finally {
      if (this.#file !== undefined) closeSync(this.#file);
    }
  }

  /** Visits every row in order until `take` says to stop, pausing between pieces. */
  async read(take: Take, pause?: Pause): Promise<void> {
    for (const [index, row] of this.#held.entries()) {
      if (visit(row, take) === false) return;
      if (index % BETWEEN_PAUSES === 0) await pause?.();
    }
    if (this.#file === undefined) return;
    const decoder = new StringDecoder('utf8');
    let rest = '';
    for await (const piece of createReadStream(this.#path, { highWaterMark: PIECE }) as AsyncIterable<Buffer>) {
      const rows = (rest + decoder.write(piece)).split(ROW);
      rest = rows.pop() ?? '';
      for (const row of rows) if (visit(row, take) === false) return;
      await pause?.();
    }
  }
}

function visit(row: string, take: Take): boolean | void {
  const cells = row.split(CELL);
  return take(Number(cells.shift()), cells);
}
