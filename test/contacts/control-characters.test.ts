/** What acts on a terminal or a spreadsheet does not reach them by a contact list; what is data stays data. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { defuse } from '../../src/output/defuse.ts';
import { delimited } from '../../src/output/delimited.ts';
import { withoutControls } from '../../src/values/controls.ts';
import { cleanCell } from '../../src/values/text.ts';
import { csv, NEW_SHOP, newSeller, type Seller } from '../helpers/seller.ts';

/** But for tab and line feed: C0, DEL, C1, signs of direction. */
const ACTS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;
const NAME = 'Ann\u001b[31m \u202eA\u007fr\u009bc\u2066h\u200eer 👩‍👩‍👧';
const SHOWN = String.raw`Ann\u{1b}[31m \u{202e}A\u{7f}r\u{9b}c\u{2066}h\u{200e}er 👩‍👩‍👧`;

let seller: Seller;
beforeEach(async () => {
  seller = newSeller();
  const rows = [
    ['order_id', 'order_date', 'customer_name', 'email', 'city', 'country', 'order_total'],
    ['O-1', '2026-05-01 10:00:00', NAME, 'ann@example.com', 'Lon\u0085don', 'GB', '5.00'],
    ['O-2', '2026-05-01 10:00:00', 'Ben Baker', 'ben@example.com', 'Paris', 'FR', '5.00'],
  ];
  await seller.ingest(seller.write('orders.csv', csv(rows)), ...NEW_SHOP);
});

const LIST = ['export', 'contacts', '--where', 'orders_all > 0', '--channel', 'email', '--kind', 'care'];
const SAID = String.raw`2 cells have control characters in the data, written as \u{…} in this output`;

describe('a contact list', () => {
  it.each([
    ['csv', ','],
    ['tsv', '\t'],
  ])('shows control characters in %s, on stdout and in a file, and counts them', async (format, delimiter) => {
    const { stdout, stderr } = await seller.run([...LIST, '--format', format]);
    expect(stderr).toContain(SAID);
    await seller.run([...LIST, '--format', format, '--out', 'list.txt']);
    const file = readFileSync(join(seller.folder, 'list.txt'), 'utf8');
    for (const text of [stdout, file.replace(/^\ufeff/, '')]) {
      expect(text).not.toMatch(ACTS);
      const [ann, ben] = parse(text, { delimiter, columns: true }) as unknown as Record<string, string>[];
      expect(ann).toMatchObject({ name: SHOWN, city: String.raw`Lon\u{85}don` });
      expect(ben).toMatchObject({ name: 'Ben Baker', city: 'Paris' });
    }
  });

  it.each(['mailchimp', 'google-contacts', 'klaviyo'])('shows them in what a tool takes: %s', async (form) => {
    const { stdout, stderr } = await seller.run([...LIST, '--as', form]);
    expect(stdout).toContain(String.raw`\u{202e}`);
    expect(stdout.replaceAll('\r\n', '\n')).not.toMatch(ACTS);
    expect(stderr).toContain(String.raw`written as \u{…}`);
  });

  it('keeps JSON in a cell what it was', async () => {
    const { stdout } = await seller.run([...LIST, '--as', 'listmonk']);
    expect(stdout).not.toMatch(ACTS);
    const [ann] = parse(stdout, { columns: true }) as unknown as Record<string, string>[];
    const attributes = JSON.parse(ann?.['attributes'] ?? '') as Record<string, string>;
    expect(`${attributes['first_name']} ${attributes['last_name']}`).toBe(NAME);
    expect(attributes['city']).toBe('Lon\u0085don');
  });

  it.each(['vcard3', 'vcard4'])('leaves them out of cards: %s', async (form) => {
    const { stdout } = await seller.run([...LIST, '--as', form]);
    expect(stdout.replaceAll('\r\n', '\n')).not.toMatch(ACTS);
    expect(stdout).toContain('FN:Ann [31m A r cher');
  });

  it('has the data as they are in JSON, and so have exports for analysis', async () => {
    expect(await seller.json(...LIST)).toMatchObject([{ name: NAME, city: 'Lon\u0085don' }, {}]);
    const { stdout, stderr } = await seller.run(['export', 'customers', '--csv']);
    expect(stdout).toContain(NAME);
    expect(stderr).not.toContain('control characters');
  });
});

describe('any text', () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...'=+-@\'"\t\n\r\u0000\u001b\u0085\u200e\u202e\u2066a1 '),
      fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' }),
    ),
  });

  it('shown in a list acts on nothing, starts no formula, and is the same where nothing acts', () => {
    fc.assert(
      fc.property(text, (value) => {
        const table = { columns: [{ name: 'text', kind: 'text' }] as const, rows: [[value]], controlsShown: true };
        const told = { cells: 0, shown: 0 };
        const written = [...delimited(table, ',', told)].join('');
        expect(written).not.toMatch(ACTS);
        const [, row] = parse(written);
        const cell = row?.[0] ?? '';
        expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/u);
        if (told.cells + told.shown === 0) expect(cell).toBe(value);
      }),
      { numRuns: 500 },
    );
  });

  it('is read back from data as it would have been', () => {
    fc.assert(
      fc.property(text, (value) => {
        // Of nothing but blanks nothing is left, and ="a", =12 and 'a are spreadsheets' ways to write a and 12.
        fc.pre(cleanCell(value) !== '' && !/['"]|^[^]{0,9}=\s*\d+/.test(value));
        expect(cleanCell(defuse(value, 'nothing'))).toBe(cleanCell(value));
      }),
      { numRuns: 500 },
    );
  });

  it('in JSON is the same without them', () => {
    fc.assert(
      fc.property(text, (value) => {
        const json = withoutControls(JSON.stringify(value));
        expect(json).not.toMatch(ACTS);
        expect(JSON.parse(json)).toBe(value);
      }),
    );
  });
});

it.each(['\u0001=cmd', '\u202e=1+1', '\u2066@SUM(A1)', '\u0085-1', '\u001b+1'])(
  'a formula behind what is not seen is no formula: %j',
  (formula) => expect(defuse(formula, 'nothing')).toBe(`'${formula}`),
);
