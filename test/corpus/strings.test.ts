/** Tables of strings that break parsers: every case against ours, with the differences that are meant. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { DateColumn, parseInstantParts, readDateNumber, type WallTime } from '../../src/values/dates.ts';
import { readEmail } from '../../src/values/emails.ts';
import { DecimalColumn, parseMoney } from '../../src/values/money.ts';
import { loadPhoneMetadata, readPhone } from '../../src/values/phones.ts';
import { cleanCell, isBlank } from '../../src/values/text.ts';
import { toInstant } from '../../src/values/zones.ts';
import { corpus } from './archive.ts';

function cases(name: string): readonly unknown[] {
  if (corpus === undefined) return [];
  const text = readFileSync(join(corpus, 'hostile', 'strings', `${name}.json`), 'utf8');
  return (JSON.parse(text) as { readonly cases: readonly unknown[] }).cases;
}

interface Amount {
  readonly input: string;
  readonly currency: string;
  readonly locale: 'auto' | 'comma';
  readonly minor: number | string | null;
}

interface Dated {
  readonly input: string;
  readonly tz: string;
  readonly format: string;
  readonly utc: string | null;
}

interface Mail {
  readonly input: string;
  readonly normal: string | null;
  readonly identity_key: boolean;
  readonly contactable: boolean;
}

interface Told {
  readonly input: string;
  readonly region: string;
  readonly e164: string | null;
}

/** What the corpus leaves open ('policy') is decided here as well: case, what ours is, why. */
const ARGUED: Readonly<Record<string, readonly [ours: unknown, why: string]>> = {
  无退款申请: [null, 'words in a refund column are read where refunds are, not as an amount'],
  '1e3': [null, 'a spreadsheet has rounded it'],
  '1.2E+3': [null, 'a spreadsheet has rounded it'],
  '1.28万': [null, 'rounded for show, no amount to add up'],
  '1986-05-04 01:30': [null, 'no shop was online before 1990'],
  '2026-05-04 24:00:00': [null, 'a day ends at 23:59:59; the next begins at 00:00:00'],
  '2026-12-31 23:59:60': [null, 'no shop system writes leap seconds'],
  '60': [null, 'no serial of a day on which a shop could sell'],
  '9999-12-31': ['9999-12-31T00:00:00Z', 'refused beside the clock, as a day in the future'],
  '2026-05-04T09:15:07.123Z': ['2026-05-04T09:15:07Z', 'instants are whole seconds'],
  '用户@例子.example': [{ contactable: true }, 'flagged as not ASCII with a warning; the list format decides'],
  '12.505': ['ambiguous', 'the column is asked about before a single amount is refused'],
  'pos@localhost.localdomain': [{ normal: 'pos@localhost.localdomain' }, 'shown as it stood, and never used'],
  '١٢٠٢٥٥٥٠١٠١+': ['+12025550101', 'Arabic digits are digits'],
  '2025550101 / 2025550102': ['+12025550101', 'the first of two'],
};

const money = ({ input, currency, locale }: Amount): unknown => {
  const cell = cleanCell(input);
  if (isBlank(cell)) return null;
  const column = new DecimalColumn();
  column.add(cell, 2);
  const decided = column.decide([currency]);
  if (locale === 'auto' && !('style' in decided)) return 'ambiguous';
  const parsed = parseMoney(
    cell,
    locale === 'comma' ? 'comma' : 'style' in decided ? decided.style : 'point',
    currency,
  );
  return parsed.ok ? parsed.value : null;
};

const ORDERS: Readonly<Record<string, 'dmy' | 'mdy'>> = { 'DD/MM/YYYY': 'dmy', 'MM/DD/YYYY': 'mdy' };

const instant = ({ input, tz, format }: Dated): unknown => {
  const cell = cleanCell(input);
  const column = new DateColumn();
  column.add(cell, 2);
  const decided = column.decide();
  const order = ORDERS[format] ?? ('order' in decided ? decided.order : undefined);
  if (order === undefined) return 'ambiguous';
  const parsed = parseInstantParts(cell, order);
  if (!parsed.ok && parsed.reason === 'unix_time' && format === 'auto') return 'ambiguous';
  const time: WallTime | undefined = parsed.ok
    ? parsed.value
    : readDateNumber(cell, { date1904: format === 'excel-1904', epochDates: format.startsWith('unix') });
  if (!time) return null;
  const { at, note } = toInstant(time, tz);
  return note ?? new Date(at * 1000).toISOString().replace('.000', '');
};

const mail = ({ input }: Mail): unknown => {
  const cell = cleanCell(input);
  const { state, value } = isBlank(cell) ? { state: 'invalid', value: '' } : readEmail(cell);
  const key = state === 'usable' || state === 'relay';
  return {
    normal: state === 'invalid' || state === 'masked' ? null : value,
    identity_key: key,
    contactable: state === 'usable',
  };
};

const phone = ({ input, region }: Told): unknown => {
  const cell = cleanCell(input);
  const { state, value } = readPhone(cell, region);
  return !isBlank(cell) && state === 'usable' ? value : null;
};

function wanted(input: string, value: unknown): unknown {
  const argued = ARGUED[input]?.[0];
  if (argued === undefined) return value;
  return typeof value === 'object' && value !== null && typeof argued === 'object' ? { ...value, ...argued } : argued;
}

describe.skipIf(corpus === undefined)('strings that break parsers', () => {
  beforeAll(loadPhoneMetadata);
  test.each(cases('amounts') as readonly Amount[])('amount $input', (one) =>
    expect(money(one)).toBe(wanted(one.input, one.minor)),
  );
  test.each(cases('dates') as readonly Dated[])('date $input', (one) =>
    expect(instant(one)).toBe(wanted(one.input, one.utc)),
  );
  test.each(cases('emails') as readonly Mail[])('e-mail $input', (one) =>
    expect(mail(one)).toEqual(
      wanted(one.input, { normal: one.normal, identity_key: one.identity_key, contactable: one.contactable }),
    ),
  );
  test.each(cases('phones') as readonly Told[])('phone $input', (one) =>
    expect(phone(one)).toBe(wanted(one.input, one.e164)),
  );
});
