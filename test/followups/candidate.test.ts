import { describe, expect, it } from 'vitest';
import { candidateOf, type CustomerOrders, shortId } from '../../src/followups/candidate.ts';
import { type Play, plays } from '../../src/followups/plays.ts';

const customer = (facts: Partial<CustomerOrders> = {}): CustomerOrders => ({
  customer: 7,
  orders: 1,
  firstDay: '2026-05-01',
  firstKey: 'Hillside/1001',
  lastDay: '2026-05-01',
  lastKey: 'Hillside/1001',
  rhythmDays: 20,
  value: 10_000,
  ...facts,
});
const play = (name: string): Play => {
  const found = plays.find((known) => known.name === name);
  if (!found) throw new Error(`no play ${name}`);
  return found;
};
const repeated = (facts: Partial<CustomerOrders> = {}) =>
  customer({ orders: 2, lastDay: '2026-05-11', lastKey: 'Hillside/1002', ...facts });

describe('what a play calls for', () => {
  it.each<[string, string, CustomerOrders, string, string]>([
    ['thank_you', 'two days after the first order', customer(), '2026-05-03', '2026-05-10'],
    ['thank_you', 'whatever came after the first order', repeated(), '2026-05-03', '2026-05-10'],
    ['thank_you', 'over a leap day', customer({ firstDay: '2028-02-28' }), '2028-03-01', '2028-03-08'],
    ['second_order', 'three weeks after the only order', customer(), '2026-05-22', '2026-06-21'],
    ['win_back', 'one and a half times the own rhythm after the last', repeated(), '2026-06-10', '2026-07-25'],
    ['win_back', 'no earlier than that', repeated({ rhythmDays: 20.1 }), '2026-06-11', '2026-07-26'],
    ['win_back', 'over the year', repeated({ lastDay: '2026-12-31', rhythmDays: 10 }), '2027-01-15', '2027-03-01'],
  ])('%s is due %s', (name, _, orders, due, until) => {
    expect(candidateOf(play(name), orders)).toMatchObject({ customer: 7, due, until, value: 10_000 });
  });

  it.each<[string, string, CustomerOrders]>([
    ['second_order', 'once there is a second order', repeated()],
    ['win_back', 'after a single order', customer()],
  ])('%s does not apply %s', (name, _, orders) => expect(candidateOf(play(name), orders)).toBeUndefined());

  it('is once per first order, whatever the customer is numbered, worth or ordered since', () => {
    const id = (facts: Partial<CustomerOrders>) => candidateOf(play('thank_you'), customer(facts))?.id;
    const first = id({});
    expect(first).toMatch(/^[a-km-np-z2-9]{8}$/);
    expect(id({ customer: 3, value: 1, orders: 5, lastDay: '2026-06-01', lastKey: 'Hillside/1005' })).toBe(first);
    expect(id({ firstKey: 'Hillside/1002' })).not.toBe(first);
    expect(id({ firstKey: 'Riverside/1001' })).not.toBe(first);
  });

  it('is a new win-back with every last order', () => {
    const id = (lastKey: string) => candidateOf(play('win_back'), repeated({ lastKey }))?.id;
    expect(id('Hillside/1002')).toBe(id('Hillside/1002'));
    expect(id('Hillside/1003')).not.toBe(id('Hillside/1002'));
  });

  it('has its own id in each play', () => {
    const ids = plays.map((known) => candidateOf(known, customer({ orders: 1, rhythmDays: 1 }))?.id);
    expect(new Set(ids.filter((id) => id !== undefined)).size).toBe(2);
  });
});

describe('shortId', () => {
  it('stays what notes and call sheets already say', () => {
    // The SHA-256 of the text begins ba 78 16 bf 8f 01 cf ea; each byte modulo 32 is a place in the alphabet.
    expect(shortId('abc')).toBe('42y9rbrk');
  });

  it('rarely meets itself, and has no letter that is read as another', () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => shortId(`thank_you:Hillside/${index}`));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.join('')).not.toMatch(/[01lo]/);
  });
});

describe('the plays', () => {
  it('have names of their own, and kinds, channels and times that can be kept', () => {
    expect(new Set(plays.map(({ name }) => name)).size).toBe(plays.length);
    for (const { kind, channels, expiresAfterDays } of plays) {
      expect(['care', 'promotion']).toContain(kind);
      expect(channels.length).toBeGreaterThan(0);
      expect(expiresAfterDays).toBeGreaterThan(0);
    }
  });
});
