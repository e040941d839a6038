/** What becomes of points: what was earned, added, used and lost, the oldest used first. */
import { addMonths } from '../values/days.ts';

export type Earned = 'order' | 'first_order' | 'birthday' | 'referral' | 'praise' | 'opening' | 'add';

export interface Credit {
  readonly day: string;
  readonly kind: Earned;
  readonly points: number;
  /** The number of an order, a platform, a reason. */
  readonly about: string | null;
}

export interface Debit {
  readonly day: string;
  readonly kind: 'redeem';
  readonly points: number;
  readonly about: string | null;
}

export interface LedgerLine {
  readonly day: string;
  readonly kind: Earned | 'redeem' | 'expired';
  /** Below nothing where they were used or lost. */
  readonly points: number;
  readonly about: string | null;
  /** Afterwards. */
  readonly balance: number;
}

export interface Ledger {
  readonly lines: readonly LedgerLine[];
  readonly balance: number;
  /** The next that will be gone unless they are used; null where none will. */
  readonly next: { readonly day: string; readonly points: number } | null;
}

interface Lot {
  left: number;
  /** From this day on they are gone. */
  readonly gone: string | undefined;
}

/** In the order of days; of one day what comes in first. `months` is how long points of a day last, 0 for ever. */
export function ledgerOf(entries: readonly (Credit | Debit)[], months: (day: string) => number, asOf: string): Ledger {
  const lines: LedgerLine[] = [];
  const lots: Lot[] = [];
  let [balance, owed] = [0, 0];
  const note = (day: string, kind: LedgerLine['kind'], points: number, about: string | null) => {
    balance += points;
    lines.push({ day, kind, points, about, balance });
  };
  const expireUntil = (day: string) => {
    const over = lots.filter(({ left, gone }) => left > 0 && gone !== undefined && gone <= day);
    for (const lot of over.toSorted((a, b) => ((a.gone ?? '') < (b.gone ?? '') ? -1 : 1))) {
      note(lot.gone ?? day, 'expired', -lot.left, null);
      lot.left = 0;
    }
  };
  const inOrder = entries.filter(({ day }) => day <= asOf).toSorted(byDay);
  for (const { day, kind, points, about } of inOrder) {
    expireUntil(day);
    if (kind === 'redeem') {
      let rest = points;
      for (const lot of lots) {
        const used = Math.min(lot.left, rest);
        lot.left -= used;
        rest -= used;
      }
      owed += rest;
      note(day, kind, -points, about);
      continue;
    }
    const paid = Math.min(owed, points);
    owed -= paid;
    const last = months(day);
    lots.push({ left: points - paid, gone: last === 0 ? undefined : addMonths(day, last) });
    note(day, kind, points, about);
  }
  expireUntil(asOf);
  return { lines, balance, next: nextOf(lots) };
}

/** The fewest that there were, at the end of a day or after anything later; below nothing where more were used. */
export function lowestSince({ lines }: Pick<Ledger, 'lines'>, day: string): number {
  const before = lines.findLast((line) => line.day <= day)?.balance ?? 0;
  return Math.min(before, ...lines.filter((line) => line.day > day).map(({ balance }) => balance));
}

function nextOf(lots: readonly Lot[]): Ledger['next'] {
  const lasting = lots.flatMap(({ left, gone }) => (left > 0 && gone !== undefined ? [{ left, gone }] : []));
  const day = lasting.map(({ gone }) => gone).reduce((a, b) => (a === '' || b < a ? b : a), '');
  if (day === '') return null;
  return { day, points: lasting.reduce((sum, { left, gone }) => sum + (gone === day ? left : 0), 0) };
}

const byDay = (a: Credit | Debit, b: Credit | Debit): number =>
  a.day === b.day ? Number(a.kind === 'redeem') - Number(b.kind === 'redeem') : a.day < b.day ? -1 : 1;
