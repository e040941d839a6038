/** Forgets customers: in one transaction everything that says who they were, then what is left of it on the disk. */
import { randomBytes } from 'node:crypto';
import { recordsOfCustomers } from '../customers/queries.ts';
import { keepSuppressionKey } from '../store/settings.ts';
import type { Archive } from '../store/open.ts';
import { erase } from './erase.ts';
import { countSubject, type Figures } from './erase-queries.ts';
import { beginErasure, noteFigures, type Why } from './erasure-queries.ts';
import { refusedRowsOf } from './refused-rows.ts';
import { subjectOf } from './subject.ts';

/** So many customers at a time. */
const TOGETHER = 2000;

export interface Forgotten {
  readonly figures: Figures;
  /** How what went was written: personal, held in memory alone. */
  readonly texts: ReadonlySet<string>;
}

/** What an erasure would take; own words in what is said of others are only found on the way. */
export function foresee(archive: Archive, customers: readonly number[]): Figures {
  const { values } = subjectOf(archive, recordsOfCustomers(archive, customers));
  let refused = 0;
  for (const { rows } of refusedRowsOf(archive, values)) refused += rows.length;
  return { ...countSubject(archive), refused_rows: refused, own_words: 0 };
}

/** Each batch is one transaction; all of them are one erasure. `breathe` is awaited between them. */
export async function forget(
  archive: Archive,
  customers: readonly number[],
  { at, why, breathe }: { readonly at: number; readonly why: Why; readonly breathe: () => Promise<void> },
): Promise<Forgotten> {
  const texts = new Set<string>();
  let figures: Figures | undefined;
  let erasure: number | undefined;
  let batches: readonly (readonly number[])[] | undefined;
  for (let from = 0; from < customers.length; from += TOGETHER) {
    await breathe();
    // Of every record that goes it would be looked up, from end to end, whether an order still stands on it.
    await archive.writeWaiting(async () => {
      keepSuppressionKey(archive, randomBytes(32).toString('hex'));
      erasure ??= beginErasure(archive, at, why);
      // Before anybody goes: what one leaves may join others, and numbers then be of more people than were meant.
      batches ??= inBatches(customers).map((some) => recordsOfCustomers(archive, some));
      const subject = subjectOf(archive, batches[from / TOGETHER] ?? []);
      const erased = erase(archive, subject, { erasure, at });
      figures = figures ? sum(figures, erased.figures) : erased.figures;
      for (const text of erased.texts) texts.add(text);
      noteFigures(archive, erasure, figures);
      await breathe();
    }, 'many');
  }
  if (!figures) throw new Error('nobody is to be forgotten');
  return { figures, texts };
}

const inBatches = (customers: readonly number[]) =>
  Array.from({ length: Math.ceil(customers.length / TOGETHER) }, (_, at) =>
    customers.slice(at * TOGETHER, (at + 1) * TOGETHER),
  );

function sum(a: Figures, b: Figures): Figures {
  return Object.fromEntries(
    Object.entries(a).map(([name, count]) => [name, count + b[name as keyof Figures]]),
  ) as Figures;
}
