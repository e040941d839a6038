/** Gaps in days between the days on which customers ordered. Pure. */
import { daysBetween } from '../values/days.ts';
import { median } from './quantiles.ts';

export interface Gaps {
  readonly gaps: number;
  readonly sumLog: number;
  readonly median: number;
}

/** Per customer who ordered on at least two days, and the middle one of all gaps together; `days` as orderDays gives them. */
export function gapsOf(days: Iterable<readonly [customer: number, day: string]>): {
  readonly of: ReadonlyMap<number, Gaps>;
  readonly median: number | null;
} {
  const of = new Map<number, Gaps>();
  const all: number[] = [];
  let [current, before, own]: [number, string, number[]] = [-1, '', []];
  const close = () => {
    if (own.length === 0) return;
    const sumLog = own.reduce((sum, gap) => sum + Math.log(gap), 0);
    of.set(current, { gaps: own.length, sumLog, median: median(own) });
    all.push(...own);
  };
  for (const [customer, day] of days) {
    if (customer === current) own.push(daysBetween(before, day));
    else {
      close();
      [current, own] = [customer, []];
    }
    before = day;
  }
  close();
  return { of, median: all.length === 0 ? null : median(all) };
}
