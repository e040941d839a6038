/** Plans of small archives: what is read of them, and what was said of follow-ups before. */
import { afterEach, describe, expect, it } from 'vitest';
import { idOf } from '../../src/followups/candidate.ts';
import { stateOutcome, type Statement } from '../../src/followups/outcome-queries.ts';
import { candidatesFor, planFor, type Planner } from '../../src/followups/planner.ts';
import { policySchema } from '../../src/followups/policy.ts';
import { gather } from '../../src/measures/gather.ts';
import { addDays } from '../../src/values/days.ts';
import { type PersonSpec, type World, world } from '../helpers/world.ts';
import { play } from './planning.ts';

let open: World | undefined;
afterEach(() => {
  open?.close();
  open = undefined;
});

const TODAY = '2026-07-01';
const ann: PersonSpec = { name: '安', phone: '+8613912345601', orders: [{ day: '2026-06-30' }] };
const ben: PersonSpec = { name: '本', phone: '+8613912345602', orders: [{ day: '2026-06-30' }] };
const call = { name: 'call', kind: 'service', channels: ['phone'], expires_after_days: 10 };

async function shopOf(...people: PersonSpec[]): Promise<World> {
  return (open = await world(people));
}

interface Asked {
  readonly plays?: readonly Readonly<Record<string, unknown>>[];
  readonly asOf?: string;
  readonly days?: number;
  readonly policy?: unknown;
  readonly customer?: number;
}

const planner = ({ archive }: World, { plays = [call], asOf = TODAY, policy = {}, customer }: Asked = {}): Planner => ({
  archive,
  population: gather(archive, asOf),
  plays: plays.map((own) => play(own)),
  policy: policySchema.parse(policy),
  customer,
});
const plan = (shop: World, asked: Asked = {}) => {
  const { asOf = TODAY, days = 14 } = asked;
  return planFor(planner(shop, asked), { from: asOf, to: addDays(asOf, days - 1) });
};
/** `day customer play` */
const short = (...args: Parameters<typeof plan>) =>
  plan(...args).planned.map((row) => `${row.day} ${row.customer} ${row.play.name}`);
const reasons = (...args: Parameters<typeof plan>) =>
  plan(...args).leftOut.map(({ candidate, reason }) => `${candidate.customer} ${reason}`);

function say(shop: World, customer: number, own: Partial<Statement>, asked: Asked = {}) {
  const { asOf = TODAY } = asked;
  const range = { from: addDays(asOf, -30), to: addDays(asOf, 30) };
  const { open: still, settled } = candidatesFor(planner(shop, asked), range);
  const found = [...still, ...settled.map(({ candidate }) => candidate)].find((one) => one.customer === customer);
  if (!found) throw new Error('nothing is called for');
  const statement = { outcome: 'done', result: null, until: null, day: asOf, note: null, at: 0, list: null } as const;
  return stateOutcome(shop.archive, found, { ...statement, channel: 'phone', ...own });
}
const merge = ({ archive }: World, from: number, into: number) =>
  archive.db.exec(`UPDATE record_customers SET customer_id = ${into} WHERE record_id = ${from};
    UPDATE orders SET customer_id = ${into} WHERE record_id = ${from}; DELETE FROM customers WHERE customer_id = ${from}`);
const rows = ({ archive }: World, table: string) => archive.db.prepare(`SELECT * FROM ${table}`).all();

describe('what was said of a follow-up', () => {
  it('takes it off the plan, and is a contact of that day', async () => {
    const shop = await shopOf(ann, ben);
    expect(say(shop, 1, {})).toBeUndefined();
    expect(short(shop)).toEqual(['2026-07-01 2 call']);
    expect(rows(shop, 'touches')).toMatchObject([
      { record_id: 1, day: TODAY, channel: 'phone', kind: 'service', play: 'call' },
    ]);
  });

  it('is said once, and nothing after what settles it', async () => {
    const shop = await shopOf(ann);
    say(shop, 1, {});
    expect(say(shop, 1, {})).toMatchObject({ outcome: 'done', day: TODAY });
    expect(say(shop, 1, { outcome: 'skipped', day: '2026-07-02' })).toMatchObject({ outcome: 'done' });
    expect(rows(shop, 'followup_outcomes')).toHaveLength(1);
    expect(rows(shop, 'touches')).toHaveLength(1);
  });

  it('is not known on the days before', async () => {
    const shop = await shopOf(ann);
    say(shop, 1, { day: '2026-07-02' }, { asOf: '2026-07-02' });
    expect(short(shop)).toEqual(['2026-07-01 1 call']);
    expect(short(shop, { asOf: '2026-07-02' })).toEqual([]);
  });

  it('puts it off, also beyond its expiry, and until then again if it is said again', async () => {
    const shop = await shopOf(ann);
    say(shop, 1, { outcome: 'snoozed', until: '2026-07-20', channel: null });
    expect(rows(shop, 'touches')).toEqual([]);
    expect(short(shop, { days: 30 })).toEqual(['2026-07-20 1 call']);
    expect(short(shop, { asOf: '2026-07-20' })).toEqual(['2026-07-20 1 call']);
    expect(short(shop, { asOf: '2026-07-30' })).toEqual(['2026-07-30 1 call']);
    expect(short(shop, { asOf: '2026-07-31' })).toEqual([]);
    say(shop, 1, { outcome: 'snoozed', until: '2026-07-25', channel: null, at: 5, day: '2026-07-20' });
    expect(short(shop, { asOf: '2026-07-21' })).toEqual(['2026-07-25 1 call']);
  });

  it('has whoever did not answer called again the day after, and is no contact', async () => {
    const shop = await shopOf(ann);
    for (const [at, asOf] of ['2026-07-01', '2026-07-02', '2026-07-03'].entries()) {
      expect(short(shop, { asOf, days: 5 })).toEqual([`${asOf} 1 call`]);
      say(shop, 1, { result: 'no_answer', day: asOf, at }, { asOf });
    }
    expect(rows(shop, 'touches')).toEqual([]);
    expect(short(shop, { asOf: '2026-07-03' })).toEqual([]);
  });

  it('of one that is handed over is no second contact', async () => {
    const shop = await shopOf(ann);
    say(shop, 1, { outcome: 'handed_over' });
    expect(short(shop)).toEqual([]);
    const handedOver = rows(shop, 'touches');
    expect(handedOver).toHaveLength(1);
    expect(say(shop, 1, { result: 'wants', at: 1 })).toBeUndefined();
    expect(rows(shop, 'touches')).toEqual(handedOver);
  });

  it('goes with the order, whoever turns out to have bought it', async () => {
    const shop = await shopOf(ann, ben);
    say(shop, 2, {});
    merge(shop, 2, 1);
    // The day is used up by what was done of the other.
    expect(short(shop)).toEqual(['2026-07-02 1 call']);
    shop.archive.db.exec(`UPDATE record_customers SET customer_id = 2 WHERE record_id = 2; UPDATE orders SET customer_id = 2 WHERE record_id = 2;
      INSERT INTO customers (customer_id, name) VALUES (2, '本')`);
    expect(plan(shop).planned.map(({ customer }) => customer)).toEqual([1]);
  });

  it('settles what is one customer’s under any number they had', async () => {
    const shop = await shopOf(ann, ben);
    for (const record of [1, 2])
      shop.archive.db
        .prepare("INSERT INTO edits (record_id, field, value, edited_at) VALUES (?, 'birthday', '1990-07-01', 0)")
        .run(record);
    const plays = [{ ...call, name: 'birthday', trigger: { on: 'birthday' } }];
    expect(short(shop, { plays })).toHaveLength(2);
    say(shop, 2, {}, { plays });
    merge(shop, 2, 1);
    expect(short(shop, { plays })).toEqual([]);
    const { settled } = candidatesFor(planner(shop, { plays }), { from: TODAY, to: TODAY });
    expect(settled.map(({ candidate }) => [candidate.customer, candidate.occurrence])).toEqual([[1, '2026']]);
  });

  it('keeps a play that comes once from coming for another order', async () => {
    const shop = await shopOf({ ...ann, orders: [{ day: '2026-06-29' }, { day: '2026-06-30' }] });
    const plays = [{ ...call, repeat: 'once' }];
    expect(short(shop, { plays })).toHaveLength(1);
    say(shop, 1, {}, { plays });
    expect(short(shop, { plays })).toEqual([]);
    expect(reasons(shop, { plays })).toEqual(['1 once']);
    const again = [{ ...call, repeat: { after_days: 5 } }];
    expect(short(shop, { plays: again })).toEqual(['2026-07-06 1 call']);
  });
});

describe('the plan of an archive', () => {
  it('asks each condition, and of a broken play says what is wrong', async () => {
    const shop = await shopOf(ann, { ...ben, orders: [{ day: '2026-06-29' }, { day: '2026-06-30' }] });
    const several = { ...call, where: 'number_of_orders > 1' };
    expect(reasons(shop, { plays: [several] })).toEqual(['1 not_in_segment']);
    const { planned, broken } = plan(shop, {
      plays: [
        { ...call, where: "in_segment('nobody_knows')" },
        { ...call, name: 'moved', trigger: { on: 'segment_left', segment: 'nobody_knows' } },
        { ...call, name: 'whole' },
      ],
      policy: { per_day: 5 },
    });
    expect(broken.map((one) => [one.play.name, one.error.problem])).toEqual([
      ['call', 'unknown_segment'],
      ['moved', 'unknown_segment'],
    ]);
    expect(new Set(planned.map((row) => row.play.name))).toEqual(new Set(['whole']));
  });

  it('of one customer is theirs of the plan of everybody', async () => {
    const shop = await shopOf(ann, { ...ben, orders: [{ day: '2026-06-29', refunded: 100 }, { day: '2026-06-30' }] });
    const plays = [
      call,
      { ...call, name: 'rhythm', trigger: { on: 'rhythm', multiple: 1 }, where: 'number_of_orders > 1' },
      { ...call, name: 'refund', trigger: { on: 'refund' } },
      { ...call, name: 'day', trigger: { on: 'date', month: 7, day: 4 }, where: 'amount_spent < 150' },
    ];
    const everybody = plan(shop, { plays });
    for (const customer of [1, 2]) {
      const own = plan(shop, { plays, customer });
      expect(own.planned).toEqual(everybody.planned.filter((row) => row.customer === customer));
      expect(own.leftOut).toEqual(everybody.leftOut.filter(({ candidate }) => candidate.customer === customer));
    }
    expect(everybody.planned.length).toBeGreaterThan(4);
    expect(everybody.leftOut.length).toBeGreaterThan(0);
  });

  it('rests promotions after a refund', async () => {
    const shop = await shopOf({ ...ann, orders: [{ day: '2026-06-20', refunded: 100 }, { day: '2026-06-30' }] });
    shop.archive.db.exec(
      "INSERT INTO consents (record_id, channel, status, source, stated_at) VALUES (1, 'sms', 'granted', 'hand', 0)",
    );
    const plays = [{ name: 'news', trigger: { on: 'order' }, channels: ['sms'] }];
    const { planned } = plan(shop, { plays, days: 30, policy: { per_day: 5 } });
    expect(planned.map(({ day, deferred }) => [day, deferred?.reason])).toEqual([
      ['2026-07-20', 'refund_pause'],
      ['2026-07-21', 'refund_pause'],
    ]);
  });

  it('puts a parcel to an order that waits to be sent, without consent or address', async () => {
    const paid: PersonSpec = { name: '丁', orders: [{ day: '2026-06-29' }, { day: '2026-06-30', state: 'paid' }] };
    const shop = await shopOf(paid, ann, { ...paid, name: '戊' });
    shop.archive.db.exec("INSERT INTO suppressions (kind, record_id, hint, added_at) VALUES ('customer', 3, '#3', 0)");
    const plays = [{ ...call, kind: 'care', channels: ['parcel'], trigger: { on: 'order', nth: 1 } }];
    const { planned, deferred, expiring, leftOut } = plan(shop, { plays, days: 3 });
    expect(planned).toMatchObject([{ customer: 1, channel: 'parcel', address: '山月茶铺/1-2' }]);
    expect(deferred).toMatchObject([{ candidate: { customer: 2 }, reason: 'no_parcel', again: null }]);
    expect([expiring, leftOut]).toMatchObject([[], [{ candidate: { customer: 3 }, reason: 'suppressed' }]]);
  });

  it('writes by hand to the number that calls go to, and to nobody who refused calls', async () => {
    const shop = await shopOf(ann, ben);
    shop.archive.db.exec(
      "INSERT INTO consents (record_id, channel, status, source, stated_at) VALUES (2, 'phone', 'refused', 'hand', 0)",
    );
    const plays = [{ ...call, kind: 'care', channels: ['wechat'] }];
    const { planned, leftOut } = plan(shop, { plays });
    expect(planned).toMatchObject([{ customer: 1, channel: 'wechat', address: '+8613912345601' }]);
    expect(leftOut).toMatchObject([{ candidate: { customer: 2 }, reason: 'refused' }]);
  });

  it('takes the channel the customer prefers before the others of the play', async () => {
    const shop = await shopOf({ ...ann, email: 'ann@example.com' });
    const plays = [{ ...call, channels: ['phone', 'email'] }];
    expect(plan(shop, { plays }).planned).toMatchObject([{ channel: 'phone' }]);
    shop.archive.db.exec("INSERT INTO edits (record_id, field, value, edited_at) VALUES (1, 'channel', 'email', 0)");
    expect(plan(shop, { plays }).planned).toMatchObject([{ channel: 'email' }]);
  });

  it('gives everything an id of its own', async () => {
    const shop = await shopOf(ann, ben);
    const ids = plan(shop).planned.map(idOf);
    expect(new Set(ids).size).toBe(2);
    expect(plan(shop).planned.map(idOf)).toEqual(ids);
  });
});
