/**
 * What `customers find` looks through, kept close together in the archive: the texts of all customers as few large
 * values instead of pages of all that is stored, and by whom each product was bought. Made when a reading run ends, from
 * what was so then; gone with the next change.
 */
import { endianness } from 'node:os';
import { isDeepStrictEqual } from 'node:util';
import { keepPopulation, readPopulation } from '../store/kept-population.ts';
import type { Moment } from '../store/moment.ts';
import type { Archive } from '../store/open.ts';
import {
  type Block,
  greatestCustomer,
  keptBlocks,
  keptNames,
  keptWriters,
  latestSeen,
  linesOfCustomers,
  saidOf,
} from './kept-queries.ts';
import type { Wanted } from './queries.ts';

type Connection = Pick<Archive, 'db'>;

/** Of texts and blocks: to be raised when any is made in another way. */
const RULES = 3;
/** That a block lies within a page, where SQLite looks through it without copying it. */
const CUSTOMERS_IN_BLOCK = 16;
/** Customers that are read at once. */
const BUNDLE = 250 * CUSTOMERS_IN_BLOCK;
/** More titles and SKUs than this are not worth keeping apart from the lines. */
const MOST_NAMES = 20_000;

const LINE = '\n';
const FIELD = '\u0001';

export interface KeptSearch {
  readonly rules: number;
  readonly day: string | null;
  readonly imported: number | null;
  /** Of numbers. */
  readonly order: ReturnType<typeof endianness>;
  /** Whether products are among it. */
  readonly names: boolean;
}

/** Undefined where nothing is kept, or of a moment before something of it. */
export function keptSearch(archive: Archive, { asOf, until }: Moment): KeptSearch | undefined {
  const { searched } = readPopulation(archive);
  if (searched === null) return undefined;
  const kept = JSON.parse(searched) as KeptSearch;
  const knows = (kept.day ?? '') <= asOf && (kept.imported ?? 0) < until;
  return isOurs(kept) && knows ? kept : undefined;
}

function isOurs({ rules, order }: KeptSearch): boolean {
  return rules === RULES && order === endianness();
}

/** When the archive is closed, unless anything has changed by then. */
export function keepSearch(archive: Archive): void {
  const { changes, searched } = readPopulation(archive);
  // Of an earlier moment than all of it there is nothing to keep.
  if (searched !== null && isOurs(JSON.parse(searched) as KeptSearch)) return;
  archive.afterwards((db) => {
    const names = namesOf({ db });
    const kept = {
      rules: RULES,
      order: endianness(),
      ...latestSeen({ db }),
      names: names !== undefined,
    } satisfies KeptSearch;
    if (!keepPopulation({ db }, { changes, searched: JSON.stringify(kept) })) return;
    const write = keptWriters({ db });
    write.over();
    for (const block of blocksOf({ db })) write.block(block);
    for (const [name, customers] of names ?? []) write.name(name, customers);
  });
}

/** Whether what is kept is what would be kept now. */
export function isSearchRight(archive: Archive): boolean {
  const { searched } = readPopulation(archive);
  const kept = searched === null ? undefined : (JSON.parse(searched) as KeptSearch);
  if (!kept || !isOurs(kept)) return true;
  const blocks = [...blocksOf(archive)];
  return (
    isDeepStrictEqual({ ...kept }, { ...kept, ...latestSeen(archive) }) &&
    isDeepStrictEqual(
      [...keptBlocks(archive, 'texts')],
      blocks.map(({ texts }) => texts),
    ) &&
    isDeepStrictEqual(
      [...keptBlocks(archive, 'phones')],
      blocks.map(({ phones }) => phones),
    ) &&
    isDeepStrictEqual([...keptNames(archive)], [...(namesOf(archive) ?? [])])
  );
}

/** Customers in whose texts, phone numbers or products the text occurs; letters of English are as good in either case. */
export function searchKept(archive: Archive, { text, number }: Wanted): Set<number> {
  const found = new Set<number>();
  const wanted = withSmallLetters(text);
  for (const block of keptBlocks(archive, 'texts', wanted)) hits(block, wanted, found);
  const digits = withSmallLetters(number);
  if (number !== text) for (const block of keptBlocks(archive, 'phones', digits)) hits(block, digits, found);
  for (const [, customers] of keptNames(archive, text))
    for (const customer of unpackedNumbers(customers)) found.add(customer);
  return found;
}

/** Adds the customers of a block in whose texts the bytes occur. */
function hits(block: Buffer, wanted: Buffer, found: Set<number>): void {
  for (let at = block.indexOf(wanted); at >= 0; at = block.indexOf(wanted, at)) {
    const line = block.lastIndexOf(LINE, at);
    const texts = block.indexOf(FIELD, line);
    if (at > texts) {
      found.add(Number(block.toString('latin1', line + 1, texts)));
      at = block.indexOf(LINE, at);
      if (at < 0) return;
    } else at = texts;
  }
}

function* blocksOf(archive: Connection): Generator<Block> {
  const said = saidOf(archive);
  const last = greatestCustomer(archive);
  for (let first = 1; first <= last; first += BUNDLE) {
    const { records, identifiers, orders } = said(first, first + BUNDLE - 1);
    const texts = new Texts();
    const phones = new Texts();
    const seen = new Set<number>();
    for (const [customer, record, ...told] of records) {
      seen.add(record);
      for (const text of told) if (text !== null) texts.addOnce(customer, text);
    }
    for (const [customer, record, kind, value] of identifiers) {
      if (!seen.has(record)) continue;
      texts.addOnce(customer, value);
      if (kind === 'phone') phones.addOnce(customer, value);
    }
    for (const [customer, number] of orders) texts.add(customer, number);
    for (let block = first; block < first + BUNDLE && block <= last; block += CUSTOMERS_IN_BLOCK)
      yield { block, texts: texts.packed(block), phones: phones.packed(block) };
  }
}

/** Texts by customer. */
class Texts {
  readonly #said = new Map<number, string[]>();

  /** Not what is part of a text before. */
  addOnce(customer: number, text: string): void {
    if (!this.#said.get(customer)?.some((one) => one.includes(text))) this.add(customer, text);
  }

  add(customer: number, text: string): void {
    const apart = text.includes(LINE) || text.includes(FIELD) ? text.replaceAll(/[\n\u0001]/g, '\u0002') : text;
    const said = this.#said.get(customer);
    if (said) said.push(apart);
    else this.#said.set(customer, [apart]);
  }

  /** Of a block, beginning with the customer of that number. */
  packed(block: number): Buffer {
    let lines = '';
    for (let customer = block; customer < block + CUSTOMERS_IN_BLOCK; customer++) {
      const said = this.#said.get(customer);
      if (said) lines += `${LINE}${customer}${FIELD}${said.join(FIELD)}`;
    }
    return withSmallLetters(lines);
  }
}

/** In UTF-8 the bytes of A to Z are nothing else's. */
function withSmallLetters(text: string): Buffer {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x41 && byte <= 0x5a) bytes[at] = byte + 0x20;
  }
  return bytes;
}

/** Who bought what, by title and by SKU; undefined where there are too many of these. */
function namesOf(archive: Connection): Map<string, Buffer> | undefined {
  const found = new Map<string, number[]>();
  for (const lines of linesOfCustomers(archive))
    for (const [buyer, ...names] of lines)
      for (const name of names) {
        if (name === null) continue;
        const customers = found.get(name);
        if (customers) customers.push(buyer);
        else if (found.size === MOST_NAMES) return undefined;
        else found.set(name, [buyer]);
      }
  return new Map([...found].map(([name, customers]) => [name, packedNumbers([...new Set(customers)])]));
}

function packedNumbers(customers: readonly number[]): Buffer {
  return Buffer.from(Uint32Array.from(customers).toSorted().buffer);
}

/** Copied, since numbers lie at multiples of their length. */
function unpackedNumbers({ buffer, byteOffset, byteLength }: Buffer): Uint32Array {
  return new Uint32Array(buffer.slice(byteOffset, byteOffset + byteLength));
}
