/**
 * The tea shop as of 2026-11-01, made by the commands a seller types: its exports, a file of customers, a file of
 * products, and what was said by hand on days before. fixtures/teashop/people.md tells who is who.
 */
import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gather } from '../../src/measures/gather.ts';
import type { Population } from '../../src/measures/population.ts';
import { compileWhere } from '../../src/segments/compile.ts';
import { membersWhere } from '../../src/segments/queries.ts';
import { type Archive, openArchive } from '../../src/store/open.ts';
import { KEY } from './key.ts';
import { csv, Seller } from './seller.ts';

export const TEASHOP_DAY = '2026-11-01';

const CUSTOMERS = csv([
  ['customer_name', 'phone', 'email', 'birthday', 'gender', '喜好'],
  ['周小茶', '', 'xiaocha@example.com', '1990-11-05', '女', '绿茶'],
  ['沈听泉', '', 'tingquan.shen@example.com', '1985-11-08', 'm', '绿茶、花茶'],
  ['林茂生', '19900001274', '', '1980-02-29', '男', ''],
  ['Anna Archer', '', 'anna.archer@example.com', '1979-11-01', 'F', 'black tea'],
  ['Fay New', '', 'fay.new@qq.com', '2001-03-20', '', ''],
]);
const PRODUCTS = csv([
  ['sku', 'title', 'category', 'days_of_supply'],
  ['', '龙井茶 250g', '绿茶', '50'],
  ['', '碧螺春 100g', '绿茶', '20'],
  ['JP-75', 'Jasmine Pearls - 75 g', 'flower tea', '30'],
]);

/** The day of each, and the line. */
const SAID: readonly (readonly [day: string, ...line: string[]])[] = [
  ['2025-11-02', 'customers', 'note', '杯子碎了', '杯子碎了一只，退一半', '--kind', 'complaint'],
  ['2026-01-10', 'tag', 'add', 'old', '--customer', '高山流水88', '--expires', '2026-06-01'],
  ['2026-07-20', 'customers', 'note', '橘子汽水儿', '朋友介绍来的', '--kind', 'referral', '--referred', '抹云'],
  ['2026-09-01', 'customers', 'note', '清晨一壶', '朋友介绍'],
  [
    '2026-09-10',
    'customers',
    'note',
    'anna.archer@example.com',
    'loves the cups',
    '--kind',
    'satisfaction',
    '--score',
    '9',
  ],
  ['2026-10-01', 'tag', 'add', 'vip', '--customer', '安溪老林', '--expires', '2026-11-10', '--reason', '每月都来'],
  ['2026-10-01', 'tag', 'add', 'VIP', '--customer', '月下听泉'],
  ['2026-10-02', 'tag', 'add', 'complaint', '--customer', '杯子碎了', '--reason', 'broken cup'],
  ['2026-10-05', 'consent', 'set', '月下听泉', 'sms', 'granted'],
  ['2026-10-05', 'consent', 'set', '淘小茶', 'sms', 'granted'],
  ['2026-10-05', 'consent', 'set', '安溪老林', 'phone', 'granted'],
  ['2026-10-06', 'consent', 'set', '雨前茶客', 'sms', 'refused'],
  ['2026-10-07', 'customers', 'edit', '淘小茶', '--channel', 'wechat'],
  ['2026-10-07', 'customers', 'edit', 'anna.archer@example.com', '--language', 'en', '--channel', 'email'],
  ['2026-10-07', 'customers', 'edit', '高山流水88', '--birthday', '11-30'],
  ['2026-10-07', 'customers', 'edit', '安溪老林', '--set', '喜好=乌龙'],
  ['2026-10-10', 'levels', 'set', '银卡', '--where', 'amount_spent >= 500'],
  ['2026-10-10', 'levels', 'set', '金卡', '--where', 'amount_spent >= 3000'],
  ['2026-10-11', 'points', 'add', '淘小茶', '200', '--reason', '包裹晚到'],
  ['2026-10-11', 'points', 'add', '安溪老林', '500', '--reason', '老客户'],
  ['2026-10-12', 'points', 'redeem', '安溪老林', '100', '--reason', '茶杯'],
  ['2026-10-20', 'customers', 'note', '淘小茶', '想要秋茶', '--kind', 'call'],
];

/** Plays of this shop's own, which stay as they are whatever is shipped. */
const PLAYS = `[policy]
per_day = 10
promotions = { most = 100, days = 30 }
all = { most = 100, days = 30 }

[[play]]
name = "thank_you"
kind = "care"
channels = ["sms", "email", "phone"]
expires_after_days = 7
backfill = true
trigger = { on = "order", nth = 1, delay_days = 2 }
messages = [{ subject = "Tea", text = "Hello." }]

[[play]]
name = "second_order"
kind = "promotion"
channels = ["sms", "email"]
expires_after_days = 30
backfill = true
stops = ["order"]
trigger = { on = "order", nth = 1, delay_days = 21 }
messages = [{ subject = "Tea", text = "Hello." }]

[[play]]
name = "win_back"
kind = "promotion"
channels = ["sms", "email"]
expires_after_days = 45
backfill = true
trigger = { on = "rhythm", multiple = 1.5, minimum_orders = 2 }
messages = [{ subject = "Tea", text = "Hello." }]
`;

/** Follow-ups that were carried out: the day, the play, who. */
const DONE = [
  ['2026-09-15', 'second_order', 'Ruth Brook'],
  ['2026-10-20', 'thank_you', '陶然'],
  ['2026-10-20', 'win_back', 'Chloé Dupont'],
  ['2026-10-28', 'second_order', 'Xenia Hall'],
] as const;

const noon = (day: string) => ({ now: `${day}T04:00:00Z` });

export class Teashop {
  readonly #seller: Seller;
  readonly archive: Archive;
  readonly #names: ReadonlyMap<number, string>;
  population: Population;

  private constructor(seller: Seller, archive: Archive) {
    this.#seller = seller;
    this.archive = archive;
    const people = archive.db.prepare('SELECT customer_id, name FROM customers').raw().all() as [number, string][];
    this.#names = new Map(people);
    this.population = gather(archive, TEASHOP_DAY);
  }

  static async open(): Promise<Teashop> {
    const seller = new Seller();
    cpSync(fileURLToPath(new URL('../../fixtures/teashop', import.meta.url)), seller.folder, { recursive: true });
    const run = async (day: string, ...line: readonly string[]) => {
      const ended = await seller.run(line, noon(day));
      if (ended.status !== 0) throw new Error(`${line.join(' ')}: exit ${ended.status}: ${ended.stderr}`);
      return ended.stdout;
    };
    await run(TEASHOP_DAY, 'ingest', 'ExportOrderList202510311200.csv', 'ExportOrderList202610311200.csv');
    await run(TEASHOP_DAY, 'ingest', 'orders_export_1.csv', '--shop', 'Hill & Moon Tea');
    seller.write('customers.csv', CUSTOMERS);
    const columns = ['customer_name', 'phone', 'email', 'birthday', 'gender'].map((name) => `${name}=${name}`);
    const map = [...columns, 'own:喜好=喜好'].flatMap((column) => ['--map', column]);
    await run('2026-10-30', 'customers', 'import', 'customers.csv', '--country', 'CN', ...map);
    await run(TEASHOP_DAY, 'products', 'import', seller.write('products.csv', PRODUCTS));
    for (const [day, ...line] of SAID) await run(day, ...line);
    await run('2025-01-01', 'play', 'apply', seller.write('plays.toml', PLAYS), '--yes');
    for (const [day, play, who] of DONE) {
      const planned = JSON.parse(await run(day, 'followup', 'plan', '--json')) as Record<
        'id' | 'play' | 'name',
        string
      >[];
      const id = planned.find((task) => task.play === play && task.name === who)?.id;
      if (id === undefined) throw new Error(`no ${play} for ${who} on ${day}`);
      await run(day, 'followup', 'done', id);
    }
    const opened = await openArchive(seller.db, { mode: 'write', wait: 5, key: KEY, dryRun: false });
    if ('problem' in opened) throw new Error(opened.problem);
    return new Teashop(seller, opened.archive);
  }

  /** Another day; the same until the next call. */
  asOf(day: string): void {
    this.population = gather(this.archive, day);
  }

  /** The names of those for whom it holds, sorted. */
  who(where: string): string[] {
    const found = membersWhere(this.archive, compileWhere(this.archive, where, this.population));
    return found.map((customer) => this.#names.get(customer) ?? String(customer)).toSorted();
  }

  close(): void {
    this.archive.close();
    this.#seller.leave();
  }
}
