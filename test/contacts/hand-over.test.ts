import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { csv, NEW_SHOP, Seller } from '../helpers/seller.ts';

const HEADER = ['order_id', 'order_date', 'status', 'customer_name', 'email', 'address', 'item', 'order_total'];
const PEOPLE = ['Ann Archer', 'Ben Baker', 'Cleo Clark', 'Dan Dale', 'Eve Ellis', 'Fay Ford', 'Gus Gray', 'Hal Hope'];
const AT = { now: '2026-11-01T12:00:00Z' };
const LATER = { now: '2026-11-05T12:00:00Z' };
const LIST = ['export', 'contacts', '--where', 'number_of_orders >= 1', '--channel', 'email', '--kind', 'care'];

let shop: Seller;
beforeEach(async () => {
  shop = new Seller();
  onTestFinished(() => shop.leave());
  const { rows } = await shop.ingest(shop.write('orders.csv', fileOf(PEOPLE)), '--shop', 'tea', ...NEW_SHOP);
  expect(rows.refused).toBe(0);
});

/** The last two live in one house. */
function fileOf(people: readonly string[], first = 1): string {
  const rows = people.map((name, at) => {
    const email = `${name.split(' ')[0]?.toLowerCase()}@example.com`;
    const street = name > 'G' ? '7 Mill Lane' : `${at + 1} High Street`;
    return [`O-${first + at}`, '2026-03-01', 'paid', name, email, street, 'Tea', `${10 + at}.00`];
  });
  return csv([HEADER, ...rows]);
}

const names = (text: string): string[] =>
  [...text.matchAll(/"([A-Z]\w+ [A-Z]\w+)"/g)].map(([, name]) => name as string);
const fileNames = (name: string) => names(readFileSync(join(shop.folder, name), 'utf8'));
const touches = () =>
  shop.query<{ customer_id: number; day: string; list_id: number }>(
    'SELECT k.customer_id, t.day, t.list_id FROM touches t JOIN record_customers k USING (record_id) ORDER BY touch_id',
  );

it('keeps who was written to, the count and the hash of the file, once however often it is made', async () => {
  const made = await shop.run([...LIST, '--out', 'a.csv', '--for', 'the mail tool'], AT);
  expect(made).toMatchObject({ status: 0, stdout: '' });
  expect(made.stderr).toContain('handed over as list 1');
  expect(statSync(join(shop.folder, 'a.csv')).mode & 0o777).toBe(0o600);
  expect(await touches()).toEqual(PEOPLE.map((_, at) => ({ customer_id: at + 1, day: '2026-11-01', list_id: 1 })));
  expect(await shop.json('export', 'list', '--as-of', '2026-11-01')).toMatchObject([
    {
      list_id: 1,
      channel: 'email',
      kind: 'care',
      people: 8,
      held_out: 0,
      recipient: 'the mail tool',
      expires_day: '2026-11-08',
    },
  ]);
  const dump = await shop.dump();
  const again = await shop.run([...LIST, '--out', 'a.csv', '--for', 'the mail tool', '--force'], AT);
  expect(again.stderr).toContain('the same as list 1, handed over today already');
  expect(await shop.dump()).toBe(dump);
});

it('counts one contact of a day, in however many forms the list is handed over', async () => {
  await shop.run([...LIST, '--out', 'a.csv'], AT);
  for (const form of ['xlsx', 'shopify', 'vcard4'])
    expect((await shop.run([...LIST, '--as', form, '--out', `a.${form}`], AT)).status).toBe(0);
  expect(await touches()).toHaveLength(8);
  expect(readFileSync(join(shop.folder, 'a.vcard4'), 'utf8')).toContain('FN:Ann Archer');
  expect(await shop.json('export', 'list', '--as-of', '2026-11-01')).toMatchObject([
    { format: 'vcard4', people: 8 },
    { format: 'shopify' },
    { format: 'xlsx' },
    { format: 'csv' },
  ]);
});

it('takes the form of a provider from its own sample, and says what it cannot fill', async () => {
  shop.write('sample.csv', 'Mail,称呼,Full name,Note\n');
  const like = (...map: string[]) => shop.run([...LIST, '--header-map', 'sample.csv', ...map], AT);
  const refused = await like();
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain('nothing is known to fill Note');
  expect((await like('--map', '=Note')).stdout.split('\n').slice(0, 2)).toEqual([
    'Mail,称呼,Full name,Note',
    '"ann@example.com",,"Ann Archer",',
  ]);
  expect(await like('--map', 'Note')).toMatchObject({ status: 2 });
  expect(await shop.run([...LIST, '--as', 'sms'], AT)).toMatchObject({ status: 2, stdout: '' });
  expect((await shop.run([...LIST, '--as', 'shopfy'], AT)).stderr).toContain('did you mean shopify?');
});

it("shows the lists in the reader's language", async () => {
  await shop.run([...LIST, '--out', 'a.csv', '--for', 'Mia'], AT);
  const shown = await shop.run(['export', 'list', '--as-of', '2026-11-01', '--lang', 'zh', '--color', 'never'], {
    tty: { stdout: true, columns: 120 },
  });
  expect(shown.stdout.split('\n')[0]?.trim().split(/ +/)).toEqual([
    '名单',
    '日期',
    '渠道',
    '类型',
    '格式',
    '部分',
    '人数',
    '对照组',
    '交给',
    '可用至',
  ]);
  expect(shown.stdout).not.toMatch(/care|email/);
});

it('only looks where it goes to stdout, unless it is to be kept', async () => {
  const dump = await shop.dump();
  expect(names((await shop.run(LIST, AT)).stdout)).toEqual(PEOPLE);
  expect(await shop.dump()).toBe(dump);
  await shop.run([...LIST, '--out', 'a.csv', '-n'], AT);
  expect(existsSync(join(shop.folder, 'a.csv'))).toBe(false);
  expect(await shop.dump()).toBe(dump);
  expect(names((await shop.run([...LIST, '--record'], AT)).stdout)).toEqual(PEOPLE);
  expect(await touches()).toHaveLength(8);
});

it('keeps every hand-over to somebody else, or until another day, and none of a day to come', async () => {
  await shop.run([...LIST, '--out', 'a.csv', '--for', 'Mia'], AT);
  await shop.run([...LIST, '--out', 'b.csv', '--for', 'Ben'], AT);
  await shop.run([...LIST, '--out', 'c.csv', '--for', 'Ben', '--expires', '2026-12-24'], AT);
  expect(await shop.json('export', 'list', '--as-of', '2026-11-01')).toMatchObject([
    { recipient: 'Ben', expires_day: '2026-12-24' },
    { recipient: 'Ben', expires_day: '2026-11-08' },
    { recipient: 'Mia' },
  ]);
  expect(await touches()).toHaveLength(8);
  expect(await shop.run([...LIST, '--out', 'd.csv', '--expires', '2026-10-01'], AT)).toMatchObject({ status: 2 });
  expect(await shop.run([...LIST, '--out', 'd.csv', '--as-of', '2027-01-01'], AT)).toMatchObject({ status: 2 });
  expect(await shop.run([...LIST, '--out', 'archive.db-wal', '--force'], AT)).toMatchObject({ status: 1 });
  expect(await shop.run([...LIST, '--map', 'name=Name'], AT)).toMatchObject({ status: 2 });
});

it('keeps nothing where the file cannot be written', async () => {
  shop.write('a.csv', 'mine');
  const dump = await shop.dump();
  const refused = await shop.run([...LIST, '--out', 'a.csv'], AT);
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain('--force');
  expect(await shop.dump()).toBe(dump);
  expect(readFileSync(join(shop.folder, 'a.csv'), 'utf8')).toBe('mine');
});

it('gives what is new, changed or removed since the list before, and no address that may not be used', async () => {
  await shop.run([...LIST, '--out', 'a.csv'], AT);
  await shop.ingest(shop.write('more.csv', fileOf(['Ivy Irons', 'Ann Archer'], 9)), '--shop', 'tea', ...NEW_SHOP);
  await shop.run(['consent', 'set', 'Ben Baker', 'email', 'refused'], AT);
  await shop.run(['suppress', 'add', 'Cleo Clark'], AT);
  const only = async (part: string, ...more: string[]) =>
    (await shop.run([...LIST, '--only', part, ...more], LATER)).stdout;
  expect(names(await only('new'))).toEqual(['Ivy Irons']);
  expect(names(await only('changed'))).toEqual(['Ann Archer']);
  const removed = await only('removed');
  // Of whoever may not be written to nothing but their number.
  expect(removed.split('\n').slice(1, 3)).toEqual([
    expect.stringMatching(/^2,,,.*"refused"$/),
    expect.stringMatching(/^3,,,.*"suppressed"$/),
  ]);
  expect(removed).not.toContain('@');
  const form = await shop.run([...LIST, '--only', 'removed', '--as', 'shopify'], LATER);
  expect(form).toMatchObject({ status: 2, stdout: '' });
  // Each part that is handed over is known from then on, and no more than that.
  await shop.run([...LIST, '--only', 'new', '--out', 'new.csv'], LATER);
  expect(fileNames('new.csv')).toEqual(['Ivy Irons']);
  expect(names(await only('new'))).toEqual([]);
  expect(names(await only('changed'))).toEqual(['Ann Archer']);
  expect(await only('removed')).toBe(removed);
  await shop.run([...LIST, '--only', 'removed', '--out', 'gone.csv'], LATER);
  expect((await only('removed')).split('\n')).toHaveLength(2);
  expect(names(await only('changed'))).toEqual(['Ann Archer']);
  expect((await touches()).filter(({ list_id }) => list_id > 1)).toEqual([
    { customer_id: 9, day: '2026-11-05', list_id: 2 },
  ]);
  // Of a day before nothing later is known.
  const early = await shop.run([...LIST, '--only', 'new'], { now: '2026-10-01T12:00:00Z' });
  expect(names(early.stdout).length).toBeGreaterThan(5);
});

it('holds out the same people each time, and says how small a change could be seen', async () => {
  const half = [...LIST, '--holdout', '50%'];
  const { stderr } = await shop.run([...half, '--out', 'a.csv'], AT);
  const listed = fileNames('a.csv');
  const held = PEOPLE.filter((name) => !listed.includes(name));
  expect(stderr).toContain(`held out, not written to: ${held.length}`);
  expect(stderr).toMatch(/a change of less than about \d+ points could not be told from chance/);
  expect(held.length).toBeGreaterThan(0);
  expect(listed.length).toBeGreaterThan(0);
  // Also where it is not asked for again, and with people who came later.
  await shop.ingest(shop.write('more.csv', fileOf(['Ivy Irons'], 9)), '--shop', 'tea', ...NEW_SHOP);
  expect(names((await shop.run(LIST, LATER)).stdout)).toEqual([...listed, 'Ivy Irons']);
  expect(names((await shop.run([...LIST, '--only', 'new'], LATER)).stdout)).toEqual(['Ivy Irons']);
  expect(names((await shop.run([...LIST, '--holdout', '0%'], LATER)).stdout)).toEqual([...PEOPLE, 'Ivy Irons']);
  const why = await shop.json<{ on_list: boolean; kept_out_by: string }>(
    'export',
    'why',
    held[0] as string,
    ...LIST.slice(2),
    '--as-of',
    '2026-11-05',
  );
  expect(why).toMatchObject({ on_list: false, kept_out_by: 'held_out' });
  expect(await shop.run([...LIST, '--holdout', 'half'])).toMatchObject({ status: 2 });
});

it('takes the first by priority, and one of a household', async () => {
  expect(names((await shop.run([...LIST, '--limit', '2'], AT)).stdout)).toEqual(['Gus Gray', 'Hal Hope']);
  expect(names((await shop.run([...LIST, '--household'], AT)).stdout)).toEqual(
    PEOPLE.filter((name) => name !== 'Gus Gray'),
  );
  expect(names((await shop.run([...LIST, '--household', '--limit', '2'], AT)).stdout)).toEqual([
    'Fay Ford',
    'Hal Hope',
  ]);
});

it('tells analysts no address of who refused by it either, and a copy put back what was handed over since', async () => {
  await shop.run(['backup', 'copy.db'], AT);
  await shop.run(['consent', 'set', 'Ben Baker', 'email', 'refused'], AT);
  const { stdout, stderr } = await shop.run(['export', 'customers', '--contacts', '--csv'], LATER);
  expect(stdout).toContain('ann@example.com');
  expect(stdout).not.toContain('ben@example.com');
  expect(stderr).toContain('1 customer who refused');
  await shop.run([...LIST, '--out', 'a.csv'], AT);
  const restored = await shop.run(['restore', 'copy.db', '--yes'], LATER);
  expect(restored.stderr).toContain('1 list handed over from the archive before is not in the copy');
});

it('says of somebody whether they would be on it, and the first rule that keeps them off', async () => {
  await shop.run(['consent', 'set', 'Ben Baker', 'email', 'refused'], AT);
  const why = (...args: string[]) => shop.run(['export', 'why', ...args], AT);
  expect((await why('Ben Baker', ...LIST.slice(2))).stdout).toBe(`Ben Baker  #2 is not on the list: email, care
✓ chosen          number_of_orders >= 1
✓ not suppressed  yes
✓ usable address  ben@example.com, on 1 order, none on more
✗ not refused     refused (hand, 2026-11-01)

regulars consent show WHO
`);
  expect((await why('Ann Archer', '--channel', 'sms', '--kind', 'care')).stdout).toContain('✗ usable address');
  expect((await why('Ann Archer', '--segment', 'lost', '--channel', 'email', '--kind', 'care')).stdout).toContain(
    '✗ chosen',
  );
  expect((await why('Hal Hope', ...LIST.slice(2), '--lang', 'zh')).stdout).toContain(
    'Hal Hope  #8 在名单上：邮件，关怀',
  );
  expect(await why('Ann Archer')).toMatchObject({ status: 2 });
});

it('is known to whoever asks what is held of them, and goes with them', async () => {
  await shop.run([...LIST, '--out', 'a.csv'], AT);
  expect((await shop.run(['customers', 'data', 'Ann Archer', '--json'])).stdout).toContain('"standing": "listed"');
  await shop.run(['customers', 'forget', 'Ann Archer', '--yes'], AT);
  expect(await shop.query('SELECT count(*) AS n FROM contact_list_people')).toEqual([{ n: 7 }]);
  expect((await shop.run(['doctor', '--json', '--ignore', 'backup_missing'], LATER)).stdout.trim()).toBe('[]');
});
