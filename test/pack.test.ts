/** What a seller installs: the packed files, in a folder of their own, away from the sources. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { strippedEnv } from './helpers/run.ts';

const project = fileURLToPath(new URL('..', import.meta.url));
const windows = process.platform === 'win32';
const folder = mkdtempSync(join(tmpdir(), 'regulars-pack-'));
const prefix = join(folder, 'prefix');
const installed = join(prefix, ...(windows ? [] : ['lib']), 'node_modules', 'regulars');

beforeAll(() => {
  npm('pack', '--silent', '--ignore-scripts', '--pack-destination', folder);
  const [tarball = ''] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  // Scripts are off and the driver is copied from the project, because compiling it again takes more than a minute.
  const quick = ['--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'];
  npm('install', '--global', '--prefix', prefix, ...quick, join(folder, tarball));
  const driver = join('node_modules', 'better-sqlite3');
  rmSync(join(installed, driver), { recursive: true, force: true });
  cpSync(join(project, driver), join(installed, driver), {
    recursive: true,
    filter: (path) => !['deps', 'obj', 'obj.target'].includes(basename(path)),
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function npm(...args: readonly string[]): void {
  const { status, stderr, error } = spawnSync('npm', args, { cwd: project, encoding: 'utf8', shell: windows });
  if (status !== 0) throw new Error(`npm ${args.join(' ')}: ${stderr}`, { cause: error });
}

function regulars(...args: readonly string[]) {
  return regularsWith({}, ...args);
}

function regularsWith(env: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const command = windows ? join(prefix, 'regulars.cmd') : join(prefix, 'bin', 'regulars');
  return spawnSync(command, args, {
    cwd: folder,
    env: strippedEnv({ HOME: folder, ...env }),
    encoding: 'utf8',
    shell: windows,
    input: '',
  });
}

test('the packed program tells its version', () => {
  const { stdout, stderr, status } = regulars('--version');
  expect(status, stderr).toBe(0);
  expect(stdout.trim()).toBe(packageJson.version);
});

test('the packed program shows the demo', () => {
  const { stdout, stderr, status } = regulars('demo');
  expect(status, stderr).toBe(0);
  expect(stdout).toContain('regulars ingest');
});

test('the packed program names the package that encryption needs, before it asks for a key', () => {
  writeFileSync(
    join(folder, 'orders.csv'),
    'order_id,order_date,email,order_total\nA-1,2026-05-04,a@example.com,5.00\n',
  );
  const ingest = ['ingest', 'orders.csv', '--timezone', 'UTC', '--currency', 'USD', '--db'];
  expect(regulars(...ingest, 'plain.db')).toMatchObject({ status: 0 });
  const env = { REGULARS_KEY: 'some key or other' };
  for (const args of [
    ['encrypt', '--db', 'plain.db'],
    [...ingest, 'new.db'],
  ])
    expect(regularsWith(env, ...args)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/hint: npm install -g better-sqlite3-multiple-ciphers@1[23]\n$/) as string,
    });
  expect(readdirSync(folder)).not.toContain('new.db');
});

test('the package holds the program and its demo, no tests and no sources', () => {
  const files = readdirSync(installed, { recursive: true, encoding: 'utf8' }).filter(
    (path) => !path.startsWith('node_modules'),
  );
  expect(files).toContain(join('bin', 'regulars.js'));
  expect(files).toContain(join('dist', 'bundle', 'main.js'));
  expect(files).toContain('LICENSE');
  expect(files).toContain('CHANGELOG.md');
  expect(files.filter((path) => path.startsWith(join('fixtures', 'teashop')) && path.endsWith('.csv'))).not.toEqual([]);
  expect(files.filter((path) => /^(?:src|test)\b|\.test\.|\.ts$/.test(path))).toEqual([]);
});
