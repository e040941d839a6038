/** A file, a folder and a file system that may not be written to: a sentence, and everything as it was. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { program } from '../helpers/run.ts';
import { type Act, ACTS, type Staged, stage } from './acts.ts';
import { contentOf, copyOf, remove } from './fault.ts';
import { tell } from './figures.ts';

/** Modes say nothing to root, which therefore takes another user's place. */
const NOBODY = 65534;
const asRoot = process.getuid?.() === 0;
const user = asRoot ? { uid: NOBODY, gid: NOBODY } : {};
const reachable =
  process.platform !== 'win32' &&
  spawnSync(process.execPath, [program, '--version'], { ...user, env: {}, cwd: '/' }).status === 0;

async function regulars(folder: string, ...args: string[]) {
  const child = spawn(process.execPath, [program, '--db', 'archive.db', ...args], {
    cwd: folder,
    env: { HOME: folder, TMPDIR: join(folder, 'tmp') },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...user,
  });
  let stderr = '';
  child.stdout.resume();
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { status, stderr };
}

function give(folder: string): void {
  if (!asRoot) return;
  for (const name of ['.', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })])
    chownSync(join(folder, name), NOBODY, NOBODY);
}

const WRITING = [
  ['ingest', 'later.csv', '--shop', 'Hillside'],
  ['tag', 'add', 'vip', '--where', 'number_of_orders >= 1'],
  ['shops', 'edit', 'Hillside', '--cash-on-delivery', 'yes'],
  ['imports', 'undo', '1', '--yes'],
];
const SENTENCE = /^regulars: [^\n]+(\n {2}[^\n]+)*\nhint: [^\n]+\n$/;

describe.skipIf(!reachable)('what may not be written to (needs a user whom modes bind)', () => {
  let staged: Staged;
  const totals = { loops: 0, injected: 0, survived: 0 };
  beforeAll(async () => {
    staged = await stage(ACTS.find(({ name }) => name === 'later ingest') as Act);
  });
  afterAll(() => {
    remove(staged.folder);
    tell({ what: 'read-only', ...totals, note: 'file, folder, both' });
  });

  it.each<[string, (folder: string) => void]>([
    ['the archive', (folder) => chmodSync(join(folder, 'archive.db'), 0o400)],
    ['its folder', (folder) => chmodSync(folder, 0o500)],
    [
      'both',
      (folder) => {
        chmodSync(join(folder, 'archive.db'), 0o400);
        chmodSync(folder, 0o500);
      },
    ],
  ])('is told of: %s', async (_, lock) => {
    for (const args of WRITING) {
      const folder = copyOf(staged.folder);
      give(folder);
      lock(folder);
      const { status, stderr } = await regulars(folder, ...args);
      totals.loops++;
      totals.injected++;
      expect({ args, status }).toEqual({ args, status: 1 });
      expect(stderr, args.join(' ')).toMatch(SENTENCE);
      expect(stderr).toMatch(/cannot be written to|no permission|cannot be opened/);
      chmodSync(folder, 0o700);
      expect(contentOf(join(folder, 'archive.db'))).toBe(staged.before[0]);
      totals.survived++;
      remove(folder);
    }
  });

  it('is read all the same where only the file is', async () => {
    const folder = copyOf(staged.folder);
    give(folder);
    chmodSync(join(folder, 'archive.db'), 0o400);
    expect(await regulars(folder, 'customers', 'list')).toEqual({ status: 0, stderr: '' });
    remove(folder);
  });

  it('is nobody’s business where a killed run left it among temporary files', async () => {
    const folder = copyOf(staged.folder);
    // More than any process has.
    const locked = join(folder, 'tmp', 'regulars-scratch-4194305-abcdef', 'locked');
    mkdirSync(join(locked, 'spooled'), { recursive: true });
    give(folder);
    chmodSync(locked, 0o500);
    expect(await regulars(folder, 'ingest', 'later.csv', '--shop', 'Hillside', '-q')).toMatchObject({ status: 3 });
    chmodSync(locked, 0o700);
    remove(folder);
  });

  it.each(['backup', 'export'])('and %s leaves nothing in such a folder', async (what) => {
    const folder = copyOf(staged.folder);
    const locked = join(folder, 'locked');
    mkdirSync(locked);
    give(folder);
    chmodSync(locked, 0o500);
    const list = ['export', 'contacts', '--where', 'number_of_orders >= 1', '--channel', 'email', '--kind', 'service'];
    const args = what === 'backup' ? ['backup', 'locked/copy.db'] : [...list, '--out', 'locked/list.csv'];
    const { status, stderr } = await regulars(folder, ...args);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^regulars: [^\n]+\n/);
    expect(stderr).not.toContain('unexpected');
    expect(readdirSync(locked)).toEqual([]);
    remove(folder);
  });
});

const trial = mkdtempSync(join(tmpdir(), 'regulars-fault-'));
const mayMount =
  process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', trial]).status === 0;
if (mayMount) spawnSync('umount', [trial]);
remove(trial);

it.skipIf(!mayMount)('a file system that may not be written to is told of (needs the right to mount one)', async () => {
  const staged = await stage(ACTS.find(({ name }) => name === 'later ingest') as Act);
  const folder = mkdtempSync(join(tmpdir(), 'regulars-fault-'));
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', folder]);
  try {
    spawnSync('cp', ['-a', `${staged.folder}/.`, folder]);
    give(folder);
    spawnSync('mount', ['-o', 'remount,ro', folder]);
    for (const args of WRITING) {
      const { status, stderr } = await regulars(folder, ...args);
      expect({ args, status }).toEqual({ args, status: 1 });
      expect(stderr).toMatch(SENTENCE);
    }
    expect(existsSync(join(folder, 'archive.db-writer'))).toBe(false);
  } finally {
    spawnSync('umount', [folder]);
    remove(folder);
    remove(staged.folder);
  }
});
