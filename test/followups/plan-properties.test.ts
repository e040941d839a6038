import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Kind } from '../../src/contacts/gate.ts';
import type { Candidate } from '../../src/followups/candidate.ts';
import { type PastTouch, plan, type Plan, type Reach } from '../../src/followups/plan.ts';
import { addDays, daysBetween } from '../../src/values/days.ts';

const START = '2026-07-01';
const day = (offset: number) => addDays(START, offset);
const customer = fc.integer({ min: 1, max: 3 });

const candidates: fc.Arbitrary<Candidate[]> = fc
  .array(
    fc.record({
      customer,
      promotion: fc.nat(3).map((number) => number > 0),
      due: fc.integer({ min: -15, max: 45 }),
      lasts: fc.nat(40),
      value: fc.constantFrom(100, 200),
    }),
    { maxLength: 14 },
  )
  .map((wishes) =>
    wishes.map(({ customer, promotion, due, lasts, value }, index) => ({
      id: `id${index}`,
      occurrence: `play:${index}`,
      customer,
      due: day(due),
      until: day(due + lasts),
      value,
      play: {
        name: 'play',
        kind: promotion ? 'promotion' : 'care',
        channels: ['email'],
        expiresAfterDays: lasts,
        trigger: { on: 'first_order', only: false, delayDays: 0 },
      },
    })),
  );
const touches: fc.Arbitrary<PastTouch[]> = fc.array(
  fc.record({
    customer,
    day: fc.integer({ min: -35, max: 0 }).map(day),
    kind: fc.constantFrom<Kind>('promotion', 'care'),
  }),
  { maxLength: 12 },
);
const range = fc.integer({ min: 1, max: 45 }).map((length) => ({ from: START, to: day(length - 1) }));

/** The gate keeps out every fifth. */
const reach = ({ id }: Candidate): Reach =>
  id.endsWith('4') ? { reason: 'refused' } : { channel: 'email', address: 'ann@example.com' };
const idsOf = ({ planned, deferred, expiring, leftOut }: Plan) =>
  [...planned, ...[...deferred, ...expiring, ...leftOut].map((entry) => entry.candidate)].map(({ id }) => id);

describe('every plan', () => {
  it('is the same whatever the order of candidates and touches', () => {
    const shuffled = <T>(items: readonly T[]) =>
      fc
        .shuffledSubarray([...items.keys()], { minLength: items.length })
        .map((order) => order.flatMap((index) => items.slice(index, index + 1)));
    const worlds = fc
      .tuple(candidates, touches)
      .chain(([some, past]) => fc.tuple(fc.constant(some), shuffled(some), fc.constant(past), shuffled(past), range));
    fc.assert(
      fc.property(worlds, ([some, mixed, past, mixedPast, days]) => {
        expect(plan(mixed, reach, mixedPast, days)).toEqual(plan(some, reach, past, days));
      }),
    );
  });

  it('has at most three promotions in any thirty days, what was sent before included', () => {
    fc.assert(
      fc.property(candidates, touches, range, (some, past, days) => {
        const promotions = plan(some, reach, past, days).planned.filter(({ play }) => play.kind === 'promotion');
        for (const { customer, day: last } of promotions) {
          // Every window of thirty days that holds this one.
          for (let shift = 0; shift < 30; shift++) {
            const within = (message: { customer: number; day: string }) =>
              message.customer === customer &&
              daysBetween(message.day, last) <= 29 - shift &&
              daysBetween(last, message.day) <= shift;
            const sent = past.filter((touch) => touch.kind === 'promotion' && within(touch)).length;
            expect(sent + promotions.filter(within).length).toBeLessThanOrEqual(3);
          }
        }
      }),
    );
  });

  it('has never two messages to one customer on a day', () => {
    fc.assert(
      fc.property(candidates, touches, range, (some, past, days) => {
        const { planned } = plan(some, reach, past, days);
        const used = new Set(past.map((touch) => `${touch.customer} ${touch.day}`));
        for (const row of planned) {
          expect(used).not.toContain(`${row.customer} ${row.day}`);
          used.add(`${row.customer} ${row.day}`);
        }
      }),
    );
  });

  it('keeps to the range and to the days on which something makes sense', () => {
    fc.assert(
      fc.property(candidates, touches, range, (some, past, days) => {
        for (const row of plan(some, reach, past, days).planned) {
          const first = row.due > days.from ? row.due : days.from;
          expect(row.day >= first && row.day <= row.until && row.day <= days.to).toBe(true);
          expect(row.deferredBy === undefined).toBe(row.day === first);
        }
      }),
    );
  });

  it('loses nobody and repeats nobody: planned, deferred, expiring or left out', () => {
    fc.assert(
      fc.property(candidates, touches, range, (some, past, days) => {
        const open = some.filter(({ due, until }) => until >= days.from && due <= days.to);
        expect(idsOf(plan(some, reach, past, days)).toSorted()).toEqual(open.map(({ id }) => id).toSorted());
      }),
    );
  });

  it('does not change its first days when it looks further', () => {
    fc.assert(
      fc.property(candidates, touches, range, (some, past, days) => {
        const short = plan(some, reach, past, days).planned;
        const long = plan(some, reach, past, { ...days, to: addDays(days.to, 20) }).planned;
        expect(long.filter((row) => row.day <= days.to)).toEqual(short);
      }),
    );
  });
});
