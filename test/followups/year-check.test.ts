/** That the checker of the year finds what is wrong: each history here is spoilt in one way. */
import { copyFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database } from '../helpers/key.ts';
import { Accounts } from './year/accounts.ts';
import { brokenOn } from './year/check/checker.ts';
import { type DayBook, Shopkeeper } from './year/day.ts';
import { addDays } from './year/days.ts';
import type { About, Contact, Fact, Says } from './year/facts.ts';
import { Gap } from './year/gap.ts';
import { START } from './year/orders.ts';
import { POLICY } from './year/policy.ts';
import { YearShop } from './year/shop.ts';

const DAY = addDays(START, 1);

let shop: YearShop;
let books: DayBook[];
let facts: readonly Fact[];
let contacts: readonly Contact[];
beforeAll(async () => {
  shop = await YearShop.open();
  const keeper = new Shopkeeper(shop);
  books = [await keeper.live(START, 0), await keeper.live(DAY, 1)];
  facts = books.flatMap((book) => book.facts);
  contacts = books.flatMap((book) => book.contacts);
}, 120_000);
afterAll(() => shop.close());

interface Spoilt {
  readonly facts?: readonly Fact[];
  readonly contacts?: readonly Contact[];
  readonly touches?: readonly Touch[];
}
interface Touch {
  readonly of: Contact;
  readonly day: string;
  readonly kind?: string;
}

function found({ touches = [], ...own }: Spoilt = {}): string {
  const path = `${shop.db}-spoilt`;
  copyFileSync(shop.db, path);
  const db = database(path);
  const add = db.prepare(
    'INSERT INTO touches (record_id, touched_at, day, channel, kind, play) VALUES (?, 0, ?, ?, ?, ?)',
  );
  for (const { of, day, kind = of.kind } of touches) add.run(of.customer, day, of.channel, kind, of.play);
  db.close();
  return brokenOn({ path, day: DAY, policy: POLICY, facts, contacts, ...own }).join('\n');
}

/** One of the second day. */
function contact(kind: string, channel: string): Contact {
  const one = contacts.find((made) => made.day === DAY && made.kind === kind && made.channel === channel);
  if (!one) throw new Error(`no ${kind} by ${channel}`);
  return one;
}
const said = (about: About, says: Says): Spoilt => ({ facts: [...facts, { step: 0, day: START, about, says }] });
const ago = (days: number) => addDays(DAY, -days);

it('finds nothing where nothing is wrong', () => {
  expect(found()).toBe('');
});

describe('finds', () => {
  it('a fourth promotion in thirty days', () => {
    const of = contact('promotion', 'sms');
    const touches = [29, 20, 10].map((days) => ({ of, day: ago(days) }));
    expect(found({ touches: touches.slice(1) })).toBe('');
    expect(found({ touches })).toContain(`4 promotions in 30 days to ${of.customer}, at most 3`);
  });

  it('two contacts on a day, whatever the kind', () => {
    const of = contact('promotion', 'sms');
    expect(found({ touches: [{ of, day: DAY, kind: 'service' }] })).toContain(`2 contacts on a day to ${of.customer}`);
  });

  it('a call within a week of another', () => {
    const of = contact('care', 'phone');
    expect(found({ touches: [{ of, day: ago(6) }] })).toContain(`2 by phone in 7 days to ${of.customer}`);
    expect(found({ touches: [{ of, day: ago(7) }] })).toBe('');
  });

  it('more messages in thirty days than there may be, of a channel and of all', () => {
    const of = contact('promotion', 'sms');
    const touches = [2, 5, 8, 11].map((days) => ({ of, day: ago(days), kind: 'care' }));
    expect(found({ touches })).toContain('5 by sms in 30 days');
    const calls = [14, 22].map((days) => ({ of: { ...of, channel: 'phone' as const }, day: ago(days), kind: 'care' }));
    expect(found({ touches: [...touches, ...calls] })).toContain('7 messages in 30 days');
  });

  it('more on a day than the shop does, by a channel and of a play', () => {
    const others = contacts.filter(({ channel, day }) => channel === 'sms' && day !== DAY);
    expect(found({ touches: others.map((of) => ({ of, day: DAY })) })).toContain('by sms, the shop does 6');
    const best = contacts
      .filter(({ play }) => play === 'left_best')
      .map((of) => ({ of: { ...of, play: 'new_best' }, day: DAY }));
    expect(found({ touches: best })).toContain('of new_best, the shop does 3');
  });

  it('less time between two than they wish', () => {
    const of = contact('promotion', 'sms');
    const spoilt = said({ customer: of.customer }, { is: 'wish', everyDays: 20 });
    expect(found(spoilt)).toBe('');
    expect(found({ ...spoilt, touches: [{ of, day: ago(19) }] })).toContain('2 messages in the 20 days they wish');
  });

  it.each<[string, (of: Contact) => About]>([
    ['an address', ({ address }) => ({ address })],
    ['a customer', ({ customer }) => ({ customer })],
  ])('%s that was suppressed before', (_, about) => {
    expect(found(said(about(contact('promotion', 'sms')), { is: 'suppressed' }))).toContain('suppressed since');
  });

  it('somebody who refused the channel, also by hand', () => {
    const { customer } = contact('care', 'wechat');
    expect(found(said({ customer }, { is: 'refused', channel: 'phone' }))).toContain(`to ${customer}, refused`);
  });

  it('a promotion to somebody who never agreed to any', () => {
    const of = contact('promotion', 'sms');
    const silent = facts.filter(({ says }) => !(says.is === 'granted' && says.channel === 'sms'));
    expect(found({ facts: silent })).toContain(`${of.play} by sms to ${of.customer}, never agreed`);
  });

  it.each(['refunded', 'complained'] as const)('a promotion to somebody who %s', (is) => {
    expect(found(said({ customer: contact('promotion', 'sms').customer }, { is }))).toContain(`${is} on ${START}`);
  });

  it('an hour at which nobody is to be written to', () => {
    const of = contact('promotion', 'sms');
    const at = (change: Partial<Contact>) => ({
      contacts: contacts.map((one) => (one === of ? { ...one, ...change } : one)),
    });
    expect(found(at({ notBefore: `${DAY}T00:59:00Z` }))).toContain(`from ${DAY} 08:59`);
    expect(found(at({ notAfter: `${DAY}T12:01:00Z` }))).toContain('to 2026-11-02 20:01 in Asia/Shanghai');
    expect(found(at({ notAfter: '' }))).toContain('no day');
  });

  it('a contact that the archive does not have, and one that nobody made', () => {
    const of = contact('promotion', 'sms');
    expect(found({ contacts: contacts.filter((one) => one !== of) })).toContain('the archive has');
    expect(found({ contacts: [...contacts, { ...of, customer: 1 }] })).toContain('made were');
  });

  it('two contacts at one number, and a fourth promotion there', () => {
    const of = contact('promotion', 'sms');
    const there = (day: string): Contact => ({ ...of, customer: 1, day });
    expect(found({ contacts: [...contacts, there(DAY)] })).toContain(`2 contacts at ${of.address} on a day`);
    const before = [there(ago(29)), there(ago(28)), there(ago(27))];
    expect(found({ contacts: [...contacts, ...before] })).toContain(`4 promotions at ${of.address} in 30 days`);
  });

  it('what was said by nobody there is', () => {
    expect(found(said({ who: 'nobody@example.com' }, { is: 'suppressed' }))).toContain(
      'nobody is {"who":"nobody@example.com"}',
    );
  });
});

describe('the account of follow-ups finds one that', { timeout: 120_000 }, () => {
  const settled = async (...evenings: Partial<DayBook>[]) => {
    const accounts = new Accounts();
    const all: string[] = [];
    for (const [at, own] of evenings.entries()) all.push(...(await accounts.close(shop, { ...bookOf(at), ...own })));
    return all;
  };
  const bookOf = (at: number): DayBook => {
    const book = books[at];
    if (!book) throw new Error('only two days were lived');
    return book;
  };
  const lost = () => {
    const [row] = bookOf(1).plan;
    if (!row) throw new Error('nothing is planned');
    return { ...row, id: 'aaaaaaaa', customer_id: contact('care', 'phone').customer };
  };

  it('was planned, and is neither done nor told of', async () => {
    expect(await settled({}, {})).toEqual([]);
    // Without its exports the day has no orders either, which replace what those before set off.
    expect(await settled({ plan: [...bookOf(0).plan, lost()] }, { exports: [] })).toContainEqual(
      expect.stringContaining('aaaaaaaa'),
    );
  });

  it('is still to be done in the evening', async () => {
    expect(await settled({}, { plan: [...bookOf(1).plan, { ...lost(), day: DAY }] })).toEqual([
      expect.stringContaining('still planned for today') as string,
    ]);
  });

  it('comes up again, or goes out again, after it went out', async () => {
    const { id } = bookOf(0).contacts.find(({ channel }) => channel === 'sms') as Contact;
    expect(await settled({}, { plan: [...bookOf(1).plan, { ...lost(), id }] })).toEqual([
      expect.stringContaining('is planned again, after contacted') as string,
    ]);
    const again = contacts.filter((one) => one.id === id);
    expect(await settled({}, { contacts: again })).toEqual([expect.stringContaining('once more') as string]);
  });
});

describe('a day left out', { timeout: 120_000 }, () => {
  const [leftOut, after] = [addDays(DAY, 1), addDays(DAY, 2)];
  /** As if it had been contacted on the day left out, where there was a run. */
  const missed = (change: Partial<Contact>): Contact => ({
    ...contact('care', 'wechat'),
    id: 'aaaaaaaa',
    day: leftOut,
    until: addDays(after, 5),
    ...change,
  });
  const closed = (one: Contact) => new Gap(shop, 1, 1).close(facts, [...contacts, one]);

  it('is made up for by what was due on it', async () => {
    const row = books[1]?.plan.find(({ day, channel }) => day === leftOut && channel === 'wechat');
    if (!row) throw new Error('nothing is planned for the day');
    const { id, play, kind, customer_id: customer, expires_day: until } = row;
    expect(await closed(missed({ id, play, kind, customer, until }))).toMatchObject({ caught: 1, problems: [] });
  });

  it('is not by what nobody tells of, nor by another of the play', async () => {
    const one = missed({});
    expect((await closed(one)).problems).toEqual([
      `${after}: ${one.play} aaaaaaaa until ${one.until}, missed on ${leftOut}, is not told of`,
    ]);
  });

  it('may have been the last of one, which is told', async () => {
    const row = books[1]?.plan.find(({ day, play, expires_day: until }) => {
      return day === leftOut && play === 'parcel_gift' && until === leftOut;
    });
    if (!row) throw new Error('nothing is due on the day alone');
    const { id, play, kind, customer_id: customer } = row;
    const one = missed({ id, play, kind, customer, channel: 'parcel', until: leftOut });
    expect(await closed(one)).toMatchObject({ expired: 1, problems: [] });
    const { problems } = await closed({ ...one, until: after });
    expect(problems).toEqual([`${after}: ${play} ${id} until ${after}, missed on ${leftOut}, is expired`]);
  });
});
