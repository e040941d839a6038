/** What the calendar says to a person, in both languages. */
import { expect, it, test } from 'vitest';
import { FESTIVALS } from '../../src/calendar/festival-list.ts';
import { festivalNamed } from '../../src/calendar/festivals.ts';
import { sendingWindow } from '../../src/calendar/window.ts';
import { wordsFor } from '../../src/messages/words.ts';

const LANGUAGES = ['en', 'zh'] as const;

it('a festival is called by a name that it is known by', () => {
  for (const language of LANGUAGES)
    for (const { id } of FESTIVALS) expect(festivalNamed(wordsFor(language).calendar.festivals[id]), id).toBe(id);
});

test.each([
  ['2026-06-07', 'phone', 'not on a Sunday, where they live', '客户所在地周日不得联系'],
  ['2026-06-06', 'phone', 'not on a Saturday, where they live', '客户所在地周六不得联系'],
  ['2026-05-14', 'sms', 'a public holiday where they live: Ascension', '客户所在地公共假日：Ascension'],
] as const)('why nobody is written to on %s by %s', (day, channel, ...sentences) => {
  const window = sendingWindow({ country: 'FR', province: null, channel, shopZone: 'UTC' }, day);
  const said = LANGUAGES.map((language) =>
    'closed' in window ? wordsFor(language).calendar.closed(window.closed) : 'open',
  );
  expect(said).toEqual(sentences);
});
