import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBytes, readSheet } from '../helpers/open-workbook.ts';
import type { PlainShop } from '../helpers/plain-shop.ts';
import { run } from '../helpers/run.ts';
import { dayShop, idFor, names, work } from './day-shop.ts';

let shop: PlainShop;
beforeAll(async () => {
  shop = await dayShop();
});
afterAll(() => shop.close());

/** As on a terminal of 80 columns. */
const screen = async (...args: string[]) =>
  run(['--db', shop.db, '--as-of', '2026-07-01', 'followup', 'today', ...args], {
    cwd: shop.folder,
    tty: { stdout: true, columns: 80 },
    env: { NO_COLOR: '1' },
  });

describe('followup today on a terminal', () => {
  it('tells who, how, why now, what they bought, what to say and to make sure of, and how long it takes', async () => {
    const { stdout } = await screen();
    const ann = stdout.slice(stdout.indexOf('Ann Archer'), stdout.indexOf('Bo Baker'));
    expect(ann).toContain('welcome_call  ·  5 min');
    expect(ann).toMatch(/reach +phone \+8613912345601/);
    expect(ann).toMatch(/when +09:00 to 20:00/);
    expect(ann).toMatch(/why now +first order Hillside\/1001 on 2026-06-29/);
    expect(ann).toMatch(/what +Green tea/);
    expect(ann).toMatch(/last contact +none known/);
    expect(ann.replace(/\s+/g, ' ')).toContain('Hello Ann Archer, this is Hillside about Green tea, order 1001.');
    expect(ann).toMatch(/make sure +whether it tastes/);
    expect(ann).toMatch(/at latest +2026-07-08/);
    expect(ann).toContain(`regulars followup done ${await idFor(shop, 'Ann Archer')} --db`);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('5 follow-ups, 21 minutes');
  });

  it('says which hours are of the next day, and has nobody whose hours are over', async () => {
    const { stdout } = await screen('--as-of', '2026-07-01T21:30');
    expect(stdout).not.toMatch(/when/);
    const other = await dayShop();
    writeFileSync(
      join(other.folder, 'us.csv'),
      'order_id,order_date,customer_name,phone,item,order_total,status\n7,2026-06-29 10:00,Uma Upton,+14155550123,Green tea,20,completed\n',
    );
    const settings = ['--timezone', 'America/Los_Angeles', '--currency', 'USD', '--country', 'US'];
    await other.regulars('ingest', 'us.csv', '--shop', 'Bay', ...settings);
    const { stdout: abroad } = await run(['--db', other.db, '--as-of', '2026-07-01T21:30', 'followup', 'today'], {
      cwd: other.folder,
      tty: { stdout: true, columns: 200 },
      env: { NO_COLOR: '1' },
    });
    other.close();
    const uma = abroad.slice(abroad.indexOf('Uma Upton'));
    expect(uma).toMatch(/^[^\n]+\n[^\n]+\n +when +tomorrow \d\d:00 to \d\d:00/);
  });

  it.each(['en', 'zh'])('stays within 80 columns but for lines to paste, in %s', async (language) => {
    const { stdout } = await screen('--lang', language);
    expect(stdout).toContain('陈静');
    for (const line of stdout.split('\n'))
      if (!line.includes('regulars followup done')) expect(stringWidth(line), line).toBeLessThanOrEqual(80);
  });

  it('speaks Chinese', async () => {
    const { stdout } = await screen('--lang', 'zh');
    expect(stdout).toMatch(/原因 +2026-06-29 首单 Hillside\/1003/);
    expect(stdout).toContain('共 5 项跟进，约 21 分钟');
  });

  it('shows nothing but a sentence where nobody is due', async () => {
    const { stdout, stderr } = await screen('--play', 'birthday');
    expect([stdout, stderr]).toEqual(['', expect.stringContaining('nobody is to be contacted on 2026-07-01')]);
  });
});

describe('followup today in other forms', () => {
  it('is narrowed by channel and by play, in any case', async () => {
    expect(await names(shop, '--channel', 'phone')).toEqual(['Ann Archer', 'Bo Baker', '陈静']);
    expect(await names(shop, '--play', 'CARD')).toEqual(['Dan Dyer', 'Eva Ellis']);
    expect(await names(shop, '--play', 'card', '--channel', 'phone')).toEqual([]);
    const { status, stderr } = await shop.regulars('followup', 'today', '--play', 'welcome_cal');
    expect([status, stderr]).toEqual([2, expect.stringContaining('welcome_call')]);
  });

  it('is a call sheet with stable columns, three of them to be filled in', async () => {
    const { stdout } = await shop.regulars('followup', 'today', '--channel', 'phone', '--csv');
    expect(stdout.split('\n')[0]).toBe(
      'id,day,play,kind,channel,customer_id,name,account,address,hours,not_before,not_after,due_day,expires_day,' +
        'deferred_by,deferred_for,why,order,items,last_order_date,last_items,amount_spent,subject,say,verify,minutes,' +
        'last_contact_day,last_contact_channel,last_contact_play,outcome,note,until_day',
    );
    const [row] = (await work(shop, '--channel', 'phone')).filter(({ name }) => name === '陈静');
    expect(row).toMatchObject({
      say: 'Hello 陈静, this is Hillside about 龙井, order 1003.',
      hours: '09:00-20:00 Asia/Shanghai',
      not_before: '2026-07-01T01:00:00Z',
      not_after: '2026-07-01T12:00:00Z',
      items: ['龙井'],
      verify: ['whether it tastes'],
      minutes: 5,
      outcome: null,
      until_day: null,
    });
  });

  it('is a workbook by --format and by the name of the file', async () => {
    for (const args of [
      ['--format', 'xlsx', '--out', 'a'],
      ['--out', 'b.xlsx'],
    ]) {
      expect((await shop.regulars('followup', 'today', ...args)).status).toBe(0);
      const bytes = readFileSync(join(shop.folder, args.at(-1) ?? ''));
      const { rows } = await readSheet(await openBytes(bytes));
      expect(rows[0]?.slice(0, 3)).toEqual(['id', 'day', 'play']);
      expect(rows.flat()).toContain('Hello 陈静, this is Hillside about 龙井, order 1003.');
    }
  });

  it('tells the last contact once one was made', async () => {
    const other = await dayShop();
    await other.regulars('followup', 'done', await idFor(other, 'Ann Archer'));
    await other.ingest(
      [{ customer_name: 'Ann Archer', phone: '13912345601', order_date: '2026-07-02 10:00' }],
      'Hillside',
      '2026-07-02',
    );
    const [row] = (await work(other, '--as-of', '2026-07-02')).filter(({ name }) => name === 'Ann Archer');
    expect(row).toMatchObject({
      play: 'card',
      last_contact_day: '2026-07-01',
      last_contact_channel: 'phone',
      last_contact_play: 'welcome_call',
    });
    other.close();
  });
});

describe('the packing list', () => {
  it('has the orders by number, with shop, name and what to put in', async () => {
    const rows = await work(shop, '--channel', 'parcel');
    expect(rows.map((row) => [row['order_number'], row['shop'], row.name, row['put_in']])).toEqual([
      ['90', 'Hillside', 'Dan Dyer', 'a card for Dan Dyer'],
      ['100', 'Hillside', 'Eva Ellis', 'a card for Eva Ellis'],
    ]);
    const { stdout } = await screen('--channel', 'parcel');
    expect(stdout.indexOf('Dan Dyer')).toBeLessThan(stdout.indexOf('Eva Ellis'));
    for (const line of stdout.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(80);
  });
});

it('has nobody for whom a template cannot be filled in, and tells of them', async () => {
  const other = await dayShop();
  const text = "{% if name == 'Dan Dyer' %}{% for one in (1..900000) %}x{% endfor %}{% endif %}a card";
  writeFileSync(
    join(other.folder, 'odd.toml'),
    `[[play]]\nname = "card"\ntrigger = { on = "order" }\nkind = "care"\nchannels = ["parcel"]\nexpires_after_days = 5\n[[play.messages]]\ntext = "${text}"\n`,
  );
  expect((await other.regulars('play', 'apply', 'odd.toml', '--yes', '--as-of', '2026-06-01')).status).toBe(0);
  const rows = await work(other, '--channel', 'parcel');
  expect(rows.map((row) => row['put_in'])).toEqual(['a card']);
  const { stderr } = await other.regulars('followup', 'today', '--channel', 'parcel');
  expect(stderr).toContain('1 kept out of card: text has an error');
  other.close();
});

it('has a play in the place of a shipped one make sure of what it says itself alone, on the list as in the file', async () => {
  const other = await dayShop();
  writeFileSync(
    join(other.folder, 'own.toml'),
    `[[play]]\nname = "thank_you"\ntrigger = { on = "order", nth = 1, delay_days = 2 }\nkind = "service"\nchannels = ["phone"]\nexpires_after_days = 7\npriority = 99\nverify = ["whether the cups are whole"]\n[[play.messages]]\ntext = "thanks"\n`,
  );
  await other.regulars('play', 'apply', 'own.toml', '--yes', '--as-of', '2026-06-01');
  await other.regulars('play', 'on', 'thank_you', '--as-of', '2026-06-01');
  const rows = await work(other, '--play', 'thank_you');
  expect(rows.map(({ verify }) => verify)).toEqual(rows.map(() => ['whether the cups are whole']));
  expect(rows).toHaveLength(3);
  await other.on(
    '2026-07-01',
    'followup',
    'handover',
    '--channel',
    'phone',
    '--play',
    'thank_you',
    '--to',
    'calls.json',
    '--json',
  );
  const handed = JSON.parse(readFileSync(join(other.folder, 'calls.json'), 'utf8')) as { verify: unknown }[];
  expect(handed.map(({ verify }) => verify)).toEqual(rows.map(({ verify }) => verify));
  other.close();
});
