/** What a template may name: the same words as elsewhere, each for one field. */
import { describe, expect, it } from 'vitest';
import { FIELD_ALIASES } from '../../src/segments/aliases.ts';
import { shownValue } from '../../src/texts/shown-value.ts';
import { checkTemplate, render } from '../../src/texts/template.ts';
import { EXAMPLES, FIELD_NAMES, FIELD_WORDS, fieldNamed, TEXT_FIELDS } from '../../src/texts/text-fields.ts';
import type { TextFieldName } from '../../src/texts/text-fields.ts';

/** What the segment language calls otherwise. */
const IN_SEGMENTS: Partial<Record<TextFieldName, keyof typeof FIELD_ALIASES>> = {
  name: 'customer_name',
  account: 'customer_account',
  city: 'customer_city',
  province: 'customer_region',
  country: 'customer_country',
  days_since_last_order: 'recency_days',
};

describe('the fields of a template', () => {
  it('have no word for two of them', () => expect(new Set(FIELD_WORDS).size).toBe(FIELD_WORDS.length));

  it.each(FIELD_NAMES)('%s can be named in Chinese, and says what the invented customer has', async (name) => {
    for (const word of [name, ...TEXT_FIELDS[name].aliases]) {
      expect(fieldNamed(word)).toBe(name);
      expect(await checkTemplate(`{{ ${word} }}`)).toEqual({ problems: [], fields: [name] });
      const { text, missing } = await render(`{{${word}}}`, EXAMPLES, { language: 'zh', oneLine: true });
      expect(text).toBe(shownValue(name, EXAMPLES, 'zh'));
      expect([text.length > 0, missing]).toEqual([true, []]);
    }
  });

  it('are called in Chinese as segments call them', () => {
    const called: Readonly<Record<string, readonly string[]>> = FIELD_ALIASES;
    const shared = FIELD_NAMES.flatMap((name) => {
      const aliases = called[IN_SEGMENTS[name] ?? name];
      return aliases === undefined ? [] : [{ name, aliases }];
    });
    expect(shared.length).toBeGreaterThan(10);
    for (const { name, aliases } of shared) expect(TEXT_FIELDS[name].aliases, name).toEqual(aliases);
  });
});

describe('a value', () => {
  const money = (amount_spent: number, currency: string, language: 'en' | 'zh') =>
    shownValue('amount_spent', { amount_spent, currency }, language);
  it.each([
    [128_850, 'CNY', 'zh', '1,288.50元'],
    [128_800, 'CNY', 'zh', '1,288元'],
    [128_850, 'CNY', 'en', 'CNY 1,288.50'],
    [1234, 'JPY', 'en', 'JPY 1,234'],
    [1999, 'USD', 'en', '$19.99'],
    [1999, 'GBP', 'en', '£19.99'],
    [500, 'EUR', 'en', '€5'],
    [1999, 'USD', 'zh', '19.99美元'],
    [0, 'USD', 'en', '$0'],
    [-150, 'EUR', 'en', '-€1.50'],
    [12_345, 'KWD', 'en', 'KWD 12.345'],
  ] as const)('%d of %s in %s: %s', (minor, currency, language, shown) => {
    expect(money(minor, currency, language)).toBe(shown);
  });

  it('is an amount only with its currency', () => expect(money(1999, '', 'en')).toBe(''));

  it.each([
    ['day', '2026-07-01', '2026年7月1日', '1 July 2026'],
    ['day', '2024-02-29', '2024年2月29日', '29 February 2024'],
    ['birthday', '1990-05-12', '5月12日', '12 May'],
    ['birthday', '0000-02-29', '2月29日', '29 February'],
    ['day', 'soon', 'soon', 'soon'],
  ] as const)('%s %s: %s, %s', (name, day, zh, en) => {
    expect(shownValue(name, { [name]: day }, 'zh')).toBe(zh);
    expect(shownValue(name, { [name]: day }, 'en')).toBe(en);
  });

  it('joins what there are several of', () => {
    const last_items = ['龙井', ' ', '公道杯\n'];
    expect(shownValue('last_items', { last_items }, 'zh')).toBe('龙井、公道杯');
    expect(shownValue('last_items', { last_items }, 'en')).toBe('龙井, 公道杯');
  });

  it.each([
    ['周\u0000小\u001b[31m茶', '周 小 [31m茶'],
    ['Ann\r\n\tArcher', 'Ann Archer'],
    ['\u202eAnn\u202c', 'Ann'],
    ['A\u200bnn\ufeff', 'Ann'],
    ['Ann\u2028Archer', 'Ann Archer'],
    ['\ud800Ann', 'Ann'],
    ['👩\u200d🌾', '👩\u200d🌾'],
    ['\u0007', ''],
  ])('%j comes through as %j', (name, shown) => expect(shownValue('name', { name }, 'en')).toBe(shown));
});
