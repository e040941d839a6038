import { describe, expect, it } from 'vitest';
import type { Kind } from '../../src/contacts/gate.ts';
import type { Candidate } from '../../src/followups/candidate.ts';
import { type PastTouch, plan, type Reach } from '../../src/followups/plan.ts';
import { addDays, daysBetween } from '../../src/values/days.ts';

const START = '2026-07-01';
const day = (offset: number) => addDays(START, offset);
const offsetOf = (of: string) => daysBetween(START, of);

interface Wish {
  readonly customer?: number;
  readonly kind?: Kind;
  readonly due?: number;
  readonly until?: number;
  readonly value?: number;
}

const candidate = (id: string, wish: Wish = {}): Candidate => ({
  id,
  occurrence: `play:${id}`,
  customer: wish.customer ?? 1,
  due: day(wish.due ?? 0),
  until: day(wish.until ?? 60),
  value: wish.value ?? 100,
  play: {
    name: 'play',
    kind: wish.kind ?? 'promotion',
    channels: ['sms'],
    expiresAfterDays: 60,
    trigger: { on: 'first_order', only: false, delayDays: 0 },
  },
});
const reachable = ({ customer }: Candidate): Reach => ({ channel: 'sms', address: `+861391234560${customer}` });
const promotions = (...offsets: number[]): PastTouch[] =>
  offsets.map((offset) => ({ customer: 1, day: day(offset), kind: 'promotion' }));
const planned = (candidates: readonly Candidate[], touches: readonly PastTouch[] = [], days = 61) =>
  plan(candidates, reachable, touches, { from: START, to: day(days - 1) });
/** Id and day, counted from the first of the range. */
const days = (...args: Parameters<typeof planned>) =>
  planned(...args).planned.map((row) => [row.id, offsetOf(row.day)]);

describe('plan', () => {
  it('contacts on the day something is due, or on the first of the range where it was due before', () => {
    expect(days([candidate('a', { due: 5 }), candidate('b', { customer: 2, due: -5 })])).toEqual([
      ['b', 0],
      ['a', 5],
    ]);
  });

  it.each<[string, Wish]>([
    ['expired', { due: -20, until: -1 }],
    ['due after the range', { due: 7 }],
  ])('says nothing of what is %s', (_, wish) => {
    expect(planned([candidate('a', wish)], [], 7)).toEqual({ planned: [], deferred: [], expiring: [], leftOut: [] });
  });

  it('takes the last day of a play and of the range as inclusive', () => {
    expect(days([candidate('a', { due: -20, until: 0 })])).toEqual([['a', 0]]);
    expect(days([candidate('a', { due: 6 })], [], 7)).toEqual([['a', 6]]);
  });

  it('sends one message a day, the most urgent first, and the others on the days after', () => {
    const three = [
      candidate('a', { until: 9 }),
      candidate('b', { until: 5 }),
      candidate('c', { kind: 'care', until: 7 }),
    ];
    expect(days(three)).toEqual([
      ['b', 0],
      ['c', 1],
      ['a', 2],
    ]);
    expect(planned(three).planned.map(({ deferredBy }) => deferredBy)).toEqual([undefined, 'same_day', 'same_day']);
  });

  it('puts what is worth more before what is more urgent', () => {
    expect(days([candidate('a', { until: 3 }), candidate('b', { value: 101 })])).toEqual([
      ['b', 0],
      ['a', 1],
    ]);
  });

  it('has customers wait for nobody but themselves', () => {
    expect(days([1, 2, 3, 4, 5].map((customer) => candidate(`c${customer}`, { customer })))).toEqual(
      [1, 2, 3, 4, 5].map((customer) => [`c${customer}`, 0]),
    );
  });

  it('sends at most three promotions in thirty days, and the fourth on the thirty-first', () => {
    expect(days(['a', 'b', 'c', 'd'].map((id) => candidate(id)))).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 2],
      ['d', 30],
    ]);
  });

  it.each<[string, PastTouch[], number]>([
    ['three promotions still hold', promotions(-29, -10, -5), 1],
    ['the oldest is thirty days back', promotions(-30, -10, -5), 0],
    ['only two were promotions', [...promotions(-10, -5), { customer: 1, day: day(-3), kind: 'care' }], 0],
    ['the three were to somebody else', promotions(-3, -2, -1).map((touch) => ({ ...touch, customer: 2 })), 0],
    ['something was said that very day', [{ customer: 1, day: START, kind: 'care' }], 1],
    ['three weeks must pass', promotions(-9, -8, -7), 21],
  ])('counts what was sent before: %s', (_, touches, expected) => {
    expect(days([candidate('a')], touches)).toEqual([['a', expected]]);
  });

  it('lets care through where promotions have to wait', () => {
    expect(days([candidate('a'), candidate('b', { kind: 'care' })], promotions(-3, -2, -1))).toEqual([
      ['b', 0],
      ['a', 27],
    ]);
  });

  it('defers what has no room in the range, and a later range takes it', () => {
    const { planned: now, deferred } = planned([candidate('a')], promotions(-3, -2, -1), 7);
    expect(now).toEqual([]);
    expect(deferred).toMatchObject([{ candidate: { id: 'a' }, reason: 'promotion_budget' }]);
    expect(days([candidate('a')], promotions(-3, -2, -1), 28)).toEqual([['a', 27]]);
  });

  it('does not plan past the day on which something still makes sense', () => {
    expect(days([candidate('a', { until: 26 })], promotions(-3, -2, -1))).toEqual([]);
    expect(days([candidate('a', { until: 27 })], promotions(-3, -2, -1))).toEqual([['a', 27]]);
  });

  it('leaves out whom the gate keeps out, and they use up nothing', () => {
    const refused = candidate('a', { value: 999 });
    const result = plan(
      [refused, candidate('b')],
      (open) => (open.id === 'a' ? { reason: 'refused' } : reachable(open)),
      [],
      {
        from: START,
        to: START,
      },
    );
    expect(result.leftOut).toEqual([{ candidate: refused, reason: 'refused' }]);
    expect(result.planned).toMatchObject([{ id: 'b', day: START, channel: 'sms', address: '+8613912345601' }]);
  });
});
