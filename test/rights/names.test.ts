/** What segments, levels and tags are called may be whom somebody forgets: they stay apart, and what names them finds them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type PlainShop, plainShop } from '../helpers/plain-shop.ts';

const EMAIL = 'ann.archer@example.com';
const SHORT = 'Tea高山8';

let shop: PlainShop;
beforeEach(async () => {
  shop = await plainShop([
    { order_id: 'A-1', account: SHORT, customer_name: 'Ann Archer', email: EMAIL },
    { order_id: 'B-1', account: 'benny', customer_name: 'Ben Baker', email: 'ben@example.com' },
  ]);
});
afterEach(() => shop.close());

async function run(...args: string[]) {
  const { status, stderr, stdout } = await shop.regulars(...args);
  expect(status, `${args.join(' ')}: ${stderr}`).toBe(0);
  return stdout;
}
const save = (name: string, where: string, ...more: string[]) =>
  run('segment', 'save', name, '--where', where, '--by', 'ben', ...more);
const rows = (sql: string) => shop.json<Record<string, unknown>[]>('query', sql);

it('is cut out of every name alike', async () => {
  await save(EMAIL, `customer_email = '${EMAIL}' OR number_of_orders >= 1`);
  await save(`b ${EMAIL}`, `in_segment('${EMAIL}')`);
  await run('tag', 'follow', 't1', '--segment', EMAIL);
  await run('levels', 'set', `L ${EMAIL}`, '--segment', `b ${EMAIL}`);
  await run('segment', 'snapshot');
  await run('customers', 'forget', EMAIL, '--yes');
  expect(await shop.dump()).not.toContain(EMAIL);
  expect(await rows('SELECT name, segment FROM levels')).toEqual([{ name: 'L …', segment: 'b …' }]);
  expect(await rows('SELECT DISTINCT segment FROM tag_follows')).toEqual([{ segment: '…' }]);
  expect(await rows('SELECT DISTINCT origin FROM tag_facts')).toEqual([{ origin: 'segment:…' }]);
  expect(await rows('SELECT name, where_text FROM segment_acts ORDER BY segment_id')).toEqual([
    { name: '…', where_text: "customer_email = '…' OR number_of_orders >= 1" },
    { name: 'b …', where_text: "in_segment('…')" },
  ]);
  await run('tag', 'refresh');
  expect(await run('levels', 'members', 'L …')).toContain('Ben Baker');
});

it('leaves what was told apart told apart, and a file that can be read', async () => {
  for (const name of [EMAIL, SHORT, 'Ann Archer']) await save(name, `customer_email = '${EMAIL}'`);
  await save('some', `in_segment('${SHORT}') OR in_segment('Ann Archer')`);
  await run('tag', 'group', EMAIL, '--one-of');
  await run('tag', 'group', SHORT, '--one-of');
  await run('tag', 'add', `${SHORT}:gold`, '--customer', 'benny');
  await run('customers', 'forget', EMAIL, '--yes');
  const names = await rows('SELECT name, where_text FROM segment_acts ORDER BY name');
  expect(names.map(({ name }) => name)).toEqual(['some', '…', '… 2', '… 3']);
  expect(names[0]).toMatchObject({ where_text: "in_segment('…') OR in_segment('… 2')" });
  const [{ tag } = {}] = await rows('SELECT tag FROM tag_facts');
  const groups = await rows('SELECT name FROM tag_groups ORDER BY tag_group_id');
  expect(new Set(groups.map(({ name }) => name)).size).toBe(2);
  expect(tag).toBe(`${String(groups[1]?.['name'])}:gold`);
  writeFileSync(join(shop.folder, 'segments.toml'), await run('segment', 'export'));
  await run('segment', 'apply', 'segments.toml', '--by', 'ben');
});

it('cuts a short account where it is all that a rule asks for, in any case', async () => {
  const rule = (text: string) => `customer_account = '${text}' OR customer_name IN ('vip', '${text}')`;
  await save('hers', rule(SHORT.toLowerCase()), '--aim', SHORT);
  await run('levels', 'set', 'gold', '--where', rule(SHORT));
  await run('segment', 'snapshot');
  await run('customers', 'forget', EMAIL, '--yes');
  const cut = rule('…');
  expect(await rows('SELECT where_text, aim FROM segment_acts')).toEqual([{ where_text: cut, aim: '…' }]);
  expect(await rows('SELECT condition FROM levels')).toEqual([{ condition: cut }]);
  expect(await rows('SELECT rules FROM segment_snapshots')).toEqual([{ rules: JSON.stringify([['hers', cut]]) }]);
});

it('is told of where a short account stands on in a sentence', async () => {
  await run('customers', 'note', 'benny', `a friend of ${SHORT}`);
  const proof = JSON.parse(await run('customers', 'forget', EMAIL, '--yes', '--json')) as unknown;
  expect(proof).toMatchObject({ done: true, search: { outcome: 'in_texts', in_texts: 1 } });
});

it('is cut out of plays, which still wait for their segments and can be read', async () => {
  await save(EMAIL, `customer_email = '${EMAIL}'`);
  const file = `[[play]]
name = "${SHORT}"
summary = "for ${EMAIL}"
kind = "care"
channels = ["sms"]
where = "customer_email != '${EMAIL}' AND in_segment('${EMAIL}')"
expires_after_days = 3
verify = ["ask ${EMAIL}"]
trigger = { on = "segment_joined", segment = "${EMAIL}" }
[[play.messages]]
text = "Like ${EMAIL}"
`;
  writeFileSync(join(shop.folder, 'plays.toml'), file);
  await run('play', 'apply', 'plays.toml', '--yes', '--by', 'ben', '--why', `told by ${EMAIL}`);
  await run('customers', 'forget', EMAIL, '--yes');
  expect(await shop.dump()).not.toContain(EMAIL);
  expect(await shop.dump()).not.toContain(SHORT);
  expect(await shop.json('play', 'show', '…')).toMatchObject({
    name: '…',
    summary: 'for …',
    where: "customer_email != '… 2' AND in_segment('… 2')",
    trigger: { on: 'segment_joined', segment: '… 2' },
    verify: ['ask …'],
    messages: [{ text: 'Like …' }],
    history: [{ act: 'saved', why: 'told by …' }, { act: 'on' }],
  });
  writeFileSync(join(shop.folder, 'plays.toml'), await run('play', 'export'));
  expect(await run('play', 'apply', 'plays.toml', '--by', 'ben', '--json')).not.toContain('"changed"');
});
