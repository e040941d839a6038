/** What is true of every plan, each budget counted anew from the contacts of before and the planned ones. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Kind } from '../../src/contacts/gate.ts';
import type { PastTouch, PlanPolicy } from '../../src/followups/ledger.ts';
import type { Plan } from '../../src/followups/plan.ts';
import type { PlayChannel } from '../../src/followups/plays/play.ts';
import { isHeldOut } from '../../src/followups/sieve.ts';
import { addDays } from '../../src/values/days.ts';
import { first, offsetOf, planned } from './planning.ts';
import { PLAYS, type World, worlds } from './planning-worlds.ts';

/** Contacts of before and planned ones alike. */
interface Contact {
  readonly customer: number;
  readonly at: number;
  readonly kind: Kind;
  readonly channel: PlayChannel;
  readonly play: string | null;
}
function contacts(
  { planned: rows }: Pick<Plan, 'planned'>,
  before: readonly PastTouch[],
): { planned: Contact[]; all: Contact[] } {
  const now = rows.map(({ day: on, play: { kind, name }, ...row }) => ({ ...row, at: offsetOf(on), kind, play: name }));
  return { planned: now, all: [...before.map((one) => ({ ...one, at: offsetOf(one.day) })), ...now] };
}

/** How many contacts of one kind end with this one in a window that reaches `days` back, this one included. */
const within = (all: readonly Contact[], of: Contact, days: number, counts: (other: Contact) => boolean) =>
  all.filter((other) => other.at <= of.at && of.at - other.at < days && counts(other)).length;
const sameCustomer = (a: Contact) => (b: Contact) => a.customer === b.customer;
const isNoService = ({ kind }: Contact) => kind !== 'service';

/** Planned one by one, contacts of a day are ordered: the last of them sees the others. */
const check = (prove: (world: World, made: Plan) => void, runs = 200) =>
  fc.assert(
    fc.property(worlds, (world) => prove(world, planned(world.some, world.given))),
    { numRuns: runs },
  );

describe('no plan goes beyond', () => {
  it('so many contacts of one customer on a day', () => {
    check(({ given }, made) => {
      const { planned: now, all } = contacts(made, given.touches);
      for (const one of now) {
        const before = given.touches.filter((past) => past.customer === one.customer && offsetOf(past.day) === one.at);
        expect(within(all, one, 1, sameCustomer(one))).toBeLessThanOrEqual(
          Math.max(given.policy.per_day, before.length),
        );
      }
    });
  });

  it.each<
    [
      string,
      (policy: PlanPolicy, one: Contact) => { most: number; days: number },
      (one: Contact, other: Contact) => boolean,
    ]
  >([
    ['the budget of promotions', ({ promotions }) => promotions, (_, other) => other.kind === 'promotion'],
    ['the budget of all', ({ all }) => all, (_, other) => isNoService(other)],
    [
      'the budget of a channel',
      ({ channels }, { channel }) => channels[channel],
      (one, other) => isNoService(other) && other.channel === one.channel,
    ],
    [
      'the days between two on a channel',
      ({ channels }, { channel }) => ({ most: 1, days: channels[channel].gap_days }),
      (one, other) => isNoService(other) && other.channel === one.channel,
    ],
  ])('%s', (name, limitOf, counts) => {
    check(({ given }, made) => {
      const { planned: now, all } = contacts(made, given.touches);
      for (const one of now.filter((row) => counts(row, row))) {
        const { most, days } = limitOf(given.policy, one);
        if (days === 0) continue;
        const found = within(all, one, days, (other) => sameCustomer(one)(other) && counts(one, other));
        expect(found, name).toBeLessThanOrEqual(most);
      }
    });
  });

  it('the same at an address that two are reached at', () => {
    check(({ given }, made) => {
      const { planned: now } = contacts(made, []);
      const together = now.filter((one) => one.customer <= 2);
      for (const one of together) {
        expect(within(together, one, 1, () => true)).toBeLessThanOrEqual(given.policy.per_day);
        if (one.kind !== 'promotion') continue;
        const { most, days } = given.policy.promotions;
        expect(within(together, one, days, ({ kind }) => kind === 'promotion')).toBeLessThanOrEqual(most);
      }
    });
  });

  it('what the customer wishes', () => {
    check(({ given }, made) => {
      const { planned: now, all } = contacts(made, given.touches);
      for (const one of now.filter((row) => row.customer === 3 && isNoService(row)))
        expect(within(all, one, 6, (other) => other.customer === 3 && isNoService(other))).toBe(1);
    });
  });

  it('what the shop does on a day, of a channel and of a play', () => {
    check(({ given }, made) => {
      // Whoever is held out takes a place of those.
      const { planned: now, all } = contacts({ planned: [...made.planned, ...made.heldOut] }, given.touches);
      const before = contacts({ planned: [] }, given.touches).all;
      const that = (same: (other: Contact) => boolean, at: number) => [
        all.filter((other) => other.at === at && same(other)).length,
        before.filter((other) => other.at === at && same(other)).length,
      ];
      for (const one of now) {
        const [done = 0, already = 0] = that(({ channel }) => channel === one.channel, one.at);
        expect(done).toBeLessThanOrEqual(Math.max(given.policy.channels[one.channel].capacity ?? Infinity, already));
        const capacity = PLAYS.find(({ name }) => name === one.play)?.capacity ?? Infinity;
        const [ofPlay = 0, before = 0] = that(({ play: name }) => name === one.play, one.at);
        expect(ofPlay).toBeLessThanOrEqual(Math.max(capacity, before));
      }
    });
  });

  it('how often a play comes to a customer', () => {
    check((_, made) => {
      const { planned: now } = contacts(made, []);
      for (const one of now) {
        const { repeat } = PLAYS.find(({ name }) => name === one.play) ?? { repeat: 'every' };
        const same = (other: Contact) => sameCustomer(one)(other) && other.play === one.play;
        if (repeat === 'once') expect(now.filter(same)).toHaveLength(1);
        else if (typeof repeat === 'object') expect(within(now, one, repeat.after_days, same)).toBe(1);
      }
    });
  });
});

const shuffled = <T>(items: readonly T[]) =>
  fc
    .shuffledSubarray([...items.keys()], { minLength: items.length })
    .map((order) => order.flatMap((index) => items.slice(index, index + 1)));

describe('every plan', () => {
  it('is the same whatever the order of candidates and touches', () => {
    const mixed = worlds.chain((world) =>
      fc.tuple(fc.constant(world), shuffled(world.some), shuffled(world.given.touches)),
    );
    const inOrder = (made: Plan) => ({
      ...made,
      leftOut: made.leftOut.toSorted((a, b) => (a.candidate.occurrence < b.candidate.occurrence ? -1 : 1)),
    });
    fc.assert(
      fc.property(mixed, ([{ some, given }, others, past]) => {
        expect(inOrder(planned(others, { ...given, touches: past }))).toEqual(inOrder(planned(some, given)));
      }),
      { numRuns: 200 },
    );
  });

  it('is twice the same', () => {
    check(({ some, given }, made) => {
      expect(planned(some, given)).toEqual(made);
    });
  });

  it('contacts nobody whom it holds out, and holds out nobody else', () => {
    check((_, made) => {
      for (const row of made.planned) expect(isHeldOut(row.play, row.customer)).toBe(false);
      const told = made.leftOut.filter(({ reason }) => reason === 'held_out').map((one) => one.candidate.occurrence);
      for (const row of made.heldOut) {
        expect(isHeldOut(row.play, row.customer)).toBe(true);
        expect(told).toContain(row.occurrence);
      }
    });
  });

  it('gives each held out the day on which they would be contacted, were they not', () => {
    fc.assert(
      fc.property(worlds, ({ some, given }) => {
        // One play comes to a customer alone, so that no contact of theirs is moved by another.
        const once = some.filter(
          (one, at) => at === some.findIndex(({ customer: other }) => other === one.customer) && one.customer > 2,
        );
        const none = once.map((one) => ({ ...one, play: { ...one.play, holdout: 0 } }));
        const [made, bare] = [planned(once, given), planned(none, given)];
        const dayOf = (rows: readonly { occurrence: string; day: string }[]) =>
          new Map(rows.map(({ occurrence, day: on }) => [occurrence, on]));
        expect(dayOf([...made.planned, ...made.heldOut])).toEqual(dayOf(bare.planned));
      }),
      { numRuns: 200 },
    );
  });

  it('keeps to the range and to the days on which something makes sense, and says what moved one', () => {
    check(({ given }, made) => {
      const days = given.range ?? first(1);
      for (const row of made.planned) {
        const earliest = row.due > days.from ? row.due : days.from;
        expect(row.day >= earliest && row.day <= row.until && row.day <= days.to).toBe(true);
        expect(row.deferred === undefined).toBe(row.day === earliest);
      }
    });
  });

  it('loses nobody and repeats nobody: planned, deferred, expiring or left out', () => {
    check(({ some, given }, { planned: rows, deferred, expiring, leftOut }) => {
      const { from, to } = given.range ?? first(1);
      const open = some.filter(({ due, until }) => until >= from && due <= to).map(({ occurrence }) => occurrence);
      const told = [...rows, ...[...deferred, ...expiring, ...leftOut].map((one) => one.candidate)];
      const names = told.map(({ occurrence }) => occurrence);
      expect(new Set(names).size).toBe(names.length);
      expect(new Set(names)).toEqual(new Set(open));
      for (const { candidate: one } of deferred) expect(one.until > to).toBe(true);
      for (const { candidate: one } of expiring) expect(one.until <= to).toBe(true);
    });
  });

  it('defers for as long as it must: on no earlier day there was room', () => {
    check(({ some, given }, made) => {
      const { to } = given.range ?? first(1);
      for (const { candidate: one, again } of made.deferred) {
        if (again === null) continue;
        expect(again > to && again <= one.until).toBe(true);
        const longer = planned(some, { ...given, range: { ...(given.range ?? first(1)), to: addDays(again, -1) } });
        expect(longer.planned.map(({ occurrence }) => occurrence)).not.toContain(one.occurrence);
      }
    }, 60);
  });

  it('does not change its first days when it looks further', () => {
    check(({ some, given }, made) => {
      const { from, to } = given.range ?? first(1);
      const long = planned(some, { ...given, range: { from, to: addDays(to, 20) } });
      expect(long.planned.filter((row) => row.day <= to)).toEqual(made.planned);
      expect(long.heldOut.filter((row) => row.day <= to)).toEqual(made.heldOut);
    });
  });

  it('gives the places of those that are refused theirs on its day as if there were none of them', () => {
    const isFit = ({ occurrence }: { readonly occurrence: string }) => !/[1369]$/.test(occurrence);
    check(({ some, given }) => {
      const day = { ...given, range: first(1) };
      const [made, without] = [planned(some, day, isFit), planned(some.filter(isFit), day)];
      expect(made.planned).toEqual(without.planned);
      expect(made.heldOut).toEqual(without.heldOut);
    });
  });
});
