/**
 * How long a whole ingest takes, as ratios to a floor measured beside it in turns, and how much memory:
 *
 *   REGULARS_CORPUS=FOLDER npm run bench                     FOLDER/perf/gen.mjs makes the files
 *   ONLY=shopify LINES=100000 RUNS=7 … npm run bench          one subject, fewer lines, more runs
 *
 * Subjects: shopify (1,000,000 lines), taobao (GB18030), workbook, overlap (an export again of which nine
 * tenths are known), memory (five million lines, once), card (one customer of 200,000, over the program's bare start),
 * segments (the questions of questions.js to 1,000,000 orders, against the sqlite3 shell; QUESTIONS=05,19 for some),
 * agreement (both back ends of the segment language on 100,000 random queries), lists (100,000 contacts of that world,
 * against the plain read of the same columns), followups (a plan of thirty days by ten plays for that world). Exits 1
 * when one is over its limit, 2 when there is no generator.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cards } from './card.js';
import { generate, overlapping } from './files.js';
import { measure, median } from './measure.js';
import { AS_OF, makeSegmentWorld } from './segment-world.js';
import { followups } from './followups.js';
import { lists } from './lists.js';
import { questions } from './segments.js';

const RUNS = Number(process.env.RUNS ?? 3);
const lines = (usual) => Number(process.env.LINES ?? usual);
const MEGABYTES = 300;
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const generator = join(process.env.REGULARS_CORPUS ?? '', 'perf', 'gen.mjs');
const folder = mkdtempSync(join(tmpdir(), 'regulars-bench-'));
const SHOPIFY = ['--shop', 'bench', '--country', 'US', '--timezone', 'America/New_York', '--currency', 'EUR'];
const WORKBOOK = Object.entries({
  order_id: '订单号',
  order_date: '下单时间',
  status: '订单状态',
  account: '买家昵称',
  customer_name: '收货人',
  phone: '手机号',
  sku: '商品编码',
  item: '商品名称',
  quantity: '数量',
  unit_price: '单价',
  order_total: '订单实付',
}).flatMap(([field, header]) => ['--map', `${field}=${header}`]);

const ingest = (file, db, ...flags) =>
  measure(here('../../bin/regulars.js'), 'ingest', file, '--db', join(folder, db), ...flags, '--json', '-q');

const subjects = {
  async shopify() {
    const file = await generate(generator, folder, 'shopify', lines(1_000_000));
    const pair = [() => ingest(file, 'a.db', ...SHOPIFY), () => measure(here('csv-pass.js'), file)];
    return await ratio('shopify', file, pair, 'a bare csv-parse pass', 1.5);
  },
  async taobao() {
    const file = await generate(generator, folder, 'taobao', lines(300_000));
    const pair = [() => ingest(file, 'a.db', '--shop', 'bench'), () => measure(here('csv-pass.js'), file, 'gb18030')];
    return await ratio('taobao', file, pair, 'a bare csv-parse pass', 1.5);
  },
  async workbook() {
    const file = await generate(generator, folder, 'xlsx', lines(100_000));
    const flags = ['--timezone', 'Asia/Shanghai', '--currency', 'CNY', '--country', 'CN', ...WORKBOOK];
    const pair = [() => ingest(file, 'a.db', ...flags), () => measure(here('workbook-pass.js'), file)];
    return await ratio('workbook', file, pair, 'hucre alone', 1.3);
  },
  async overlap() {
    const rows = lines(1_000_000);
    const { older, newer } = await overlapping(await generate(generator, folder, 'shopify', rows), rows);
    let n = 0;
    const again = async () => {
      const { stdout } = await ingest(older, `known-${++n}.db`, ...SHOPIFY);
      const known = JSON.parse(stdout).orders.new;
      // What it left to be written to disk is no part of the second.
      spawnSync('sync');
      const second = await ingest(newer, `known-${n}.db`, ...SHOPIFY);
      const { unchanged } = JSON.parse(second.stdout).orders;
      if (unchanged < known * 0.85) throw new Error(`only ${unchanged} of ${known} orders were known`);
      return second;
    };
    const pair = [again, () => ingest(newer, `first-${++n}.db`, ...SHOPIFY)];
    return await ratio('overlap', newer, pair, 'the first ingest of the same file', 0.7);
  },
  async memory() {
    const file = await generate(generator, folder, 'shopify', lines(5_000_000));
    const { seconds, megabytes } = await ingest(file, 'a.db', ...SHOPIFY);
    return say('memory', file, [`${seconds.toFixed(1)} s`], megabytes, true);
  },
  async card() {
    const file = await generate(generator, folder, 'shopify', lines(1_030_000));
    const { stdout } = await ingest(file, 'a.db', ...SHOPIFY);
    const { orders, customers } = JSON.parse(stdout);
    const db = join(folder, 'a.db');
    const size = (statSync(db).size / 1e6).toFixed(0);
    process.stdout.write(`card      ${customers.new} customers, ${orders.new} orders, ${size} MB\n`);
    return await cards(here('../../bin/regulars.js'), db, RUNS * 3, (line) =>
      process.stdout.write(`card      ${line}`),
    );
  },
  async segments() {
    const db = join(folder, 'a.db');
    await makeSegmentWorld(db);
    const program = here('../../bin/regulars.js');
    // The first one works out what is kept for the others.
    await measure(program, 'customers', 'list', '--limit', '1', '--as-of', AS_OF, '--db', db, '-q', '--csv');
    process.stdout.write(`segments  ${(statSync(db).size / 1e6).toFixed(0)} MB\n`);
    return await questions(program, db, RUNS, (line) => process.stdout.write(`segments  ${line}`));
  },
  async lists() {
    const db = join(folder, 'l.db');
    await makeSegmentWorld(db);
    return await lists(here('../../bin/regulars.js'), db, RUNS, (line) => process.stdout.write(`lists     ${line}`));
  },
  async followups() {
    const db = join(folder, 'f.db');
    await makeSegmentWorld(db);
    const program = here('../../bin/regulars.js');
    // What is kept of the measures is there for all of them.
    await measure(program, 'segment', 'members', 'vip', '--as-of', AS_OF, '--db', db, '-q');
    return await followups(program, db, RUNS, (line) => process.stdout.write(`followups ${line}`));
  },
  async agreement() {
    const cases = process.env.CASES ?? '100000';
    const vitest = here('../../node_modules/vitest/vitest.mjs');
    const { status } = spawnSync(process.execPath, [vitest, 'run', 'test/segments/agreement.test.ts'], {
      cwd: here('../..'),
      env: { ...process.env, CASES: cases },
      stdio: 'inherit',
    });
    process.stdout.write(`agreement ${cases} queries: ${status === 0 ? 'both agree' : 'they DIFFER'}\n`);
    return status === 0;
  },
};

try {
  process.exitCode = await bench();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function bench() {
  if (!process.env.REGULARS_CORPUS || !existsSync(generator)) {
    process.stderr.write('There is no generator: REGULARS_CORPUS=FOLDER npm run bench, with FOLDER/perf/gen.mjs.\n');
    return 2;
  }
  const wanted = process.env.ONLY?.split(',') ?? Object.keys(subjects);
  let within = true;
  for (const name of wanted) {
    within = (await subjects[name]()) && within;
    for (const file of readdirSync(folder)) rmSync(join(folder, file));
  }
  return within ? 0 : 1;
}

/** Interleaved runs of an ingest and its floor, turned about, so that neither always follows the other. */
async function ratio(name, file, pair, floor, limit) {
  const runs = [];
  for (let n = 0; n < RUNS; n++) {
    const run = [];
    for (const index of n % 2 === 0 ? [0, 1] : [1, 0]) {
      run[index] = await pair[index]();
      // What one run left to be written to disk must not slow the next one's last write.
      for (const left of readdirSync(folder)) if (left.includes('.db')) rmSync(join(folder, left));
    }
    runs.push(run);
  }
  const of = (index, what) => median(runs.map((run) => run[index][what]));
  const found = median(runs.map(([ours, theirs]) => ours.seconds / theirs.seconds));
  const figures = [
    `${of(0, 'seconds').toFixed(2)} s`,
    `${floor} ${of(1, 'seconds').toFixed(2)} s, ${of(1, 'megabytes').toFixed(0)} MB`,
    `${found.toFixed(2)} times it, at most ${limit}`,
  ];
  return say(name, file, figures, of(0, 'megabytes'), found <= limit);
}

function say(name, file, figures, megabytes, within) {
  const size = (statSync(file).size / 1e6).toFixed(0);
  const light = name === 'workbook' || megabytes <= MEGABYTES;
  const verdict = within && light ? 'within the limits' : 'OVER';
  process.stdout.write(
    `${name.padEnd(9)} ${size} MB; ${figures.join('; ')}; peak ${megabytes.toFixed(0)} MB, at most ${MEGABYTES}: ${verdict}\n`,
  );
  return within && light;
}
