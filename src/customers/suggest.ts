/**
 * Pairs of customers who may be one person although no rule joins them: what the rules held back, the same
 * name at the same address, and contact details that differ by a slip of the hand. A person decides.
 */
import type { Archive } from '../store/open.ts';
import { isCiphertext } from '../values/ciphertext.ts';
import { foldName } from '../values/text.ts';
import { noteSlips } from './contact-slips.ts';
import { isFullName } from './matching.ts';
import { pairsApart, places, receiversOfSeveral, type ValueUsers, valuesOfSeveral } from './suggest-queries.ts';

/** How much each says by itself: on people who are known, the first three are right nine times of ten. */
const WEIGHTS = {
  same_mailbox: 4,
  same_place: 4,
  same_email: 4,
  email_typo: 3,
  same_receiver: 2,
  phone_typo: 1,
  same_phone: 1,
} as const;
export type Likeness = keyof typeof WEIGHTS;

export interface Likelihood {
  readonly why: Likeness;
  /** The value, or the two that differ. */
  readonly evidence: string;
}

export interface Suggestion {
  /** The lower number first. */
  readonly customers: readonly [number, number];
  readonly reasons: readonly Likelihood[];
}

/** Best first; nobody who was kept apart by hand. */
export function suggestMerges(archive: Archive): Suggestion[] {
  const apart = new Set(pairsApart(archive).map((pair) => pair.join()));
  const found = new Map<string, Suggestion & { readonly reasons: Likelihood[] }>();
  const note = (one: number, other: number, why: Likeness, evidence: string): void => {
    const customers = one < other ? ([one, other] as const) : ([other, one] as const);
    const key = customers.join();
    if (one === other || apart.has(key)) return;
    let suggestion = found.get(key);
    if (!suggestion) found.set(key, (suggestion = { customers, reasons: [] }));
    if (suggestion.reasons.some((reason) => reason.why === why)) return;
    suggestion.reasons.push({ why, evidence });
  };
  for (const use of valuesOfSeveral(archive)) noteUsers(use, `same_${use.kind}`, note);
  for (const use of receiversOfSeveral(archive)) noteUsers(use, 'same_receiver', note);
  notePlaces(archive, note);
  noteSlips(archive, note);
  const weight = ({ reasons }: Suggestion) => reasons.reduce((sum, { why }) => sum + WEIGHTS[why], 0);
  return [...found.values()].toSorted(
    (a, b) => weight(b) - weight(a) || a.customers[0] - b.customers[0] || a.customers[1] - b.customers[1],
  );
}

export type Note = (one: number, other: number, why: Likeness, evidence: string) => void;

function noteUsers({ customers, value }: ValueUsers, why: Likeness, note: Note): void {
  for (const [at, one] of customers.entries())
    for (const other of customers.slice(at + 1)) note(one, other, why, value);
}

/** Less of an address is a street at most. */
const LEAST_ADDRESS = 6;
/** As many people of one name at one address are a company, or none. */
const MOST_THERE = 5;

function notePlaces(archive: Archive, note: Note): void {
  const there = new Map<string, { readonly shown: string; readonly customers: Set<number> }>();
  for (const { customer, name, city, address } of places(archive)) {
    const key = foldName(name);
    const folded = address
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '');
    const hidden = [name, address].some((text) => text.includes('*') || isCiphertext(text));
    if (hidden || !isFullName(key) || folded.length < LEAST_ADDRESS) continue;
    const place = `${key}\u0000${foldName(city)}\u0000${folded}`;
    const known = there.get(place);
    if (known) known.customers.add(customer);
    else there.set(place, { shown: `${name}, ${address}`, customers: new Set([customer]) });
  }
  for (const { shown, customers } of there.values()) {
    const all = [...customers];
    if (all.length <= MOST_THERE)
      for (const [at, one] of all.entries())
        for (const other of all.slice(at + 1)) note(one, other, 'same_place', shown);
  }
}
