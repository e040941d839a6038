/** Colour changes nothing but the colour, and no text from a file can pass for it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PlainShop, plainShop } from './helpers/plain-shop.ts';
import { run } from './helpers/run.ts';

let shop: PlainShop;
beforeAll(async () => {
  shop = await plainShop([
    { order_id: '1', order_date: '2026-06-29 10:00', customer_name: '周小茶\u001b[31m', phone: '13912345601' },
    { order_id: '2', order_date: '2026-05-01 10:00', customer_name: '周小茶\u001b[31m', phone: '13912345601' },
  ]);
});
afterAll(() => shop.close());

const SGR = new RegExp(`${String.fromCodePoint(27)}\\[\\d+m`, 'g');

it.each([
  'status',
  'customers list',
  'customers show 1',
  'customers explain 1',
  'segment list',
  'segment show vip',
  'measures',
  'followup plan --days 30',
  'followup today',
  'followup why 1',
  'imports list',
  'shops list',
  'ingest again.csv --shop Hillside',
])('%s', async (line) => {
  const show = (color: string) =>
    run(['--db', shop.db, '--as-of', '2026-07-01', '--color', color, '-n', ...line.split(' ')], {
      cwd: shop.folder,
      tty: { stdout: true, stderr: true, columns: 80 },
      stdin: '',
    });
  writeFileSync(
    join(shop.folder, 'again.csv'),
    'order_id,order_date,customer_name,order_total\n3,2026-06-30,Ann\u001b[1m,5\n4,2026-02-31,Bo,5\n',
  );
  const [plain, coloured] = [await show('never'), await show('always')];
  const text = ({ stdout, stderr }: typeof plain) => `${stdout}${stderr}`;
  expect(text(plain)).not.toMatch(/\p{Cc}(?<!\n)/u);
  expect(text(coloured).replaceAll(SGR, '')).toBe(text(plain));
});

it.each([80, 40, 200])('no line of a table is wider than a terminal of %i columns', async (columns) => {
  for (const line of ['customers list', 'segment list', 'followup plan --days 30', 'measures', 'customers show 1']) {
    const { stdout } = await run(['--db', shop.db, '--as-of', '2026-07-01', '--color', 'always', ...line.split(' ')], {
      tty: { stdout: true, columns },
    });
    for (const row of stdout.split('\n')) expect(stringWidth(row), row).toBeLessThanOrEqual(columns);
  }
});
