/** People are spoken to in their language; programs read the same in every one. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PlainShop, plainShop } from './helpers/plain-shop.ts';
import { run } from './helpers/run.ts';

let shop: PlainShop;
beforeAll(async () => {
  shop = await plainShop([{ order_date: '2026-06-29 10:00', customer_name: '周小茶', phone: '13912345601' }]);
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
  ['a card', ['customers', 'show', '1']],
  ['an explanation', ['customers', 'explain', '1']],
  ['the rules', ['measures']],
])('%s is a screen in a pipe, a document with --json, and no table', async (_, args) => {
  expect((await shop.regulars(...args)).stdout).not.toMatch(/^[[{]/);
  expect((await shop.regulars(...args, '--json')).stdout).toMatch(/^\{/);
  expect(await shop.regulars(...args, '--csv')).toMatchObject({ status: 2, stdout: '' });
});
