/** Cards are read back by a reader of version 4, and their lines by the rule for folding. */
import fc from 'fast-check';
import { parseVCards } from 'vcard4-ts';
import { describe, expect, it } from 'vitest';
import { vcard3 } from '../../../src/contacts/lists/vcard3.ts';
import { vcard4 } from '../../../src/contacts/lists/vcard4.ts';
import { escape, fold } from '../../../src/values/content-lines.ts';
import { fileText } from './file-text.ts';
import { PEOPLE, person } from './people.ts';

const unfold = (text: string) => text.replace(/\r\n /g, '');
const octets = (text: string) => Buffer.byteLength(text);

describe('lines', () => {
  it('fold to 75 octets at most and unfold to what they were', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300, size: 'max' }).map((text) => text.replace(/[\r\n]/g, '')),
        (line) => {
          const folded = fold(line);
          expect(folded.endsWith('\r\n')).toBe(true);
          const lines = folded.slice(0, -2).split('\r\n');
          for (const part of lines) expect(octets(part)).toBeLessThanOrEqual(75);
          for (const part of lines.slice(1)) expect(part.startsWith(' ')).toBe(true);
          expect(unfold(folded)).toBe(`${line}\r\n`);
          // Bytes of one character stand in one line.
          for (const part of lines) expect(Buffer.from(part).toString()).toBe(part);
        },
      ),
    );
  });

  it('escape what has a meaning, and unescape to what it was', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\p{Cc}]/gu, '')),
        (value) => {
          const escaped = escape(value);
          expect(escaped.replace(/\\[\\,;n]/g, '')).not.toMatch(/[\\,;\r\n]/);
          expect(escaped.replace(/\\([\\,;])/g, '$1')).toBe(value);
        },
      ),
    );
    expect(escape('a\r\nb\rc\u0000')).toBe('a\\nb\\nc ');
  });
});

describe('version 4', () => {
  const { vCards = [], nags } = parseVCards(fileText(vcard4, PEOPLE));

  it('is read without a complaint', () => {
    expect(nags).toBeUndefined();
    expect(vCards).toHaveLength(PEOPLE.length);
    for (const card of vCards)
      expect({ nags: card.nags, hasErrors: card.hasErrors }).toEqual({ nags: undefined, hasErrors: false });
  });

  it('has every name as it is, and its parts', () => {
    expect(vCards.map(({ FN }) => FN[0].value)).toEqual([
      '欧阳晓梅',
      '=cmd "Bo" Archer, Jr.',
      'only@example.com',
      '王女士',
    ]);
    expect(vCards.map(({ N }) => [N?.value.familyNames?.[0], N?.value.givenNames?.[0]])).toMatchObject([
      ['欧阳', '晓梅'],
      ['Archer, Jr.', '=cmd "Bo"'],
      ['', ''],
      ['王', ''],
    ]);
  });

  it('has address, birthday, tags and number', () => {
    const [mei, bo] = vCards;
    expect(mei?.BDAY?.value).toBe('--0307');
    expect(bo?.BDAY?.value).toBe('19841130');
    expect(mei?.CATEGORIES?.[0].value).toEqual(['vip', '新茶🍵', 'care:gold']);
    expect(mei?.TEL?.[0].value).toBe('tel:+8613912345678');
    expect(bo?.ADR?.[0].value.streetAddress).toEqual(['12 Back\\slash Road, Apt 4']);
    expect(bo?.ADR?.[0].value.locality).toEqual(['St. Albans; Queens']);
    expect(vCards.map(({ UID }) => UID?.value)).toEqual([12, 13, 14, 15].map((id) => `regulars-customer-${id}`));
  });
});

describe('version 3', () => {
  const text = fileText(vcard3, PEOPLE);
  const lines = unfold(text).split('\r\n');

  it('has short lines, all with CRLF, and what version 3 requires in each card', () => {
    for (const line of text.split('\r\n')) expect(octets(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const required of ['BEGIN:VCARD', 'VERSION:3.0', 'END:VCARD'])
      expect(lines.filter((line) => line === required)).toHaveLength(PEOPLE.length);
    for (const required of [/^FN:./, /^N:/, /^UID:./])
      expect(lines.filter((line) => required.test(line))).toHaveLength(PEOPLE.length);
  });

  it('says nothing that version 4 does not say otherwise', () => {
    const names = parseVCards(text.replaceAll('VERSION:3.0', 'VERSION:4.0')).vCards?.map(({ FN }) => FN[0].value);
    expect(names).toEqual(PEOPLE.map(({ name, email }) => name ?? email));
    expect(lines).toContain('BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-07');
    expect(lines).toContain('BDAY:1984-11-30');
    expect(lines).toContain('N:Archer\\, Jr.;=cmd "Bo";;;');
    expect(lines).toContain('TEL;TYPE=CELL:+8613912345678');
    expect(lines).toContain('TEL;TYPE=VOICE:+12125550123');
  });
});

it('has any name there is in the card that is read back', () => {
  const name = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 60, size: 'max' })
    .filter((text) => !/\p{Cc}/u.test(text));
  fc.assert(
    fc.property(name, (name) => {
      const { vCards = [] } = parseVCards(fileText(vcard4, [person({ name, tags: [name] })]));
      expect(vCards[0]?.FN[0].value).toBe(name);
      expect(vCards[0]?.CATEGORIES?.[0].value).toEqual([name]);
    }),
  );
});

it('calls somebody without a name or an address by their number', () => {
  expect(fileText(vcard3, [person({ customer_id: 7 })])).toContain('FN:#7\r\n');
});
