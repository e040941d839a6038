import { describe, expect, it } from 'vitest';
import { idOf, shortId } from '../../src/followups/candidate.ts';
import { shippedPlays } from '../../src/followups/plays/shipped.ts';

const of = (facts: Partial<Parameters<typeof idOf>[0]>) =>
  idOf({ play: { name: 'thank_you' }, customer: 7, occurrence: 'Hillside/1001', order: 'Hillside/1001', ...facts });

describe('the id of a follow-up', () => {
  it('is that of its order, whoever turns out to have bought it', () => {
    expect(of({})).toMatch(/^[a-km-np-z2-9]{8}$/);
    expect(of({ customer: 3 })).toBe(of({}));
    expect(of({ order: 'Hillside/1002', occurrence: 'Hillside/1002' })).not.toBe(of({}));
    expect(of({ order: 'Riverside/1001', occurrence: 'Riverside/1001' })).not.toBe(of({}));
  });

  it('is one for each customer where no order set it off', () => {
    const year = { occurrence: '2026', order: null };
    expect(of(year)).toBe(of(year));
    expect(of({ ...year, customer: 3 })).not.toBe(of(year));
    expect(of({ ...year, occurrence: '2027' })).not.toBe(of(year));
  });

  it('is its own in each play', () => {
    const ids = shippedPlays.map((play) => of({ play }));
    expect(new Set(ids).size).toBe(shippedPlays.length);
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
