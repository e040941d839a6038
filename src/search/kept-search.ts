/**
 * What `customers find` looks through, kept close together in the archive: the texts of all customers as few large
 * values instead of pages of all that is stored, and by whom each product was bought. Made when a reading run ends, from
 * what was so then; gone with the next change.
 */
import { isDeepStrictEqual } from 'node:util';
import { keepPopulation, readPopulation } from '../store/kept-population.ts';
import { mappedRead } from '../store/mapped-read.ts';
import type { Moment } from '../store/moment.ts';
import type { Archive } from '../store/open.ts';
import {
  type Block,
  buyersByVersion,
  greatestCustomer,
  keptBlocks,
  keptNames,
  keptWriters,
  latestSeen,
  linesOfVersions,
  type Said,
  saidOf,
} from './kept-queries.ts';
import type { Wanted } from './queries.ts';

type Connection = Pick<Archive, 'db'>;

/** Of texts and blocks: to be raised when any is made in another way. */
const RULES = 1;
const CUSTOMERS_IN_BLOCK = 4000;
/** More titles and SKUs than this are not worth keeping apart from the lines. */
const MOST_NAMES = 20_000;

const LINE = '\n';
const FIELD = '\u0001';

export interface KeptSearch {
  readonly rules: number;
  readonly day: string | null;
  readonly imported: number | null;
  /** Whether products are among it. */
  readonly names: boolean;
}

/** Undefined where nothing is kept, or of a moment before something of it. */
export function keptSearch(archive: Archive, { asOf, until }: Moment): KeptSearch | undefined {
  const { searched } = readPopulation(archive);
  if (searched === null) return undefined;
  const kept = JSON.parse(searched) as KeptSearch;
  const knows = (kept.day ?? '') <= asOf && (kept.imported ?? 0) < until;
  return kept.rules === RULES && knows ? kept : undefined;
}

/** When the archive is closed, unless anything has changed by then. */
export function keepSearch(archive: Archive): void {
  const { changes, searched } = readPopulation(archive);
  if (searched !== null) return;
  archive.afterwards((db) => {
    const names = namesOf({ db });
    const kept = { rules: RULES, ...latestSeen({ db }), names: names !== undefined } satisfies KeptSearch;
    if (!keepPopulation({ db }, { changes, searched: JSON.stringify(kept) })) return;
    const write = keptWriters({ db });
    for (const block of blocksOf({ db })) write.block(block);
    for (const [name, customers] of names ?? []) write.name(name, customers);
  });
}

/** Whether what is kept is what would be kept now. */
export function isSearchRight(archive: Archive): boolean {
  const { searched } = readPopulation(archive);
  const kept = searched === null ? undefined : (JSON.parse(searched) as KeptSearch);
  if (kept?.rules !== RULES) return true;
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
  mappedRead(archive, () => {
    const wanted = Buffer.from(stored(text));
    for (const block of keptBlocks(archive, 'texts')) hits(block, wanted, found);
    if (number !== text) for (const block of keptBlocks(archive, 'phones')) hits(block, Buffer.from(number), found);
  });
  for (const [, customers] of keptNames(archive, text))
    for (let at = 0; at < customers.length; at += 4) found.add(customers.readUInt32LE(at));
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
  for (let block = 1; block <= last; block += CUSTOMERS_IN_BLOCK) {
    const { texts, phones } = said(block, block + CUSTOMERS_IN_BLOCK - 1);
    yield { block, texts: packed(texts), phones: packed(phones) };
  }
}

/** By customer, each text once and none that is part of one before. */
function packed(rows: readonly Said[]): Buffer {
  const texts = new Map<number, string>();
  for (const [customer, ...said] of rows) {
    let all = texts.get(customer) ?? FIELD;
    for (const one of said) {
      const text = one === null ? '' : stored(one);
      if (!all.includes(text)) all += `${text}${FIELD}`;
    }
    texts.set(customer, all);
  }
  return Buffer.from([...texts].map(([customer, all]) => `${LINE}${customer}${all}`).join(''));
}

/** What parts texts from each other is not in one. */
function stored(text: string): string {
  return text.replaceAll(/[\n\u0001]/g, ' ').replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Who bought what, by title and by SKU; undefined where there are too many of these. */
function namesOf(archive: Connection): Map<string, Buffer> | undefined {
  const buyers = buyersByVersion(archive);
  const found = new Map<string, number[]>();
  for (const [version, ...names] of linesOfVersions(archive)) {
    const buyer = buyers[version] ?? 0;
    if (buyer === 0) continue;
    for (const name of names) {
      if (name === null) continue;
      const customers = found.get(name);
      if (customers) customers.push(buyer);
      else if (found.size === MOST_NAMES) return undefined;
      else found.set(name, [buyer]);
    }
  }
  return new Map([...found].map(([name, customers]) => [name, packedNumbers([...new Set(customers)])]));
}

function packedNumbers(customers: readonly number[]): Buffer {
  const packed = Buffer.alloc(customers.length * 4);
  customers.toSorted((one, other) => one - other).forEach((customer, at) => packed.writeUInt32LE(customer, at * 4));
  return packed;
}
