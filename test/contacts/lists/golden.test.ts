/** Every form of list, to the letter, of people who are hard on one; and read back as its readers do. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { listFormatNamed, listFormats } from '../../../src/contacts/lists/list-formats.ts';
import { wordsFor } from '../../../src/messages/words.ts';
import { newSeller } from '../../helpers/seller.ts';
import { fileText } from './file-text.ts';
import { PEOPLE, person } from './people.ts';

const folder = new URL('../../../fixtures/lists/', import.meta.url);
const fixture = (name: string) => fileURLToPath(new URL(name, folder));
const sheets = listFormats.filter(({ extension }) => extension === 'csv');

const rowsOf = (name: string): Record<string, string>[] => {
  const format = listFormatNamed(name);
  if (!format) throw new Error(`no format ${name}`);
  return parse(fileText(format, PEOPLE), { columns: true });
};

describe.each(listFormats)('$name', (format) => {
  it('is what it was', () => {
    const path = fixture(`${format.name}.${format.extension}`);
    // WRITE_LISTS=1 writes what there is now, to be looked at in the diff.
    if (process.env['WRITE_LISTS'] === '1') writeFileSync(path, fileText(format, PEOPLE));
    expect(fileText(format, PEOPLE)).toBe(readFileSync(path, 'utf8'));
  });

  it('says the same on another day, and nothing of nobody', () => {
    const made = (asOf: string) => {
      const content = format.make(PEOPLE, { asOf, channel: 'email' });
      return content.kind === 'text' ? [...content.pieces] : [...content.rows];
    };
    expect(made('2026-07-02')).toEqual(made('2026-07-01'));
    expect(fileText(format, []).split('\n').filter(Boolean)).toHaveLength(format.extension === 'csv' ? 1 : 0);
  });

  it('says what it is for, in English and in Chinese', () => {
    for (const language of ['en', 'zh'] as const) expect(wordsFor(language).lists.uses[format.name]).toBeTruthy();
  });
});

it('has a golden file of each, and no other', () => {
  expect(readdirSync(folder).toSorted()).toEqual(
    listFormats.map(({ name, extension }) => `${name}.${extension}`).toSorted(),
  );
});

it.each(sheets)('$name: no cell is live in a spreadsheet, and every phone is whole', (format) => {
  const rows: string[][] = parse(fileText(format, PEOPLE));
  for (const cell of rows.slice(1).flat())
    if (/^[=+@\t\r-]/.test(cell)) expect(cell).toMatch(/^(\+[1-9]\d{6,14}|--\d\d-\d\d)$/);
});

it('remembers no header that it requires, and only headers it has', () => {
  for (const format of sheets) {
    const [header = []] = parse(fileText(format, []));
    for (const name of format.recalled ?? []) expect(header).toContain(name);
    expect((format.recalled ?? []).length).toBeLessThan(header.length);
  }
});

it('tells consent in the words of the other tool', () => {
  const said = (name: string, ...headers: string[]) => rowsOf(name).map((row) => headers.map((header) => row[header]));
  expect(said('shopify', 'Accepts Email Marketing', 'Accepts SMS Marketing')).toEqual([
    ['yes', 'yes'],
    ['no', 'no'],
    ['no', 'no'],
    ['no', 'no'],
  ]);
  expect(said('klaviyo', 'Email Marketing Consent', 'SMS Marketing Consent').slice(0, 3)).toEqual([
    ['Subscribed', 'Subscribed'],
    ['Unsubscribed', 'Unsubscribed'],
    ['Never subscribed', 'Never subscribed'],
  ]);
  expect(said('mautic', 'doNotEmail').flat()).toEqual(['false', 'true', 'false', 'false']);
});

it('takes names, birthdays and addresses apart as each tool wants them', () => {
  const [mei, bo] = rowsOf('google-contacts');
  expect(mei).toMatchObject({ 'First Name': '晓梅', 'Last Name': '欧阳', Birthday: '--03-07' });
  expect(mei?.['Labels']).toBe('* myContacts ::: vip ::: 新茶🍵 ::: care:gold');
  expect(bo).toMatchObject({ 'First Name': `'=cmd "Bo"`, 'Last Name': 'Archer, Jr.', Birthday: '1984-11-30' });
  expect(rowsOf('mailchimp').map((row) => [row['Birthday'], row['Address']])).toEqual([
    ['03/07', '徐汇区漕溪北路88号3幢502室，请放在门口的快递柜里，不要打电话，谢谢师傅  上海市  上海市  200030  China'],
    ['11/30', '12 Back\\slash Road, Apt 4  St. Albans; Queens  New York  11412-1234  United States'],
    ['', ''],
  ]);
  expect(rowsOf('shopify').map((row) => row['Default Address Province Code'])).toEqual(['SH', 'NY', '', '']);
  expect(rowsOf('brevo').map((row) => [row['SMS'], row['LANDLINE_NUMBER']])).toEqual([
    ['+8613912345678', ''],
    ['', '+12125550123'],
    ['', ''],
    ['+8613912345679', ''],
  ]);
  expect(JSON.parse(rowsOf('listmonk')[0]?.['attributes'] ?? '')).toMatchObject({
    first_name: '晓梅',
    customer_id: 12,
  });
});

it.each(listFormats)(
  '$name: whatever people are called and wherever they live, there is a row or a card for each',
  (format) => {
    const anything = fc.string({ unit: 'binary', maxLength: 30 });
    const said = fc.record({
      name: anything,
      city: anything,
      address: anything,
      country: anything,
      language: anything,
    });
    fc.assert(
      fc.property(fc.array(said, { maxLength: 4 }), (all) => {
        const people = all.map((one, at) =>
          person({
            ...one,
            customer_id: at,
            email: `a${at}@example.com`,
            phone: `+861391234567${at}`,
            phone_type: 'mobile',
            tags: [one.name],
          }),
        );
        const text = fileText(format, people);
        if (format.extension === 'csv') expect(parse(text)).toHaveLength(people.length + 1);
        else if (format.extension === 'txt') expect(text.split('\r\n')).toHaveLength(people.length + 1);
        else expect(text.match(/^BEGIN:VCARD\r\n/gm) ?? []).toHaveLength(people.length);
        if (format.extension === 'vcf') expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      }),
      { numRuns: 60 },
    );
  },
);

it('is listed by export formats', async () => {
  const listed = await newSeller().json<{ format: string; channels: string[]; extension: string; source: string }[]>(
    'export',
    'formats',
  );
  expect(listed.map(({ format }) => format)).toEqual(listFormats.map(({ name }) => name));
  expect(listed).toContainEqual(expect.objectContaining({ format: 'sms', channels: ['sms'], extension: 'txt' }));
  for (const { source } of listed) expect(source).not.toBe('');
});
