import { describe, expect, it } from 'vitest';
import { isHeldOut } from '../../src/followups/sieve.ts';
import { candidate, days, first, offsetOf, planned, play, START, touch } from './planning.ts';

describe('those held out', () => {
  const half = play({ name: 'half', kind: 'care', holdout: 0.5, capacity: 4 });
  const everybody = Array.from({ length: 40 }, (_, at) =>
    candidate(`c${at}`, { customer: at + 1, play: half, value: 1000 - at }),
  );
  const isOut = (one: { readonly customer: number }) => isHeldOut(half, one.customer);
  const given = { range: first(3) };

  it('are drawn as those who are contacted: whoever is worth most, as many a day as there are places', () => {
    const made = planned(everybody, given);
    const places = [...made.planned, ...made.heldOut].toSorted((a, b) => a.customer - b.customer);
    expect(places.map((row) => [row.occurrence, offsetOf(row.day)])).toEqual(
      everybody.slice(0, 12).map(({ occurrence }, at) => [occurrence, Math.floor(at / 4)]),
    );
    expect(made.heldOut.map(({ customer }) => customer)).toEqual(
      everybody
        .slice(0, 12)
        .filter(isOut)
        .map(({ customer }) => customer),
    );
    expect(made.heldOut.length).toBeGreaterThan(0);
    expect(made.planned.some(isOut)).toBe(false);
  });

  it('are told as such, also where there was no place for them', () => {
    const { leftOut, deferred, expiring } = planned(everybody, given);
    const told = leftOut.map(({ candidate: { customer }, reason }) => `${customer} ${reason}`);
    expect(new Set(told)).toEqual(new Set(everybody.filter(isOut).map(({ customer }) => `${customer} held_out`)));
    expect([...deferred, ...expiring].some((one) => isOut(one.candidate))).toBe(false);
  });

  it('had their places of that day before', () => {
    const place = { day: START, channel: 'sms', play: 'half' } as const;
    const { planned: rows, heldOut } = planned(everybody, { range: first(1), heldOut: [place, place, place] });
    expect([...rows, ...heldOut].map(({ occurrence }) => occurrence)).toEqual(['c0']);
  });

  it('wait as the others do: for a budget, and for the same play to come again', () => {
    const out = everybody.find(isOut)?.customer ?? 0;
    const again = play({ name: 'half', kind: 'care', holdout: 0.5, repeat: { after_days: 9 } });
    const two = ['a', 'b'].map((name) => candidate(name, { customer: out, play: again }));
    const { heldOut } = planned(two, { touches: [touch(0, { customer: out })] });
    expect(heldOut.map((row) => [row.occurrence, offsetOf(row.day)])).toEqual([
      ['a', 1],
      ['b', 10],
    ]);
  });

  it('have not been contacted: another play comes to them that day', () => {
    const out = everybody.find(isOut)?.customer ?? 0;
    const both = [candidate('a', { customer: out, play: half }), candidate('b', { customer: out })];
    expect(days(both)).toEqual([['b', 0]]);
  });
});
