/** The line that ends a promotion by e-mail: from where, in which words, and once. */
import { describe, expect, it } from 'vitest';
import { KINDS } from '../../src/contacts/channels.ts';
import { PLACES } from '../../src/contacts/rules/places.ts';
import { compose } from '../../src/texts/compose.ts';
import { lint } from '../../src/texts/lint.ts';
import {
  asksForUnsubscribe,
  saysUnsubscribe,
  UNSUBSCRIBE_LINES,
  UNSUBSCRIBE_RULES,
} from '../../src/texts/unsubscribe.ts';
import { isDay } from '../../src/values/days.ts';

const composed = (text: string, unsubscribe?: string) =>
  compose(text, { kind: 'promotion', provider: null, signature: 'Hillside', unsubscribe });

describe('what the law of a place asks', () => {
  it.each(UNSUBSCRIBE_RULES)(
    'in $place says where it is written, and when that was seen',
    ({ source, seen, evidence }) => {
      if (evidence === 'recalled') expect([source, seen]).toEqual(['-', null]);
      else expect([isDay(seen ?? ''), source.length > 10]).toEqual([true, true]);
    },
  );

  it('is known of every place there are rules of consent of', () => {
    for (const { name } of PLACES)
      expect(
        KINDS.filter((kind) => asksForUnsubscribe(name, kind)),
        name,
      ).toEqual(['promotion']);
  });
});

describe('a line', () => {
  it('is one by its own words', () => {
    for (const line of Object.values(UNSUBSCRIBE_LINES)) expect(saysUnsubscribe(line)).toBe(true);
  });

  it('stands below the text', () => {
    const { text, optOut } = composed('Tea\n\nis in', 'Unsubscribe: https://hillside.example/u');
    expect(text).toBe('Tea\n\nis in\n\nUnsubscribe: https://hillside.example/u');
    expect(optOut).toBe('\n\nUnsubscribe: https://hillside.example/u');
  });

  it.each([
    'Tea. Unsubscribe here: https://hillside.example/u',
    'Tea. *|UNSUB|*',
    'Tea. To opt out, write to us.',
    '新茶到了。回复“退订”即可。',
    '新茶到了。取消订阅请来信。',
    'Tea. No more? Write "stop".',
  ])('is not added to %s', (text) => {
    expect(composed(text, 'No more? Write "stop".')).toMatchObject({ text, optOut: '' });
  });

  it('may be for a mailer to fill in, which a text may not', () => {
    const line = 'Unsubscribe: {{ unsubscribe_link }}';
    const settings = { kind: 'promotion', provider: null } as const;
    expect(lint({ composed: composed('Tea', line) }, settings)).toEqual([]);
    expect(lint({ composed: composed('Tea {{ nam }}', line) }, settings)).toMatchObject([
      { code: 'leftover', words: '{{ nam }}' },
    ]);
    expect(lint({ composed: composed('', line) }, settings)).toMatchObject([{ code: 'nothing_said' }]);
  });
});
