/** What a play is told of that its schema takes: by the real checks, against a small archive. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPolicy } from '../../src/followups/check-policy.ts';
import { checkPlay } from '../../src/followups/plays/check-play.ts';
import { type Play, playSchema } from '../../src/followups/plays/play.ts';
import { shippedPlays } from '../../src/followups/plays/shipped.ts';
import { DEFAULT_POLICY, type Policy, policySchema } from '../../src/followups/policy.ts';
import { gather } from '../../src/measures/gather.ts';
import { world, type World } from '../helpers/world.ts';

let of: World;
beforeAll(async () => {
  of = await world([{ name: '周小茶', city: '杭州市', phone: '13912345601', orders: [{ day: '2026-05-01' }] }]);
  of.archive.db.exec(`INSERT INTO products (shop, key, sku, title, days_of_supply, said_at) VALUES
    ('', 'T-1', 'T-1', '明前龙井', 30, 0), ('', 'T-2', 'T-2', '龙井试饮', 3, 0)`);
});
afterAll(() => of.close());

const GOOD = {
  name: 'call',
  trigger: { on: 'order' },
  kind: 'care',
  channels: ['phone'],
  expires_after_days: 3,
} as const;

async function findings(more: object, policy: Policy = DEFAULT_POLICY) {
  const play: Play = playSchema.parse({ ...GOOD, ...more });
  const population = gather(of.archive, '2026-07-01');
  const found = await checkPlay(play, { archive: of.archive, population, policy });
  return found.map(({ finding, key, value, about, nearest }) =>
    [finding, key, value, about, nearest].filter((part) => part !== undefined).join(' '),
  );
}
const text = (more: object = {}) => ({ text: 'Hello', ...more });

it('the shipped plays are told of nothing', async () => {
  for (const play of shippedPlays) {
    const { where: _, ...rest } = play;
    expect([play.name, await findings(rest)]).toEqual([play.name, []]);
  }
});

describe('a play is told of', () => {
  it.each([
    ['nothing', {}, []],
    [
      'an unknown segment',
      { trigger: { on: 'segment_left', segment: 'champion' } },
      ['unknown_segment trigger.segment champion champions'],
    ],
    [
      'a festival nobody knows',
      { trigger: { on: 'festival', festival: '中秋接' } },
      ['unknown_festival trigger.festival 中秋接 中秋'],
    ],
    ['one by any of its names', { trigger: { on: 'festival', festival: 'Zhōngqiū' } }, []],
    ['a condition with a mistake', { where: "custmer_city = '杭州市'" }, ["bad_where where custmer_city = '杭州市'"]],
    [
      'a condition nobody meets',
      { where: "customer_city = '北京市'" },
      ["nobody_meant where customer_city = '北京市'"],
    ],
    ['a condition that is met', { where: "customer_city = '杭州市'" }, []],
    [
      'a product that was never sold',
      { trigger: { on: 'order', product: '明前龙并' } },
      ['never_sold trigger.product 明前龙并 明前龙井'],
    ],
    ['one that is known by its number', { trigger: { on: 'order', product: 't-%' } }, []],
    [
      'a reminder no earlier than the purchase',
      { trigger: { on: 'replenishment', product: '%试饮' } },
      ['lead_over_supply trigger.lead_days 5 3'],
    ],
    ['one in time', { trigger: { on: 'replenishment', product: '%龙井%' } }, []],
    ['a day there never is', { trigger: { on: 'date', month: 4, day: 31 } }, ['no_such_day trigger.day 4-31']],
    ['a day there sometimes is', { trigger: { on: 'date', month: 2, day: 29 } }, []],
    [
      'a wish that comes late',
      { trigger: { on: 'birthday', lead_days: 2 }, expires_after_days: 9 },
      ['too_late expires_after_days 9 7'],
    ],
    ['service without an order', { trigger: { on: 'birthday' }, kind: 'service' }, ['not_of_an_order kind service']],
    ['service after a complaint', { trigger: { on: 'complaint' }, kind: 'service' }, []],
    [
      'promotion while there is none',
      { trigger: { on: 'refund', delay_days: 20 }, kind: 'promotion', expires_after_days: 9 },
      ['paused_throughout expires_after_days 9 30'],
    ],
    [
      'promotion after that',
      { trigger: { on: 'refund', delay_days: 20 }, kind: 'promotion', expires_after_days: 10 },
      [],
    ],
    ['a channel twice', { channels: ['phone', 'parcel', 'phone'] }, ['channel_twice channels phone']],
    [
      'nothing to say',
      { channels: ['sms', 'email', 'phone'], messages: [text({ channel: 'sms' })] },
      ['no_message messages email'],
    ],
    ['an e-mail without a subject', { channels: ['sms', 'email'], messages: [text()] }, ['no_subject messages.1']],
    [
      'a subject that another has',
      { channels: ['sms', 'email'], messages: [text({ channel: 'email', subject: 'Hi' }), text()] },
      [],
    ],
    [
      'a message of no channel of its',
      { messages: [text({ channel: 'sms' })] },
      ['message_of_no_channel messages.1.channel sms'],
    ],
    [
      'a message that is never taken',
      { messages: [text(), text({ language: 'zh' })] },
      ['message_never_taken messages.2'],
    ],
    ['one for each language', { messages: [text({ language: 'en' }), text()] }, []],
  ])('%s', async (_, more, told) => {
    expect(await findings(more)).toEqual(told);
  });
});

describe('the policy', () => {
  const sms = { channels: ['sms'], messages: [text()] };
  const email = { channels: ['email'], messages: [text({ subject: 'Hi' })] };
  it.each([
    [{ promotions: { most: 0 } }, { ...sms, kind: 'promotion' }, ['no_room channels sms']],
    [{ promotions: { most: 0 } }, { ...sms, kind: 'care' }, []],
    [{ all: { most: 0 } }, sms, ['no_room channels sms']],
    [{ all: { most: 0 } }, { kind: 'service' }, []],
    [{ channels: { phone: { capacity: 0 } } }, {}, ['no_room channels phone']],
    [{ channels: { phone: { capacity: 0 } } }, { channels: ['phone', 'parcel'] }, []],
    [{ channels: { sms: { most: 0 } } }, sms, ['no_room channels sms']],
    [{ channels: { sms: { most: 0 } } }, { ...sms, kind: 'service' }, []],
    [{ pause_days: { refund: 0 } }, { trigger: { on: 'refund' }, kind: 'promotion' }, []],
    [{ sms: { opt_out: false } }, { ...sms, kind: 'promotion' }, ['no_opt_out channels sms']],
    [{ sms: { opt_out: false } }, { ...sms, kind: 'care' }, []],
    [{ sms: { opt_out: false } }, { ...sms, kind: 'promotion', messages: [text({ text: '新茶 回T退订' })] }, []],
    [{ email: { opt_out: false } }, { ...email, kind: 'promotion' }, ['no_opt_out channels email']],
    [{ email: { opt_out: false } }, { ...email, kind: 'care' }, []],
    [{ email: { opt_out: true } }, { ...email, kind: 'promotion' }, []],
    [
      { email: { opt_out: false } },
      { ...email, kind: 'promotion', messages: [text({ subject: 'Hi', text: 'To unsubscribe, reply.' })] },
      [],
    ],
  ])('%j leaves room for %j', async (policy, more, told) => {
    expect(await findings(more, policySchema.parse(policy))).toEqual(told);
  });

  it.each([
    [{}, []],
    [{ hours: { from: '20:00', to: '09:00' } }, ['hours 20:00–09:00']],
    [{ channels: { sms: { hours: { from: '21:00', to: '22:00' } } } }, ['channels.sms.hours 21:00–20:00']],
    [{ channels: { sms: { hours: { from: '08:00', to: '10:00' } } } }, []],
    [{ hours: { from: '20:30', to: '22:00' }, sms: { provider: 'qiniu' } }, ['sms.provider 20:30–20:00']],
    [{ hours: { from: '20:30', to: '22:00' }, sms: { provider: 'taobao' } }, []],
    [{ hours: { from: '20:00', to: '09:00' }, sms: { provider: 'qiniu' } }, ['hours 20:00–09:00']],
  ])('of %j is told of hours without an end', (policy, told) => {
    expect(checkPolicy(policySchema.parse(policy)).map(({ key, value }) => `${key} ${value}`)).toEqual(told);
  });
});

describe('texts', () => {
  it.each([
    ['a field there is none of', 'Dear {{ nam }}', ['bad_template messages.1.text nam name']],
    ['a tag that is never closed', '{% if name %}Dear', ['bad_template messages.1.text {% if name %}']],
    ['an order nothing tells of', 'Your order {{ order_number }}', ['bad_text messages.1.text order_number']],
    ['the same with words in its place', 'Your order {{ order_number | default: "of late" }}', []],
    ['what is left of another tool', 'Dear #name#', ['bad_text messages.1.text #name#']],
    ['a sign that makes it longer', `${'a'.repeat(130)} \u2019 `, ['odd_text messages.1.text \u2019']],
  ])('%s', async (_, written, found) => {
    const play = { trigger: { on: 'birthday' }, channels: ['sms'], messages: [text({ text: written })] };
    expect(await findings(play)).toEqual(found);
  });

  it('are held against the provider of the policy', async () => {
    const policy = policySchema.parse({ sms: { provider: 'aliyun' } });
    const messages = [text({ text: '会员您好，白酒到了★' })];
    expect(await findings({ kind: 'promotion', channels: ['sms'], messages }, policy)).toEqual([
      'bad_text messages.1.text 白酒',
      'odd_text messages.1.text ★',
    ]);
  });

  it('of a provider nobody knows are told of with the policy', () => {
    const [finding] = checkPolicy(policySchema.parse({ sms: { provider: 'aliun' } }));
    expect(finding).toMatchObject({ finding: 'unknown_provider', key: 'sms.provider', nearest: 'aliyun' });
  });
});
