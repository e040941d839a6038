/**
 * How long a first ingest of 100,000 Shopify lines takes, as ratios to two floors measured beside it:
 * a bare csv-parse pass and `sqlite3 .import`. The file comes from a seeded generator outside the project:
 *
 *   REGULARS_CORPUS=FOLDER npm run bench      FOLDER/perf/gen.mjs makes the file
 *   LINES=20000 RUNS=3 … npm run bench        fewer lines, fewer runs
 *
 * Exits 1 when the ingest takes more than 2.5 times the csv-parse pass, 2 when there is no generator.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LIMIT = 2.5;
const LINES = Number(process.env.LINES ?? 100_000);
const RUNS = Number(process.env.RUNS ?? 7);
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'regulars-bench-'));
const file = join(folder, 'orders.csv');
const truth = join(folder, 'truth.json');

/** Writes the most memory the process held, in KiB, to stderr when it ends. */
const peak = `data:text/javascript,${encodeURIComponent("process.on('exit', () => process.stderr.write(`\\npeak ${process.resourceUsage().maxRSS}\\n`))")}`;
const node = (...args) => ({ command: process.execPath, args: ['--import', peak, ...args] });

/** GNU time tells the same of a program that is not Node. */
const timed = (command, ...args) =>
  existsSync('/usr/bin/time')
    ? { command: '/usr/bin/time', args: ['-f', 'peak %M', command, ...args] }
    : { command, args };

const subjects = [
  {
    name: 'regulars ingest',
    make: (n) =>
      node(
        here('../../bin/regulars.js'),
        'ingest',
        file,
        '--db',
        join(folder, `${n}.db`),
        '--shop',
        'bench',
        '--country',
        'US',
        '--timezone',
        'America/New_York',
        '--json',
      ),
  },
  { name: 'csv-parse pass', make: () => node(here('csv-pass.js'), file) },
  {
    name: 'sqlite3 .import',
    make: (n) => timed('sqlite3', join(folder, `raw-${n}.db`), '.mode csv', `.import ${file} orders`),
  },
].filter(({ name }) => !name.startsWith('sqlite3') || spawnSync('sqlite3', ['--version']).status === 0);

try {
  process.exitCode = await bench();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function bench() {
  const generator = join(process.env.REGULARS_CORPUS ?? '', 'perf', 'gen.mjs');
  if (!process.env.REGULARS_CORPUS || !existsSync(generator)) {
    process.stderr.write('There is no generator: REGULARS_CORPUS=FOLDER npm run bench, with FOLDER/perf/gen.mjs.\n');
    return 2;
  }
  const made = ['--kind', 'shopify', '--rows', String(LINES), '--out', file, '--truth', truth];
  await measure({ command: process.execPath, args: [generator, ...made] });
  const { orders } = JSON.parse(readFileSync(truth, 'utf8'));
  const megabytes = (statSync(file).size / 1e6).toFixed(0);
  process.stdout.write(`${LINES} lines, ${orders} orders, ${megabytes} MB; ${RUNS} interleaved runs, medians\n\n`);

  const runs = [];
  for (let n = 0; n < RUNS; n++) {
    const run = [];
    // Turned about, so that none always follows the same other.
    const turn = n % subjects.length;
    for (const index of subjects.keys()) {
      const at = (index + turn) % subjects.length;
      run[at] = await measure(subjects[at].make(n));
      // What one run left to be written to disk must not slow the next one's last write.
      for (const name of readdirSync(folder)) if (name.includes('.db')) rmSync(join(folder, name));
    }
    const taken = JSON.parse(run[0].stdout).orders.new;
    if (taken !== orders) throw new Error(`${taken} orders taken, not ${orders}`);
    runs.push(run);
  }
  return report(runs);
}

function report(runs) {
  const ratios = subjects.map((_, index) => median(runs.map((run) => run[0].seconds / run[index].seconds)));
  process.stdout.write('                   seconds   peak MB   ingest is … times\n');
  for (const [index, { name }] of subjects.entries()) {
    const seconds = median(runs.map((run) => run[index].seconds)).toFixed(2);
    const memory = median(runs.map((run) => run[index].megabytes));
    const cells = [name.padEnd(17), seconds.padStart(9), (memory > 0 ? memory.toFixed(0) : '-').padStart(9)];
    process.stdout.write(`${cells.join(' ')}   ${index === 0 ? '' : ratios[index].toFixed(2)}\n`);
  }
  const ratio = ratios[1];
  const verdict = ratio <= LIMIT ? 'within' : 'over';
  process.stdout.write(`\n${ratio.toFixed(2)} times the csv-parse pass: ${verdict} the limit of ${LIMIT}\n`);
  return ratio <= LIMIT ? 0 : 1;
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

async function measure({ command, args }) {
  const started = performance.now();
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) child[name].setEncoding('utf8').on('data', (text) => (said[name] += text));
  const status = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ended with ${status}\n${said.stderr}`);
  return { seconds, stdout: said.stdout, megabytes: Number(/^peak (\d+)$/m.exec(said.stderr)?.[1] ?? 0) / 1024 };
}
