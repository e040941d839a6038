/**
 * The packed program where it may have to live: Node 20, 22 and 24, four time zones, a bare C locale, no home,
 * closed and full streams, a careless umask. Everywhere the same archive and the same outputs.
 *
 *   npm run matrix
 *   NODES=20,24 npm run matrix       some of the releases of Node
 *
 * Each Node comes from the registry as the package `node`; without it, what is here is tried, and that is said.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'regulars-matrix-'));
const say = (line) => process.stdout.write(`${line}\n`);

/** The Node that runs this, with the packages of the project: needs no registry. */
const HERE = 'here';

/** What a seller does in an evening: status expected, words. `%` stands where an output is kept. */
const EVENING = [
  [0, 'ingest', 'ExportOrderList202510311200.csv', 'ExportOrderList202610311200.csv'],
  [0, 'ingest', 'orders_export_1.csv', '--shop', 'Hill & Moon Tea'],
  [0, 'tag', 'add', 'vip', '--segment', 'champions'],
  [0, 'export', 'contacts', '--segment', 'at_risk', '--channel', 'sms', '--kind', 'care', '--out', 'list.csv'],
  [0, 'dump', '--canonical'],
  [0, 'customers', 'list'],
  [0, 'customers', 'show', '淘小茶'],
  [0, 'measures', '--json'],
  [0, 'segment', 'list'],
  [0, 'followup', 'plan', '--days', '7'],
  [0, 'platforms', 'explain', 'orders_export_1.csv'],
  [2, 'segment', 'members', '--where', 'emial = 1'],
];
const ALWAYS = ['--db', 'archive.db', '--as-of', '2026-11-01T10:00', '--lang', 'en'];

/** Environment, and how a shell is to start the program in it. */
const PLACES = {
  'as it comes': {},
  'TZ=UTC': { env: { TZ: 'UTC' } },
  'TZ=Asia/Shanghai': { env: { TZ: 'Asia/Shanghai' } },
  'TZ=America/New_York': { env: { TZ: 'America/New_York' } },
  'TZ=Asia/Kathmandu': { env: { TZ: 'Asia/Kathmandu' } },
  'LANG=C': { env: { LANG: 'C', LC_ALL: 'C' } },
  'LANG=zh_CN.UTF-8': { env: { LANG: 'zh_CN.UTF-8' } },
  'no HOME': { env: { HOME: undefined } },
  'closed stdin': { shell: 'exec "$@" <&-' },
  'umask 000': { shell: 'umask 000; exec "$@"' },
};

/** Streams that take nothing: what the program answers, and that its archive is none the worse. */
const STREAMS = [
  { name: 'closed stdout', shell: 'exec "$@" >&-', args: ['status'], expected: [0, 1] },
  {
    name: 'closed stdout',
    shell: 'exec "$@" >&-',
    args: ['tag', 'add', 'vip', '--segment', 'champions'],
    expected: [0],
  },
  { name: 'closed stderr', shell: 'exec "$@" 2>&-', args: ['customers', 'list'], expected: [0] },
  { name: 'closed stdin', shell: 'exec "$@" <&-', args: ['ingest', '-'], expected: [1] },
  { name: 'full stdout', shell: 'exec "$@" >/dev/full', args: ['dump', '--canonical'], expected: [1] },
  { name: 'full stderr', shell: 'exec "$@" 2>/dev/full', args: ['customers', 'list'], expected: [0] },
  { name: 'a reader that leaves', shell: '"$@" | head -n 1 >/dev/null', args: ['dump', '--canonical'], expected: [0] },
];

function run(command, args, options = {}) {
  const ended = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, ...options });
  if (ended.error) throw ended.error;
  return ended;
}

function must(command, args, options) {
  const { status, stderr } = run(command, args, options);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr.trim().split('\n').at(-1)}`);
}

/** The program installed from its tarball for one Node, and how to start it. */
function install(release, tarball) {
  const place = join(folder, `node-${release}`);
  mkdirSync(place);
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--prefix', place];
  if (release === HERE) {
    const installed = join(place, 'node_modules', 'regulars');
    mkdirSync(installed, { recursive: true });
    must('tar', ['-xzf', tarball, '--strip-components=1', '-C', installed]);
    symlinkSync(join(project, 'node_modules'), join(installed, 'node_modules'));
    return { node: process.execPath, program: installed, driver: join(project, 'node_modules', 'better-sqlite3') };
  }
  // First the Node itself, so that the driver is fetched, or compiled, for the one that is to load it.
  must('npm', ['install', ...quiet, `node@${release}`]);
  const bin = join(place, 'node_modules', 'node', 'bin');
  const env = { ...process.env, PATH: `${bin}:${process.env.PATH}` };
  // Release 12 of the driver is for Node 20, which 13 does not run on.
  must('npm', ['install', ...quiet, tarball, `better-sqlite3@${release < 22 ? 12 : 13}`], { env });
  const modules = join(place, 'node_modules');
  return { node: join(bin, 'node'), program: join(modules, 'regulars'), driver: join(modules, 'better-sqlite3') };
}

function start({ node, program }, { env = {}, shell = 'exec "$@"' }, args, where) {
  const set = { PATH: process.env.PATH, HOME: where, TMPDIR: where, ...env };
  const bare = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));
  return run('sh', ['-c', shell, 'sh', node, join(program, 'bin', 'regulars.js'), ...args], { cwd: where, env: bare });
}

/** Everything the evening prints and leaves, as text; what went wrong, as sentences. */
function evening(installed, place) {
  const where = mkdtempSync(join(folder, 'evening-'));
  cpSync(join(project, 'fixtures', 'teashop'), where, { recursive: true });
  const wrong = [];
  const said = EVENING.map(([expected, ...args]) => {
    const { status, stdout, stderr } = start(installed, place, [...args, ...ALWAYS], where);
    if (status !== expected) wrong.push(`${args.join(' ')}: exit ${status}: ${stderr}`);
    return `$ ${args.join(' ')}\n${stdout}${stderr}`.replaceAll(where, 'FOLDER');
  });
  said.push(readFileSync(join(where, 'list.csv'), 'utf8'));
  for (const name of ['archive.db', 'list.csv'])
    if ((statSync(join(where, name)).mode & 0o077) !== 0) wrong.push(`${name} can be read by others`);
  const left = readdirSync(where).filter((name) => /partial|writer|^regulars-/.test(name));
  if (left.length > 0) wrong.push(`it leaves ${left.join(', ')}`);
  return { where, said, wrong };
}

function streams(installed, where, report) {
  for (const { name, shell, args, expected } of STREAMS) {
    const { status, stderr } = start(installed, { shell }, [...args, ...ALWAYS], where);
    const clean = !/^\s+at |node:internal|Unhandled/m.test(stderr);
    report(`${name}: ${args[0]}`, expected.includes(status) && clean ? [] : [`exit ${status}: ${stderr}`]);
  }
  const { status, stdout } = start(installed, {}, ['dump', '--canonical', ...ALWAYS], where);
  report('the archive after that', status === 0 && stdout !== '' ? [] : [`exit ${status}`]);
}

function matrix() {
  must('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], { cwd: project });
  const tarball = join(
    folder,
    readdirSync(folder).find((name) => name.endsWith('.tgz')),
  );
  let failed = 0;
  let checks = 0;
  let reference;
  const releases = (process.env.NODES ?? '20,22,24').split(',').map(Number);
  for (const release of [...releases, HERE]) {
    // The one that is here only says something where no other could be had.
    if (release === HERE && checks > 0) break;
    let installed;
    try {
      installed = install(release, tarball);
    } catch (error) {
      say(`Node ${release}: NOT TRIED, it could not be installed (${error.message})`);
      continue;
    }
    const version = run(installed.node, ['--version']).stdout.trim();
    const driver = JSON.parse(readFileSync(join(installed.driver, 'package.json'), 'utf8')).version;
    say(`Node ${version} with better-sqlite3 ${driver}, from ${basename(tarball)}`);
    const report = (what, wrong) => {
      checks++;
      if (wrong.length > 0) failed++;
      say(
        `  ${wrong.length === 0 ? 'same' : 'WRONG'}  ${what}${wrong.map((sentence) => `\n    ${sentence}`).join('')}`,
      );
    };
    let last;
    for (const [name, place] of Object.entries(PLACES)) {
      const { where, said, wrong } = evening(installed, place);
      reference ??= said;
      for (const [index, text] of said.entries())
        if (text !== reference[index]) wrong.push(`differs: ${firstDifference(reference[index], text)}`);
      report(name, wrong);
      last = where;
    }
    streams(installed, last, report);
  }
  const print = createHash('sha256')
    .update(reference?.join('') ?? '')
    .digest('hex')
    .slice(0, 16);
  say(`${checks} checks, ${failed} failed; outputs ${print}`);
  return failed === 0 && checks > 0 ? 0 : 1;
}

function firstDifference(wanted, found) {
  const [a, b] = [wanted.split('\n'), found.split('\n')];
  const line = a.findIndex((text, index) => text !== b[index]);
  return `${a[0]}: "${(b[line] ?? '').slice(0, 200)}" for "${(a[line] ?? '').slice(0, 200)}"`;
}

try {
  process.exitCode = matrix();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
