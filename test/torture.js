/**
 * The whole of the fault harness, of which `npm test` runs a share: every fail point, a thousand killed runs,
 * every page by which an archive grows, a full file system, four hundred writers' transactions.
 *
 *   npm run torture
 *   TORTURE_SEED=7 TORTURE_LOOPS=200 npm run torture       other moments, fewer of them
 *
 * Prints what it did beside what was to be reached. Fails where a fault was not survived, and where none was injected.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What was to be reached, and what others measured. */
const GOALS = {
  'fail points': '1 kill at every named fail point; SQLite: crash, out of memory and I/O errors at every point',
  'kill -9 at random':
    '1,000 loops, 0 partial, every one converges; batches instead of one transaction: 59 of 120 partial',
  'max_page_count sweep': 'every growth step, 0 partial, the message says disk full; SQLite alone: 47 full, 0 partial',
  'full tmpfs': 'a 2 MB file system: 0 partial, exit code not 0',
  'read-only': 'a sentence, exit code 1, everything as it was',
  'four writers, two exporters': '400 of 400 transactions; deferred ones lose 53 to 57 in 100',
};

const folder = mkdtempSync(join(tmpdir(), 'regulars-torture-'));
const report = join(folder, 'figures');
writeFileSync(report, '');
const started = performance.now();
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', 'test/faults', '--no-file-parallelism'],
  { stdio: 'inherit', env: { ...process.env, TORTURE: report } },
);
const figures = readFileSync(report, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));
rmSync(folder, { recursive: true });

const say = (line) => process.stdout.write(`${line}\n`);
let injected = 0;
let lost = 0;
for (const [what, goal] of Object.entries(GOALS)) {
  const found = figures.filter((one) => one.what === what);
  if (found.length === 0) {
    say(`${what}: NOT RUN`);
    lost++;
  }
  for (const one of found) {
    injected += one.injected;
    lost += one.loops - one.survived;
    say(`${what}: ${one.loops} runs, ${one.injected} faults injected, ${one.survived} survived (${one.note ?? ''})`);
    say(`  goal: ${goal}`);
  }
}
say(`${injected} faults in ${((performance.now() - started) / 60_000).toFixed(1)} minutes, ${lost} not survived`);
if (injected === 0) say('No fault was injected: this shows nothing.');
process.exitCode = status === 0 && injected > 0 && lost === 0 ? 0 : 1;
