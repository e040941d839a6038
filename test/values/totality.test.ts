/** Every reader of values takes any text at all: it neither throws, nor gives half a value, nor takes long. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { splitChineseAddress } from '../../src/values/addresses.ts';
import { countryCode } from '../../src/values/countries.ts';
import { DateColumn, type DateOrder, dateEvidence, parseInstantParts, readDateNumber } from '../../src/values/dates.ts';
import { readEmail } from '../../src/values/emails.ts';
import { OrderNumberColumn, readOrderNumber, withoutFloat } from '../../src/values/identifier.ts';
import { DecimalColumn, decimalEvidence, formatMoney, parseMoney } from '../../src/values/money.ts';
import { splitReceiver } from '../../src/values/split-receiver.ts';
import { zoneNamed } from '../../src/values/zone-named.ts';
import { loadPhoneMetadata, readPhone } from '../../src/values/phones.ts';
import { toInstant } from '../../src/values/zones.ts';

beforeAll(loadPhoneMetadata);

const ORDERS: readonly DateOrder[] = ['ymd', 'dmy', 'mdy'];
const WALL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/;

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  parseInstantParts: (text) => {
    for (const order of ORDERS) {
      const parsed = parseInstantParts(text, order);
      if (!parsed.ok) continue;
      expect(parsed.value.wall).toMatch(WALL);
      expect(Number.isFinite(toInstant(parsed.value, 'America/New_York').at)).toBe(true);
    }
  },
  readDateNumber: (text) => {
    for (const date1904 of [true, false]) {
      const time = readDateNumber(text, { date1904, epochDates: true });
      if (time) expect(time.wall).toMatch(WALL);
    }
  },
  dateEvidence,
  dateColumn: (text) => {
    const column = new DateColumn();
    for (let line = 2; line < 6; line++) column.add(text, line);
    return [column.decide(), column.epochDates];
  },
  parseMoney: (text) => {
    for (const style of ['point', 'comma'] as const)
      for (const currency of ['USD', 'JPY', 'KWD']) {
        const parsed = parseMoney(text, style, currency);
        if (parsed.ok) expect(Number.isSafeInteger(parsed.value)).toBe(true);
      }
  },
  decimalEvidence,
  decimalColumn: (text) => {
    const column = new DecimalColumn();
    column.add(text, 2);
    return column.decide(['IDR']);
  },
  readPhone: (text) => {
    for (const country of ['CN', 'US', 'DE', undefined]) {
      const { state, value } = readPhone(text, country);
      if (state === 'usable') expect(value).toMatch(/^\+[1-9]\d{6,14}$/);
      else expect(value).toBe(text);
    }
  },
  readEmail: (text) => {
    const { state, value } = readEmail(text);
    if (state === 'usable') expect(value).toMatch(/^[^\s@]+@[a-z0-9.-]+\.[a-z0-9-]+$/);
  },
  splitChineseAddress: (text) => expect(splitChineseAddress(text).address).toBeTypeOf('string'),
  splitReceiver,
  zoneNamed,
  countryCode: (text) => expect(countryCode(text) ?? 'CN').toMatch(/^[A-Z]{2}$/),
  readOrderNumber: (text) => [readOrderNumber(text), withoutFloat(text)],
  orderNumbers: (text) => {
    const column = new OrderNumberColumn();
    column.add(text, 2);
    return [column.floatIds, column.rounded, column.allScientific];
  },
};
const NAMES = Object.keys(READERS);
const read = (name: string, text: string): unknown => READERS[name]?.(text);

describe('any text', () => {
  const near = fc.constantFrom(...'0123456789.,-+/:()[]<>@*#$¥€元年月日上下午时分秒省市区路 \t\u00a0\u200b１Ee%\'"TZ');
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: near, maxLength: 40 }),
  );

  test.each(NAMES)('is taken by %s', (name) => {
    fc.assert(
      fc.property(text, (cell) => void read(name, cell)),
      { numRuns: 400 },
    );
  });

  const naughty = [
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'toString',
    '\ud800',
    '\u0000',
    '\u202e12.50',
    'Ω≈ç√∫˜µ≤≥÷',
    '田中さんにあげて下さい',
    '👾 🙇 💁',
    '١٢٣',
    "'; DROP TABLE orders; --",
    '=1+1',
    '${jndi:ldap://x}',
    '<script>alert(1)</script>',
    '%s%d%n',
    'NaN',
    '-Infinity',
    '1e309',
    '0x10',
    '9'.repeat(400),
    '\u0301'.repeat(50),
    '上下午12:30',
  ];
  test.each(NAMES)('of the awkward kind is taken by %s', (name) => {
    for (const cell of naughty) read(name, cell);
  });
});

describe('a mebibyte of one character', () => {
  const characters = [' ', '@', '.', '1', '"', ',', 'a', '\u0301', '(', '省', '-', '年', '<', '0'];

  // Each takes well under a millisecond; the bound only tells a quadratic pattern, which takes minutes.
  test.each(NAMES)('is no trouble for %s', (name) => {
    const cells = characters.map((character) => character.repeat(1 << 20));
    const started = performance.now();
    for (const cell of cells) read(name, cell);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test('is never read as anything', () => {
    for (const cell of characters.map((character) => character.repeat(1 << 20))) {
      expect(parseInstantParts(cell, 'dmy').ok).toBe(false);
      expect(parseMoney(cell, 'point', 'USD').ok).toBe(false);
      expect(readPhone(cell, 'CN').state).toBe('invalid');
      expect(readEmail(cell).state).toBe('invalid');
      expect(splitChineseAddress(cell)).toEqual({ address: cell });
      expect(countryCode(cell)).toBeUndefined();
    }
  });
});

describe('what was written is read back', () => {
  test('amounts, in both styles, with and without thousands', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999_999, max: 999_999_999 }),
        fc.constantFrom('USD', 'JPY', 'KWD'),
        (minor, currency) => {
          const value = minor === 0 ? 0 : minor;
          const plain = formatMoney(value, currency);
          const grouped = plain.replace(/\d+/, (whole) => whole.replaceAll(/\B(?=(\d{3})+$)/g, ','));
          const swapped = grouped.replaceAll(/[.,]/g, (sign) => (sign === '.' ? ',' : '.'));
          for (const text of [plain, grouped]) expect(parseMoney(text, 'point', currency)).toEqual({ ok: true, value });
          expect(parseMoney(swapped, 'comma', currency)).toEqual({ ok: true, value });
        },
      ),
    );
  });

  test('instants, with any offset a place has', () => {
    const instant = fc.date({ min: new Date('1990-01-02'), max: new Date('2099-12-30'), noInvalidDate: true });
    fc.assert(
      fc.property(instant, fc.integer({ min: -56, max: 56 }), (date, quarters) => {
        const at = Math.floor(date.getTime() / 1000);
        const offset = quarters * 15;
        const wall = new Date((at + offset * 60) * 1000).toISOString().slice(0, 19);
        const sign = offset < 0 ? '-' : '+';
        const hours = String(Math.floor(Math.abs(offset) / 60)).padStart(2, '0');
        const minutes = String(Math.abs(offset) % 60).padStart(2, '0');
        for (const zone of [`${sign}${hours}:${minutes}`, ` ${sign}${hours}${minutes}`]) {
          const parsed = parseInstantParts(wall + zone, 'ymd');
          expect(parsed.ok && toInstant(parsed.value, 'UTC').at).toBe(at);
        }
      }),
    );
  });
});
