/** The same orders in every form a seller may bring them: columns in any order, any encoding, delimiter, line end and container. */
import { gzipSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { csv, NEW_SHOP, Seller } from '../helpers/seller.ts';

type Table = readonly (readonly string[])[];

const HEADER = [
  'order_id',
  'order_date',
  'status',
  'customer_name',
  'email',
  'phone',
  'item',
  'quantity',
  'order_total',
];

/** What stands in names and titles: commas, quotes, formulas, accents, Chinese of two and four bytes, signs of SQL and of terminals. */
const word = fc.constantFrom(
  'Ann Archer',
  'Zoë, of "Hill"',
  "O'Neil; DROP TABLE orders",
  '=1+1',
  '李小茶',
  '𠮷田',
  'Łukasz | Żak',
  'tea 5" tin',
  'a\tb',
  'née – “x”',
);
const order = fc.record({
  day: fc.integer({ min: 1, max: 28 }),
  status: fc.constantFrom('paid', 'refunded', 'pending'),
  name: word,
  email: fc.constantFrom('', 'ann@example.com', 'zoe@example.com', 'li@example.com'),
  phone: fc.constantFrom('', '+12025550101', '+8613912345601'),
  item: word,
  quantity: fc.integer({ min: 1, max: 9 }),
  cents: fc.integer({ min: 0, max: 999_999 }),
});
const table = fc
  .array(order, { minLength: 1, maxLength: 6 })
  .map(
    (orders): Table => [
      HEADER,
      ...orders.map(({ day, status, name, email, phone, item, quantity, cents }, index) => [
        `N-${1001 + index}`,
        `2026-05-${String(day).padStart(2, '0')} 10:00:00`,
        status,
        name,
        email,
        phone,
        item,
        String(quantity),
        (cents / 100).toFixed(2),
      ]),
    ],
  );

const text =
  (encoding: string, delimiter = ',', lineEnd = '\n') =>
  (rows: Table) =>
    iconv.encode(csv(rows, delimiter, lineEnd), encoding, { addBOM: encoding.startsWith('utf16') });

const FORMS: Readonly<Record<string, (rows: Table) => Uint8Array | Promise<Uint8Array>>> = {
  'semicolons and CRLF': text('utf8', ';', '\r\n'),
  'tabs in UTF-16': text('utf16le', '\t', '\r\n'),
  'pipes and CR': text('utf8', '|', '\r'),
  GB18030: text('gb18030'),
  'UTF-16BE': text('utf16be'),
  'a byte order mark': (rows) => Buffer.from(`\uFEFF${csv(rows)}`),
  'every cell quoted': (rows) =>
    Buffer.from(rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')),
  gzip: (rows) => gzipSync(csv(rows)),
  'a workbook': async (rows) => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('Orders').addRows(rows.map((row) => [...row]));
    return new Uint8Array(await workbook.xlsx.writeBuffer());
  },
};

/** A handful of letters does not tell the encoding they are written in. */
const TOLD: Readonly<Record<string, readonly string[]>> = { GB18030: ['--encoding', 'gb18030'] };

async function dumpOf(bytes: Uint8Array, ...args: readonly string[]): Promise<string> {
  const seller = new Seller();
  try {
    await seller.ingest(seller.write('orders.csv', bytes), ...NEW_SHOP, ...args);
    return await seller.dump();
  } finally {
    seller.leave();
  }
}

/** Every form brings the same tables, each of which is taken once as it is. */
const seed = Math.floor(Math.random() * 2 ** 31);
const plain = new Map<string, Promise<string>>();

function dumpOfPlain(rows: Table): Promise<string> {
  const text = csv(rows);
  const dump = plain.get(text) ?? dumpOf(Buffer.from(text));
  plain.set(text, dump);
  return dump;
}

it.each(Object.entries(FORMS))('are the same as %s, in any order of the columns', async (name, form) => {
  await fc.assert(
    fc.asyncProperty(
      table,
      fc.shuffledSubarray([...HEADER.keys()], { minLength: HEADER.length }),
      async (rows, columns) => {
        const shuffled = rows.map((row) => columns.map((column) => row[column] ?? ''));
        expect(await dumpOf(await form(shuffled), ...(TOLD[name] ?? []))).toBe(await dumpOfPlain(rows));
      },
    ),
    { numRuns: 8, seed },
  );
});
