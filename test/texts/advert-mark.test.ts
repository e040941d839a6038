/** What stands before the subject of an e-mail that advertises: where, in which words, and once. */
import { describe, expect, it } from 'vitest';
import { KINDS } from '../../src/contacts/channels.ts';
import { PLACES } from '../../src/contacts/rules/places.ts';
import { ADVERT_RULES, advertMark, markedAs } from '../../src/texts/advert-mark.ts';
import { isDay } from '../../src/values/days.ts';

describe('the mark of an advertisement', () => {
  it.each(ADVERT_RULES)('in $place says where it is written, and when that was seen', ({ source, seen }) => {
    expect([isDay(seen ?? ''), source.length > 10]).toEqual([true, true]);
  });

  it('is asked for in China alone, and of promotions', () => {
    const asked = PLACES.flatMap(({ name }) =>
      KINDS.filter((kind) => advertMark(name, kind, 'en') !== undefined).map((kind) => `${name} ${kind}`),
    );
    expect(asked).toEqual(['cn promotion']);
  });

  it.each([
    ['zh', '新茶到了', '【广告】新茶到了'],
    ['en', 'New tea', 'AD: New tea'],
    ['zh', '春茶广告语征集', '【广告】春茶广告语征集'],
    ['en', 'Adelaide is back', 'AD: Adelaide is back'],
    ['en', 'ADD one', 'AD: ADD one'],
    ['zh', '', '【广告】'],
  ] as const)('in %s stands before %s', (language, subject, marked) => {
    const mark = advertMark('cn', 'promotion', language);
    expect(markedAs(mark, subject)).toBe(marked);
    expect(markedAs(mark, marked)).toBe(marked);
  });

  it.each(['广告：新茶', '【广告】新茶', '[AD] New tea', 'AD New tea', '（AD）新茶', '🍵 广告 新茶'])(
    'is there already in %s',
    (subject) => {
      expect(markedAs('【广告】', subject)).toBe(subject);
    },
  );

  it('is left to whom no law asks for it', () => {
    expect(markedAs(advertMark('us', 'promotion', 'en'), 'New tea')).toBe('New tea');
  });
});
