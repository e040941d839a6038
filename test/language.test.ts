/** People are spoken to in their language; programs read the same in every one. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PlainShop, plainShop } from './helpers/plain-shop.ts';
import { run } from './helpers/run.ts';

let shop: PlainShop;
beforeAll(async () => {
  shop = await plainShop([{ order_date: '2026-06-29 10:00', customer_name: '周小茶', phone: '13912345601' }]);
  await shop.regulars('tag', 'add', 'vip', '--customer', '1');
  await shop.regulars('suppress', 'add', '13912345602');
  await shop.regulars('backup');
});
afterAll(() => shop.close());

it.each([
  ['followup', 'plan'],
  ['followup', 'why', '1'],
  ['play', 'list'],
  ['segment', 'show', 'vip'],
  ['measures'],
  ['imports', 'show', '1'],
])('%s %s says the same to a program in Chinese and in English', async (...args) => {
  const [zh, en] = [await shop.regulars(...args, '--json', '--lang', 'zh'), await shop.regulars(...args, '--json')];
  expect(zh.stdout).toBe(en.stdout);
  expect(zh.status).toBe(0);
});

it.each([
  ['measures', '自己的节奏：通常隔多少天下单'],
  ['play list', '首单'],
  ['segment show vip', '分组'],
])('%s speaks Chinese to a person', async (line, word) => {
  const { stdout } = await run(['--db', shop.db, '--lang', 'zh', '--as-of', '2026-07-01', ...line.split(' ')], {
    tty: { stdout: true, columns: 80 },
  });
  expect(stdout).toContain(word);
});

it.each([
  'imports list',
  'shops list',
  'platforms list',
  'customers list',
  'segment list',
  'tag list',
  'tag list vip',
  'suppress list',
  'consent show 1',
  'play list',
  'followup plan',
  'followup why 1',
  'backup list',
  'export formats',
  'export contacts --customer 1 --channel sms --kind service',
  'consent rules',
])('%s has Chinese headings', async (line) => {
  const { stdout } = await run(['--db', shop.db, '--lang', 'zh', '--color', 'never', ...line.split(' ')], {
    tty: { stdout: true, columns: 200 },
  });
  const [headings = ''] = stdout.split('\n');
  for (const heading of headings.trim().split(/ {2,}/)) expect(heading).toMatch(/^#$|\p{Script=Han}/u);
});

it('translates states and channels for a person, and no column that was asked for by name', async () => {
  const screen = async (...args: string[]) =>
    (await run(['--db', shop.db, '--lang', 'zh', '--color', 'never', ...args], { tty: { stdout: true, columns: 80 } }))
      .stdout;
  expect(await screen('customers', 'show', '1')).toContain('已付款');
  expect(await screen('consent', 'show', '1')).toMatch(/短信 +未知/);
  const said = await shop.regulars('consent', 'set', '1', 'sms', 'granted', '-n', '--lang', 'zh');
  expect(said.stderr).toContain('周小茶：短信 同意\n');
  expect(await screen('customers', 'list', '--columns', 'name,rfm_group')).toMatch(/^name +rfm_group\n/);
  expect(await screen('query', 'SELECT day FROM orders_view')).toMatch(/^day\n/);
});

it.each([
  ['a card', ['customers', 'show', '1']],
  ['an explanation', ['customers', 'explain', '1']],
  ['the rules', ['measures']],
])('%s is a screen in a pipe, a document with --json, and no table', async (_, args) => {
  expect((await shop.regulars(...args)).stdout).not.toMatch(/^[[{]/);
  expect((await shop.regulars(...args, '--json')).stdout).toMatch(/^\{/);
  expect(await shop.regulars(...args, '--csv')).toMatchObject({ status: 2, stdout: '' });
});
