import { describe, expect, it } from 'vitest';
import type { PastTouch } from '../../src/followups/ledger.ts';
import { policySchema } from '../../src/followups/policy.ts';
import { candidate, day, days, first, LOOSE, planned, play, START, touch, type Wish } from './planning.ts';

const promotions = (...offsets: number[]): PastTouch[] => offsets.map((offset) => touch(offset));
const care = play({ name: 'care', kind: 'care' });
const service = play({ name: 'service', kind: 'service' });

describe('the days of a plan', () => {
  it('are that on which something is due, or the first where it was due before', () => {
    expect(days([candidate('a', { due: 5 }), candidate('b', { customer: 2, due: -5 })])).toEqual([
      ['b', 0],
      ['a', 5],
    ]);
  });

  it.each<[string, Wish]>([
    ['expired', { due: -20, until: -1 }],
    ['due after the range', { due: 7 }],
  ])('have nothing of what is %s', (_, wish) => {
    expect(planned([candidate('a', wish)], { range: first(7) })).toEqual({
      planned: [],
      deferred: [],
      expiring: [],
      leftOut: [],
      heldOut: [],
    });
  });

  it('are inclusive, of a play and of the range', () => {
    expect(days([candidate('a', { due: -20, until: 0 })])).toEqual([['a', 0]]);
    expect(days([candidate('a', { due: 6 })], { range: first(7) })).toEqual([['a', 6]]);
    expect(days([candidate('a', { until: 26 })], { touches: promotions(-3, -2, -1) })).toEqual([]);
    expect(days([candidate('a', { until: 27 })], { touches: promotions(-3, -2, -1) })).toEqual([['a', 27]]);
  });
});

describe('who comes first', () => {
  it('is the play of the higher priority, then the customer of more worth, then what is sooner too late', () => {
    const high = play({ name: 'high', kind: 'care', priority: 60 });
    expect(
      days([
        candidate('late', { until: 9, play: care }),
        candidate('soon', { until: 5, play: care }),
        candidate('worth', { value: 101, play: care }),
        candidate('high', { play: high, value: 1 }),
        candidate('nothing', { value: null, play: care }),
      ]),
    ).toEqual([
      ['high', 0],
      ['worth', 1],
      ['soon', 2],
      ['late', 3],
      ['nothing', 4],
    ]);
  });

  it('waits for nobody else', () => {
    const five = [1, 2, 3, 4, 5].map((customer) => candidate(`c${customer}`, { customer }));
    expect(days(five)).toEqual(five.map(({ occurrence }) => [occurrence, 0]));
  });

  it('waits for whoever is reached at the same address', () => {
    const two = [candidate('a'), candidate('b', { customer: 2 })];
    const reachOf = () => ({ channel: 'email', address: 'ann@example.com' }) as const;
    expect(days(two, { reachOf })).toEqual([
      ['a', 0],
      ['b', 1],
    ]);
  });

  it('is told alike whoever else is reached at the address', () => {
    const policy = { ...LOOSE, per_day: 2 };
    const [first, second] = [play({ name: 'z first', priority: 90 }), play({ name: 'a second', priority: 80 })];
    const own = [candidate('a', { play: first }), candidate('b', { play: second }), candidate('c')];
    const reachOf = () => ({ channel: 'sms', address: '+8613912345601' }) as const;
    for (const others of [[], [candidate('d', { customer: 2, due: 40 })]])
      expect(planned([...own, ...others], { policy, reachOf }).planned[2]).toMatchObject({
        occurrence: 'c',
        deferred: { reason: 'same_day', by: 'a second' },
      });
  });

  it('takes the place of the other, which says so', () => {
    const gift = play({ name: 'gift', kind: 'care', priority: 90 });
    const { planned: rows } = planned([candidate('a'), candidate('b', { play: gift })]);
    expect(rows.map(({ occurrence, deferred }) => [occurrence, deferred])).toEqual([
      ['b', undefined],
      ['a', { reason: 'same_day', by: 'gift' }],
    ]);
  });
});

describe('the budget of promotions', () => {
  it('is three in thirty days, and the fourth on the thirty-first', () => {
    expect(days(['a', 'b', 'c', 'd'].map((name) => candidate(name)))).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 2],
      ['d', 30],
    ]);
  });

  it.each<[string, PastTouch[], number]>([
    ['three promotions still hold', promotions(-29, -10, -5), 1],
    ['the oldest is thirty days back', promotions(-30, -10, -5), 0],
    ['only two were promotions', [...promotions(-10, -5), touch(-3, { kind: 'care' })], 0],
    ['the three were to somebody else', promotions(-3, -2, -1).map((one) => ({ ...one, customer: 2 })), 0],
    ['something was said that very day', [touch(0, { kind: 'care' })], 1],
    ['three weeks must pass', promotions(-9, -8, -7), 21],
  ])('counts what was sent before: %s', (_, touches, expected) => {
    expect(days([candidate('a')], { touches })).toEqual([['a', expected]]);
  });

  it('lets care through where promotions have to wait', () => {
    const both = [candidate('a'), candidate('b', { play: care })];
    expect(days(both, { touches: promotions(-3, -2, -1) })).toEqual([
      ['b', 0],
      ['a', 27],
    ]);
  });

  it('defers what has no room in the range, until when, and a later range takes it', () => {
    const touches = promotions(-3, -2, -1).map((one) => ({ ...one, play: 'spring' }));
    const { planned: now, deferred } = planned([candidate('a')], { touches, range: first(7) });
    expect(now).toEqual([]);
    expect(deferred).toMatchObject([
      { candidate: { occurrence: 'a' }, reason: 'promotion_budget', by: 'spring', again: day(27) },
    ]);
    expect(days([candidate('a')], { touches, range: first(28) })).toEqual([['a', 27]]);
  });

  it('says of what will expire before that there is no day for it', () => {
    const { expiring } = planned([candidate('a', { until: 5 })], { touches: promotions(-3, -2, -1), range: first(7) });
    expect(expiring).toMatchObject([{ candidate: { occurrence: 'a' }, reason: 'promotion_budget', again: null }]);
  });
});

describe('the other budgets', () => {
  const phone = play({ name: 'call', kind: 'care', channels: ['phone'] });
  const policy = policySchema.parse({
    all: { most: 2, days: 10 },
    channels: { phone: { most: 2, days: 40, gap_days: 7, capacity: 2 } },
  });

  it('keep so many days between two on a channel, and so many on it in all', () => {
    const three = ['a', 'b', 'c'].map((name) => candidate(name, { play: phone }));
    expect(days(three, { policy: { ...policy, all: LOOSE.all } })).toEqual([
      ['a', 0],
      ['b', 7],
      ['c', 40],
    ]);
  });

  it('count care and promotions together, but no service', () => {
    const touches = [touch(-1, { kind: 'care', channel: 'email' }), touch(-2, { kind: 'promotion', channel: 'email' })];
    expect(days([candidate('a', { play: phone })], { policy, touches })).toEqual([['a', 8]]);
    const served = touches.map((one) => ({ ...one, kind: 'service' }) as const);
    expect(days([candidate('a', { play: phone })], { policy, touches: served })).toEqual([['a', 0]]);
  });

  it('keep no service message but for another on its day', () => {
    const touches = [-3, -2, -1, 0].map((offset) => touch(offset));
    expect(days([candidate('a', { play: service })], { policy, touches })).toEqual([['a', 1]]);
  });

  it('leave it to the customer how often', () => {
    const reachOf = () => ({ channel: 'sms', address: '1', everyDays: 45 }) as const;
    expect(days([candidate('a')], { reachOf, touches: promotions(-5) })).toEqual([['a', 40]]);
    expect(days([candidate('a', { play: service })], { reachOf, touches: promotions(-5) })).toEqual([['a', 0]]);
  });

  it('of none at all let nothing through', () => {
    const none = { ...LOOSE, promotions: { most: 0, days: 30 } };
    expect(planned([candidate('a', { until: 99 })], { policy: none }).deferred).toMatchObject([
      { reason: 'promotion_budget', by: null, again: null },
    ]);
  });
});

describe('capacity', () => {
  const call = play({ name: 'call', kind: 'care', channels: ['phone'] });
  const three = [1, 2, 3].map((customer) => candidate(`c${customer}`, { customer, play: call }));

  it('of a channel moves whoever is worth least, and says what took the place', () => {
    const policy = { ...LOOSE, channels: { ...LOOSE.channels, phone: { ...LOOSE.channels.phone, capacity: 2 } } };
    const { planned: rows } = planned(three, { policy });
    expect(rows.map(({ occurrence, day: on, deferred }) => [occurrence, on, deferred])).toEqual([
      ['c1', day(0), undefined],
      ['c2', day(0), undefined],
      ['c3', day(1), { reason: 'channel_capacity', by: 'call' }],
    ]);
    const touches = [touch(0, { customer: 9, channel: 'phone', kind: 'service' })];
    expect(days(three, { policy, touches })).toEqual([
      ['c1', 0],
      ['c2', 1],
      ['c3', 1],
    ]);
  });

  it('says the same of what took the place, in whatever order that is known', () => {
    const policy = { ...LOOSE, channels: { ...LOOSE.channels, phone: { ...LOOSE.channels.phone, capacity: 2 } } };
    const touches = ['audit', 'survey'].map((name, at) =>
      touch(0, { customer: 8 + at, channel: 'phone', kind: 'care', play: name }),
    );
    for (const known of [touches, touches.toReversed()])
      expect(planned(three.slice(0, 1), { policy, touches: known }).planned[0]?.deferred).toEqual({
        reason: 'channel_capacity',
        by: 'survey',
      });
  });

  it('of a play is its own, also of what was done that day', () => {
    const few = play({ name: 'few', kind: 'care', capacity: 1 });
    const two = [1, 2].map((customer) => candidate(`c${customer}`, { customer, play: few }));
    expect(days(two, { touches: [touch(0, { customer: 9, play: 'few' })] })).toEqual([
      ['c1', 1],
      ['c2', 2],
    ]);
  });
});

describe('a play that comes again', () => {
  it('comes once, and the others are left out', () => {
    const once = play({ repeat: 'once' });
    const { planned: rows, leftOut } = planned([
      candidate('a', { play: once }),
      candidate('b', { play: once, due: 9 }),
    ]);
    expect(rows.map(({ occurrence }) => occurrence)).toEqual(['a']);
    expect(leftOut).toMatchObject([{ candidate: { occurrence: 'b' }, reason: 'once' }]);
  });

  it('comes so many days after it came, before the plan or in it', () => {
    const again = play({ repeat: { after_days: 20 } });
    const two = [candidate('a', { play: again }), candidate('b', { play: again, due: 3 })];
    expect(days(two, { carriedOut: () => day(-15) })).toEqual([
      ['a', 5],
      ['b', 25],
    ]);
  });
});

describe('what else keeps from a day', () => {
  it('is a refund or a complaint, of promotions alone', () => {
    const pauseOf = () => ({ reason: 'refund_pause', by: null, again: Date.parse(day(12)) / 86_400_000 }) as const;
    expect(days([candidate('a'), candidate('b', { play: care })], { pauseOf })).toEqual([
      ['b', 0],
      ['a', 12],
    ]);
  });

  it('is a day on which nobody may be contacted', () => {
    const closed = { reason: 'sunday' } as const;
    const windowOf = (_: unknown, __: unknown, on: string) =>
      on < day(3) ? { closed } : ({ notBefore: 1, notAfter: 2 } as const);
    const { planned: rows } = planned([candidate('a')], { windowOf });
    expect(rows).toMatchObject([
      { day: day(3), window: { notBefore: 1, notAfter: 2 }, deferred: { reason: 'closed', by: null, closed } },
    ]);
  });

  it('is that a parcel has nothing to go with', () => {
    const waits = planned([candidate('a'), candidate('b', { until: 3 })], {
      reachOf: () => ({ waits: 'no_parcel' }),
      range: first(7),
    });
    expect(waits).toMatchObject({
      planned: [],
      deferred: [{ candidate: { occurrence: 'a' }, reason: 'no_parcel' }],
      expiring: [{ candidate: { occurrence: 'b' }, reason: 'no_parcel' }],
    });
  });
});

it('leaves out whom the gate or a rule of the play keeps out, and they use up nothing', () => {
  const [refused, other, open] = [candidate('a', { value: 999 }), candidate('b', { value: 998 }), candidate('c')];
  const result = planned([refused, other, open], {
    keptOut: ({ occurrence }) => (occurrence === 'b' ? 'not_in_segment' : undefined),
    reachOf: ({ occurrence }) => (occurrence === 'a' ? { reason: 'refused' } : { channel: 'sms', address: '1' }),
    range: first(1),
  });
  expect(result.leftOut).toEqual([
    { candidate: refused, reason: 'refused' },
    { candidate: other, reason: 'not_in_segment' },
  ]);
  expect(result.planned).toMatchObject([{ occurrence: 'c', day: START, channel: 'sms', address: '1' }]);
});
