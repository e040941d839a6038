import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../src/followups/candidate.ts';
import { isHeldOut, sieve, type SieveFacts } from '../../src/followups/sieve.ts';
import { dayNumber } from '../../src/values/day-numbers.ts';
import { candidate, day, play } from './planning.ts';

const of = (own: Readonly<Record<string, unknown>>, facts: Partial<Candidate> = {}, onSince: string | null = null) => ({
  ...candidate('Hill/1', { due: 5 }),
  on: day(0),
  play: { ...play(own), onSince },
  ...facts,
});
const FACTS: SieveFacts = {
  isMeant: () => true,
  refunds: () => [],
  complaints: () => [],
  carriedOut: () => undefined,
  cameSince: () => undefined,
};
const kept = (one: Candidate, facts: Partial<SieveFacts> = {}, by = day(10)) => sieve(one, { ...FACTS, ...facts }, by);

describe('a play keeps out', () => {
  it('nobody, by itself', () => expect(kept(of({}))).toBeUndefined());

  it('what was due before it was switched on, unless it takes that too', () => {
    expect(kept(of({}, {}, day(6)))).toBe('before_on');
    expect(kept(of({}, {}, day(5)))).toBeUndefined();
    expect(kept(of({ backfill: true }, {}, day(6)))).toBeUndefined();
  });

  it('whom it is not for', () => expect(kept(of({}), { isMeant: () => false })).toBe('not_in_segment'));

  it('whom it has come to, where it comes once', () => {
    const carriedOut = () => day(-30);
    expect(kept(of({ repeat: 'once' }), { carriedOut })).toBe('once');
    expect(kept(of({ repeat: 'every' }), { carriedOut })).toBeUndefined();
  });
});

describe('what ends it', () => {
  const stops = ['order', 'refund', 'complaint'];

  it('is an order since, by the day that is asked for, where it says so', () => {
    expect(kept(of({ stops }, { ordered: day(3) }))).toBe('ordered_since');
    expect(kept(of({ stops }, { ordered: day(11) }))).toBeUndefined();
    expect(kept(of({ stops: [] }, { ordered: day(3) }))).toBeUndefined();
  });

  it.each([
    ['refunds', 'refunded_since'],
    ['complaints', 'complained_since'],
  ] as const)('is one of %s on its day or after it', (name, reason) => {
    const on = (offset: number) => ({ [name]: () => [dayNumber(day(offset))] });
    expect([-1, 0, 10, 11].map((offset) => kept(of({ stops }), on(offset)))).toEqual([
      undefined,
      reason,
      reason,
      undefined,
    ]);
  });

  it('is not what set it off', () => {
    const refunds = (...offsets: number[]) => ({ refunds: () => offsets.map((offset) => dayNumber(day(offset))) });
    const called = of({ stops, trigger: { on: 'refund' } });
    expect(kept(called, refunds(0))).toBeUndefined();
    expect(kept(called, refunds(0, 1))).toBe('refunded_since');
  });

  it('counts from when it is due, of what is to come', () => {
    const birthday = of({ stops, trigger: { on: 'birthday', lead_days: 7 } }, { on: day(7), due: day(0) });
    expect(kept(birthday, { complaints: () => [dayNumber(day(1))] })).toBe('complained_since');
  });
});

describe('those held out', () => {
  const share = (holdout: number) => ({ name: 'win_back', holdout });
  const customers = Array.from({ length: 5000 }, (_, at) => at + 1);

  it('are about the share that is asked for, and the same again', () => {
    const out = customers.filter((customer) => isHeldOut(share(0.1), customer));
    expect(out.length / customers.length).toBeCloseTo(0.1, 1);
    expect(customers.filter((customer) => isHeldOut(share(0.1), customer))).toEqual(out);
    expect(out.every((customer) => isHeldOut(share(0.2), customer))).toBe(true);
    expect(out.every((customer) => isHeldOut({ name: 'thank_you', holdout: 0.1 }, customer))).toBe(false);
  });
});
