/** Rules of providers: dated, and with where they are written. */
import { describe, expect, it } from 'vitest';
import { KINDS } from '../../src/contacts/channels.ts';
import { optOutsIn } from '../../src/texts/opt-out.ts';
import { ruleOf } from '../../src/texts/providers/provider.ts';
import { providerNamed, PROVIDERS, sendingHours } from '../../src/texts/providers/providers.ts';
import { isDay } from '../../src/values/days.ts';

describe.each(PROVIDERS.map((provider) => [provider.name, provider] as const))('%s', (name, provider) => {
  it('says of every rule where it is written and when that was seen, unless it is remembered', () => {
    for (const { rule, source, seen, evidence } of provider.rules) {
      if (evidence === 'recalled') expect([source, seen], rule).toEqual(['-', null]);
      else expect([isDay(seen?.padEnd(10, '-01') ?? ''), source.length > 10], rule).toEqual([true, true]);
    }
  });

  it('wants promotions to say who sends them and how to refuse more', () => {
    expect(ruleOf(provider, 'signature', 'promotion')).toBeDefined();
    for (const wording of ruleOf(provider, 'opt_out', 'promotion')?.wordings ?? [''])
      expect(optOutsIn(`茶到了，${wording}`)).toEqual([{ words: wording, at: 4 }]);
  });

  it('has one rule of each kind for one purpose, but for signs and words', () => {
    for (const kind of KINDS) {
      const rules = provider.rules.filter((rule) => !('kinds' in rule) || rule.kinds.includes(kind));
      const names = rules.map(({ rule }) => rule).filter((rule) => rule !== 'no_signs' && rule !== 'no_words');
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('is found by its name', () => expect(providerNamed(name)).toBe(provider));
});

it('is nobody without a name here', () => expect(providerNamed('nobody')).toBeUndefined());

it.each([
  ['qiniu', 'promotion', '08:00', '20:00'],
  ['taobao', 'care', '08:00', '22:00'],
  ['us', 'promotion', '08:00', '21:00'],
  ['eu-uk', 'care', '08:00', '21:00'],
] as const)('%s sends %s from %s to %s', (name, kind, from, to) => {
  const provider = providerNamed(name);
  expect(provider && sendingHours(provider, kind)).toEqual({ from, to });
  expect(provider && sendingHours(provider, 'service')).toBeUndefined();
});
