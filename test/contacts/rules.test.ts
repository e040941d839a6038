/** What must have been said before somebody is contacted, by the place they live in. */
import { describe, expect, it } from 'vitest';
import { CHANNELS, type Channel, decide, type GatePerson, type Kind, KINDS } from '../../src/contacts/gate.ts';
import { PLACES, placeOf } from '../../src/contacts/rules/places.ts';
import { isDay } from '../../src/values/days.ts';
import { plainShop } from '../helpers/plain-shop.ts';
import { csv, newSeller, type Seller } from '../helpers/seller.ts';

const person = (channel: Channel, facts: Partial<GatePerson>): GatePerson => ({
  channel,
  countries: [],
  suppressed: false,
  address: 'somewhere',
  consent: 'unknown',
  policy: 'granted',
  serviceOnly: false,
  ...facts,
});
const answer = (channel: Channel, kind: Kind, facts: Partial<GatePerson>) => {
  const decision = decide(person(channel, facts), kind);
  return decision.allowed ? 'open' : decision.reason;
};

describe('each place', () => {
  it('says of every channel and purpose what is needed, once', () => {
    for (const { name, rules } of PLACES)
      expect(rules.map(({ channel, kind }) => `${channel} ${kind}`).toSorted(), name).toEqual(
        CHANNELS.flatMap((channel) => KINDS.map((kind) => `${channel} ${kind}`)).toSorted(),
      );
  });

  it('says since when and where that is written, but for what stands for all others', () => {
    for (const { name, rules } of PLACES)
      for (const { since, source } of rules)
        if (name === 'default') expect(since).toBeNull();
        else expect([name, isDay(since ?? ''), source.length > 3]).toEqual([name, true, true]);
  });

  it('lets nobody be kept from what is about their order', () => {
    for (const { rules } of PLACES)
      for (const { kind, needs } of rules) if (kind === 'service') expect(needs).toBe('not-refused');
  });

  it.each([
    ['CN', 'cn'],
    ['cn', 'cn'],
    ['DE', 'eu-uk'],
    ['GB', 'eu-uk'],
    ['NO', 'eu-uk'],
    ['US', 'us'],
    ['HK', 'default'],
    ['TW', 'default'],
    ['CH', 'default'],
  ])('of %s is %s', (country, name) => expect(placeOf(country).name).toBe(name));
});

describe('the gate for somebody who said nothing', () => {
  // Care by message or mail counts as promotion in China.
  it.each<[string[], Channel, string]>([
    [['CN'], 'sms', 'care_is_promotion'],
    [['CN'], 'email', 'care_is_promotion'],
    [['CN'], 'phone', 'open'],
    [['DE'], 'email', 'open'],
    [['US'], 'sms', 'open'],
    [['JP'], 'email', 'open'],
    [[], 'sms', 'open'],
    [['JP', 'CN'], 'email', 'care_is_promotion'],
  ])('of %j by %s answers to care: %s', (countries, channel, expected) => {
    expect(answer(channel, 'care', { countries })).toBe(expected);
    expect(answer(channel, 'service', { countries })).toBe('open');
    expect(answer(channel, 'promotion', { countries })).toBe('no_consent');
    expect(answer(channel, 'care', { countries, consent: 'granted' })).toBe('open');
    expect(answer(channel, 'care', { countries, consent: 'refused' })).toBe('refused');
    expect(answer(channel, 'care', { countries, policy: 'not-refused' })).toBe('open');
  });
});

const care = async (seller: Seller, channel = 'email') => {
  const line = ['--where', 'orders_all > 0', '--channel', channel, '--kind', 'care'];
  const { stdout, stderr } = await seller.run(['export', 'contacts', ...line, '--json']);
  return { names: (JSON.parse(stdout) as { name: string }[]).map(({ name }) => name), stderr };
};

describe('the place of a customer', () => {
  const HEADER = ['order_id', 'order_date', 'customer_name', 'email', 'country', 'order_total'];
  const CHINESE = ['--timezone', 'Asia/Shanghai', '--currency', 'CNY', '--country', 'CN', '--shop', 'Tea'];

  it('is their own country, else that of the shops they bought in, of several the strictest', async () => {
    const seller = newSeller();
    const rows = [
      ['1', '2026-05-04', 'Ann', 'ann@example.com', 'DE', '5'],
      ['2', '2026-05-04', 'Ben', 'ben@example.com', '', '5'],
      ['3', '2026-05-04', 'Cid', 'cid@example.com', 'Atlantis', '5'],
    ];
    await seller.ingest(seller.write('cn.csv', csv([HEADER, ...rows])), ...CHINESE);
    const german = ['--timezone', 'Europe/Berlin', '--currency', 'EUR', '--country', 'DE', '--shop', 'Tee'];
    const more = [
      ['4', '2026-05-05', 'Cid', 'cid@example.com', 'Atlantis', '5'],
      ['5', '2026-05-05', 'Dee', 'dee@example.com', '', '5'],
    ];
    await seller.ingest(seller.write('de.csv', csv([HEADER, ...more])), ...german);
    const { names, stderr } = await care(seller);
    expect(names).toEqual(['Ann', 'Dee']);
    expect(stderr).toContain(
      '2 never agreed, and care counts as promotion where they live: regulars consent set WHO email granted; why: regulars consent rules',
    );
    await seller.run(['consent', 'set', 'Ben', 'email', 'granted']);
    expect((await care(seller)).names).toEqual(['Ann', 'Ben', 'Dee']);
  });
});

describe('shops edit --consent-policy not-refused', () => {
  it('tells where the place of the shop asks for more', async () => {
    const shop = await plainShop([{ customer_name: 'Ann Archer' }]);
    const policy = (to: string, ...more: string[]) =>
      shop.regulars('shops', 'edit', 'Hillside', '--consent-policy', to, ...more);
    const china =
      'in CN promotion by sms, email, phone needs a yes, unless you have another ground: regulars consent rules cn';
    expect((await policy('not-refused')).stderr).toContain(china);
    expect((await policy('granted')).stderr).not.toContain('needs a yes');
    expect((await policy('not-refused', '--country', 'US')).stderr).toContain(
      'in US promotion by sms, phone needs a yes',
    );
    expect((await policy('not-refused', '--country', 'JP')).stderr).not.toContain('needs a yes');
    shop.close();
  });
});

describe('consent rules', () => {
  it('prints the table, of all places or of one, by its name or a country', async () => {
    const shop = await plainShop([{ customer_name: 'Ann Archer' }]);
    const all = await shop.json<{ place: string }[]>('consent', 'rules');
    expect(all).toHaveLength(PLACES.length * CHANNELS.length * KINDS.length);
    const china = await shop.json<unknown[]>('consent', 'rules', 'cn');
    expect(china).toContainEqual({
      place: 'cn',
      channel: 'sms',
      kind: 'care',
      needs: 'granted',
      since: '2015-06-30',
      evidence: 'read',
      source: '通信短信息服务管理规定; help.aliyun.com 91975 短信模板规范',
    });
    expect(await shop.json('consent', 'rules', 'CN')).toEqual(china);
    expect((await shop.json<{ place: string }[]>('consent', 'rules', 'FR'))[0]?.place).toBe('eu-uk');
    expect((await shop.regulars('consent', 'rules', 'Atlantis')).status).toBe(2);
    shop.close();
  });
});
