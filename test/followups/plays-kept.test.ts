/** Plays as the archive keeps them: what is shipped, what was said of each, and what holds. */
import { Liquid } from 'liquidjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Play, playSchema } from '../../src/followups/plays/play.ts';
import {
  actsOfPlay,
  keptText,
  playNamed,
  playsOf,
  removePlay,
  type SaidOfPlay,
  savePlay,
  switchPlay,
} from '../../src/followups/plays/play-queries.ts';
import { shippedPlays } from '../../src/followups/plays/shipped.ts';
import { DEFAULT_POLICY, policySchema } from '../../src/followups/policy.ts';
import { policyOf, setPolicy } from '../../src/followups/policy-queries.ts';
import { world, type World } from '../helpers/world.ts';

let of: World;
beforeEach(async () => {
  of = await world([]);
});
afterEach(() => of.close());

const said = (day: string): SaidOfPlay => ({ day, who: 'ann', why: null, at: Date.parse(day) / 1000 });
const call: Play = playSchema.parse({
  name: 'Call',
  trigger: { on: 'anniversary' },
  kind: 'care',
  channels: ['phone'],
  expires_after_days: 3,
});
const state = (name: string, asOf?: string) => {
  const play = playNamed(of.archive, name, asOf);
  return play && [play.origin, play.version, play.on, play.onSince];
};

describe('shipped plays', () => {
  it('say no more than a text message holds, with the signature and the words of refusal', async () => {
    const shown = {
      salutation: '欧阳女士',
      shop: '山月茶铺',
      order_number: '2026070100012345',
      product: '明前龙井特级礼盒装二百克',
    };
    const english = {
      ...shown,
      salutation: 'Ms Archer',
      shop: 'Hill & Moon Tea',
      product: 'First flush Darjeeling, 100 g',
    };
    for (const { name, channels, messages } of shippedPlays) {
      const others = messages.filter(({ channel }) => channel === undefined);
      const texts = messages.filter(({ channel }) => channel === 'sms');
      const sent = texts.length > 0 ? texts : others;
      for (const all of [sent, others]) expect(all.map(({ language }) => language)).toEqual(['zh', 'en']);
      for (const { language, text } of sent) {
        const body: unknown = await new Liquid({ strictVariables: false }).parseAndRender(
          text,
          language === 'zh' ? shown : english,
        );
        const length = `【山月茶铺】${String(body)}拒收请回复R`.length;
        if (channels.includes('sms'))
          expect([name, language, length <= (language === 'zh' ? 70 : 160)]).toEqual([name, language, true]);
      }
    }
  });

  it('speak to whoever is not known by name too', async () => {
    for (const { messages } of shippedPlays)
      for (const { text } of messages) {
        const body: unknown = await new Liquid().parseAndRender(text, { shop: 'Hillside', order_number: 'A-1' });
        expect(body).toMatch(/^(?:您好，|Hello, )/);
        expect(body).not.toMatch(/ ,|，，|\{|\}/);
      }
  });

  it('are on or off as they are shipped, from no day on', () => {
    expect(playsOf(of.archive).map(({ name, on }) => `${on ? '+' : '-'}${name}`)).toEqual([
      '+thank_you',
      '-usage_tip',
      '-review',
      '-second_order_3',
      '+second_order_7',
      '+replenishment',
      '+birthday',
      '+new_best',
      '+win_back',
      '+refund_call',
      '-parcel_gift',
    ]);
    expect(state('Thank_You')).toEqual(['shipped', 0, true, null]);
    expect(state('review')).toEqual(['shipped', 0, false, null]);
    expect(state('none')).toBeUndefined();
  });
});

describe('what is said of a play', () => {
  it('holds until something else is said, on any day since', () => {
    expect(savePlay(of.archive, call, said('2026-07-01'))).toBe(true);
    expect(state('call')).toEqual(['saved', 1, false, null]);
    expect(switchPlay(of.archive, 'CALL', true, said('2026-07-02'))).toBe(true);
    expect(switchPlay(of.archive, 'call', true, said('2026-07-03'))).toBe(false);
    expect(savePlay(of.archive, { ...call, minutes: 5 }, said('2026-07-04'))).toBe(true);
    expect(savePlay(of.archive, { ...call, name: 'call', minutes: 5 }, said('2026-07-05'))).toBe(false);
    expect(state('call')).toEqual(['saved', 2, true, '2026-07-02']);
    expect(state('call', '2026-07-01')).toEqual(['saved', 1, false, null]);
    expect(state('call', '2026-06-30')).toBeUndefined();
    expect(playNamed(of.archive, 'call', '2026-07-03')?.minutes).toBeUndefined();
    switchPlay(of.archive, 'call', false, said('2026-07-06'));
    switchPlay(of.archive, 'call', true, said('2026-07-08'));
    expect(state('call')).toEqual(['saved', 2, true, '2026-07-08']);
    expect(actsOfPlay(of.archive, 'cAll').map(({ name, act, step }) => `${step} ${act} ${name}`)).toEqual([
      '1 saved Call',
      '2 on Call',
      '3 saved Call',
      '4 off Call',
      '5 on Call',
    ]);
  });

  it('ends with its removal, and begins anew where it is saved again', () => {
    savePlay(of.archive, call, said('2026-07-01'));
    switchPlay(of.archive, 'call', true, said('2026-07-01'));
    removePlay(of.archive, 'call', said('2026-07-02'));
    expect(state('call')).toBeUndefined();
    expect(switchPlay(of.archive, 'call', true, said('2026-07-02'))).toBe(false);
    savePlay(of.archive, call, said('2026-07-03'));
    expect(state('call')).toEqual(['saved', 2, false, null]);
  });

  it('stands in the place of a shipped one of that name, which comes back as it was switched', () => {
    const mine = { ...shippedPlays[0], name: 'THANK_YOU', priority: 1 } as Play;
    switchPlay(of.archive, 'thank_you', false, said('2026-07-01'));
    savePlay(of.archive, mine, said('2026-07-02'));
    expect(state('thank_you')).toEqual(['saved', 1, false, null]);
    expect(playsOf(of.archive)[0]).toMatchObject({ name: 'thank_you', priority: 1 });
    removePlay(of.archive, 'thank_you', said('2026-07-03'));
    expect(state('thank_you')).toEqual(['shipped', 0, false, null]);
    expect(playsOf(of.archive)[0]).toMatchObject({ priority: 70 });
    expect(playsOf(of.archive)).toHaveLength(shippedPlays.length);
  });

  it('is the same whatever the order of what is said of the play', () => {
    const turned = Object.fromEntries(Object.entries(call).toReversed()) as Play;
    expect(keptText(turned)).toBe(keptText(call));
    expect(playSchema.parse({ ...(JSON.parse(keptText(call)) as object), name: 'Call' })).toEqual(call);
  });
});

describe('policy', () => {
  it('is the usual one until another is set', () => {
    expect(policyOf(of.archive)).toEqual(DEFAULT_POLICY);
    expect(setPolicy(of.archive, DEFAULT_POLICY)).toBe(false);
    const own = policySchema.parse({
      per_day: 2,
      sms: { price_per_part: 0.045 },
      channels: { phone: { capacity: 4 } },
    });
    expect(own.sms.price_per_part).toBe('0.045');
    expect(setPolicy(of.archive, own)).toBe(true);
    expect(setPolicy(of.archive, own)).toBe(false);
    expect(policyOf(of.archive)).toEqual(own);
    expect(policyOf(of.archive).channels.phone).toEqual({ most: 2, days: 30, gap_days: 7, capacity: 4 });
    setPolicy(of.archive, DEFAULT_POLICY);
    expect(of.archive.db.prepare("SELECT count(*) FROM settings WHERE key = 'followup_policy'").pluck().get()).toBe(0);
  });
});
