/** A table as a workbook: what its cells hold when other programs read them back. */
import { randomBytes } from 'node:crypto';
import { Workbook as ExcelWorkbook } from 'exceljs';
import { readXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import type { Cell, Column } from '../../src/output/table.ts';
import { writeWorkbook } from '../../src/output/workbook.ts';

const signal = new AbortController().signal;

async function workbook(columns: readonly Column[], rows: Iterable<readonly Cell[]>, day = '2026-07-01') {
  const pieces: Uint8Array[] = [];
  const append = (bytes: Uint8Array) => void pieces.push(Uint8Array.from(bytes));
  const altered = await writeWorkbook({ columns, rows }, { append, day, signal });
  return { bytes: Buffer.concat(pieces), altered };
}

async function sheetOf(bytes: Buffer) {
  const book = new ExcelWorkbook();
  // Its types know another kind of Buffer.
  await book.xlsx.load(bytes as never);
  const sheet = book.worksheets[0];
  if (!sheet) throw new Error('no sheet');
  return { book, sheet };
}

async function hucreRows(bytes: Buffer): Promise<readonly (readonly unknown[])[]> {
  return (await readXlsx(bytes)).sheets[0]?.rows ?? [];
}

/** As Excel reads it, which takes _x005F_ for a line; exceljs leaves it. */
const unescaped = (text: unknown) => String(text).replaceAll('_x005F_', '_');

const text: Column = { name: 'text', kind: 'text' };

const NAUGHTY = [
  '=1+1',
  '=HYPERLINK("http://example.com","x")',
  '+8613912345678',
  '-2+3',
  '@SUM(A1)',
  "'quoted",
  '0012345678901234567890',
  '1e10',
  '2026-07-01',
  'TRUE',
  ' with blanks at both ends ',
  'two\nlines\tand a tab',
  '<b>&amp; "quotes"</b> ]]>',
  '茶 𠮷 🍵 👩‍👩‍👧',
  'עברית \u202eright to left',
  '__proto__',
  'null',
  '#N/A',
  'http://example.com/?a=1&b=2',
  '\u00a0\u2028\u200b',
];

it('keeps text as it is, in cells made for text, whatever it looks like', async () => {
  const { bytes, altered } = await workbook(
    [text],
    NAUGHTY.map((value) => [value]),
  );
  expect(altered).toEqual({ cut: 0, replaced: 0 });
  const { sheet } = await sheetOf(bytes);
  for (const [index, value] of NAUGHTY.entries()) {
    const cell = sheet.getCell(index + 2, 1);
    expect(cell.value).toBe(value);
    expect(cell.numFmt).toBe('@');
    expect(cell.formula).toBeUndefined();
  }
  expect((await hucreRows(bytes)).slice(1).map(([cell]) => cell)).toEqual(NAUGHTY);
});

it('keeps text where there is too much of it to be written once', async () => {
  const many = Array.from({ length: 30_000 }, (_, index) => [`=${index} 茶 <&>`]);
  const { bytes } = await workbook([text], many);
  const { sheet } = await sheetOf(bytes);
  expect(sheet.rowCount).toBe(30_001);
  for (const index of [0, 19_999, 25_000, 29_999]) {
    expect(sheet.getCell(index + 2, 1).value).toBe(many[index]?.[0]);
    expect(sheet.getCell(index + 2, 1).numFmt).toBe('@');
  }
  expect((await hucreRows(bytes)).slice(1)).toEqual(many);
});

it('says what no workbook can hold, and never reads text as an escape', async () => {
  const bell = 'ding\u0007dong';
  const { bytes, altered } = await workbook(
    [text],
    [[bell], ['\ud800 alone'], ['a\uffff'], ['_x0041_'], ['a\r\nb\rc'], ['plain']],
  );
  expect(altered).toEqual({ cut: 0, replaced: 3 });
  const expected = ['ding\\u{7}dong', '\\u{d800} alone', 'a\\u{ffff}', '_x0041_', 'a\nb\nc', 'plain'];
  const { sheet } = await sheetOf(bytes);
  expect(expected.map((_, index) => unescaped(sheet.getCell(index + 2, 1).value))).toEqual(expected);
  expect((await hucreRows(bytes)).slice(1).map(([cell]) => unescaped(cell))).toEqual(expected);
});

it('cuts what is longer than a cell, never within a character, and counts it', async () => {
  const { bytes, altered } = await workbook(
    [text],
    [['a'.repeat(32_767)], [`${'a'.repeat(32_766)}🍵`], ['b'.repeat(40_000)]],
  );
  expect(altered).toEqual({ cut: 2, replaced: 0 });
  const { sheet } = await sheetOf(bytes);
  const lengths = [2, 3, 4].map((row) => sheet.getCell(row, 1).text.length);
  expect(lengths).toEqual([32_767, 32_766, 32_767]);
});

it('has amounts, numbers, days and instants as what they are', async () => {
  const columns: Column[] = [
    { name: 'total', kind: 'money', currency: { column: 'currency' } },
    { name: 'currency', kind: 'text' },
    { name: 'day', kind: 'day' },
    { name: 'placed_at', kind: 'instant' },
    { name: 'counting', kind: 'boolean' },
    { name: 'tags', kind: 'list' },
    { name: 'count', kind: 'integer' },
  ];
  const { bytes } = await workbook(columns, [
    [123_456, 'CNY', '2026-03-29', 1_774_753_200, 1, ['vip', '茶'], 7],
    [123_456, 'JPY', '1900-01-05', null, 0, [], 2n ** 60n],
    [123_456, 'KWD', null, null, null, null, null],
  ]);
  const { sheet } = await sheetOf(bytes);
  const row = (number: number) => columns.map((_, index) => sheet.getCell(number, index + 1).value);
  expect(row(2)).toEqual([
    1234.56,
    'CNY',
    new Date('2026-03-29T00:00:00Z'),
    new Date(1_774_753_200_000),
    true,
    'vip; 茶',
    7,
  ]);
  // A day before the days of a workbook, and a number it would round, are text.
  expect(row(3)).toEqual([123_456, 'JPY', '1900-01-05', null, false, '', '1152921504606846976']);
  expect(row(4)).toEqual([123.456, 'KWD', null, null, null, null, null]);
  expect([2, 3, 4].map((number) => sheet.getCell(number, 1).numFmt)).toEqual(['#,##0.00', '#,##0', '#,##0.000']);
  expect(sheet.getCell(2, 3).numFmt).toBe('yyyy-mm-dd');
  const [, first] = await hucreRows(bytes);
  expect(first?.[2]).toEqual(new Date('2026-03-29T00:00:00Z'));
});

it('has a heading that stays in sight, a filter, and columns as wide as what stands in them', async () => {
  const columns: Column[] = [
    { name: 'id', kind: 'integer' },
    { name: 'title', kind: 'text' },
    { name: 'note', kind: 'text' },
  ];
  const { bytes } = await workbook(columns, [[1, '西湖龙井茶叶礼盒装', 'x'.repeat(500)]]);
  const { book, sheet } = await sheetOf(bytes);
  expect(sheet.getRow(1).values).toEqual([undefined, 'id', 'title', 'note']);
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  expect(sheet.autoFilter).toBe('A1:C2');
  const widths = [1, 2, 3].map((column) => sheet.getColumn(column).width);
  expect(widths).toEqual([8, 19, 60]);
  expect(book.created).toEqual(new Date('2026-07-01T00:00:00Z'));
});

it('is the same to the byte whenever it is written', async () => {
  const make = () => workbook([text], [['茶'], ['tea']]);
  const first = await make();
  await new Promise((resolve) => setTimeout(resolve, 2100));
  expect((await make()).bytes.equals(first.bytes)).toBe(true);
});

it('has a heading and nothing else where there are no rows', async () => {
  expect(await hucreRows((await workbook([text], [])).bytes)).toEqual([['text']]);
});

it('refuses more columns than a sheet has', async () => {
  const columns = Array.from({ length: 16_385 }, (_, index): Column => ({ name: `c${index}`, kind: 'text' }));
  await expect(workbook(columns, [])).rejects.toMatchObject({ of: 'columns' });
});

it('refuses more rows than a sheet has', async () => {
  const nothing = [null];
  const rows = Array.from({ length: 1_048_576 }, () => nothing);
  await expect(workbook([text], rows)).rejects.toMatchObject({ of: 'rows' });
});

it('fails with what the file could not take, and does not wait for ever', async () => {
  const full = () => {
    throw new Error('no space left');
  };
  const rows = Array.from({ length: 50_000 }, (_, index) => [`${index} ${Math.sin(index)}`]);
  const writing = writeWorkbook({ columns: [text], rows }, { append: full, day: '2026-07-01', signal });
  await expect(writing).rejects.toThrow('no space left');
});

it('makes no more rows than the file takes', async () => {
  const made = { rows: 0 };
  const endless = (function* () {
    for (; ; made.rows += 1) yield [`${made.rows} ${randomBytes(100).toString('hex')}`];
  })();
  let fail: (error: Error) => void = () => undefined;
  const stuck = new Promise<void>((_, reject) => (fail = reject));
  const writing = writeWorkbook({ columns: [text], rows: endless }, { append: () => stuck, day: '2026-07-01', signal });
  let before = -1;
  while (made.rows > before && made.rows * 200 < 50_000_000) {
    before = made.rows;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  fail(new Error('gone'));
  await expect(writing).rejects.toThrow('gone');
  expect(made.rows).toBeGreaterThan(0);
  expect(made.rows * 200).toBeLessThan(20_000_000);
});

it('stops when it is told to', async () => {
  const stop = new AbortController();
  const rows = (function* () {
    for (let index = 0; ; index += 1) {
      if (index === 5000) stop.abort(new Error('SIGINT'));
      yield [`row ${index}`];
    }
  })();
  const target = { append: () => undefined, day: '2026-07-01', signal: stop.signal };
  await expect(writeWorkbook({ columns: [text], rows }, target)).rejects.toThrow('SIGINT');
});
