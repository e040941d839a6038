/** A disk that is full: at every page that SQLite would add, and for the whole program on a file system of its own. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Act, ACTS, type Staged, stage, undisturbed } from './acts.ts';
import { copyOf, filesIn, remove, runWith } from './fault.ts';
import { each, everything, first, share, tell } from './figures.ts';
import { verdict } from './verdict.ts';

const PAGE = 8192;
const FULL = { mode: 'full', removing: false } as const;
const acts = first(['first ingest', 'later ingest', 'migration'], 1).map(
  (name) => ACTS.find((act) => act.name === name) as Act,
);
const pagesOf = (folder: string) =>
  Math.ceil((statSync(join(folder, 'archive.db'), { throwIfNoEntry: false })?.size ?? 0) / PAGE);

/** How many pages the archive has when the act is done. */
async function pagesDone(act: Staged): Promise<number> {
  const folder = copyOf(act.folder);
  await undisturbed(folder, act.args, act.fault);
  const pages = pagesOf(folder);
  remove(folder);
  return pages;
}

describe.skipIf(process.platform === 'win32')('an archive that cannot grow', () => {
  const totals = { loops: 0, injected: 0, survived: 0 };
  afterAll(() => tell({ what: 'max_page_count sweep', ...totals, note: 'every page by which the archive grows' }));

  it.each(acts)('in: $name', { timeout: everything ? 600_000 : 60_000 }, async (act) => {
    const staged = await stage(act);
    const [from, to] = [pagesOf(staged.folder), await pagesDone(staged)];
    const wrong: string[] = [];
    let full = 0;
    const sizes = Array.from({ length: to - from + 1 }, (_, grown) => from + grown).filter((pages) => pages > 0);
    await each(share(sizes, 3), async (pages) => {
      const folder = copyOf(staged.folder);
      const ended = await runWith({ ...act.fault, pages }, folder, act.args);
      totals.loops++;
      if (ended.status !== 0 && ended.status !== 3) full++;
      const found = await verdict(staged, folder, ended, FULL);
      if (found.wrong.length === 0) totals.survived++;
      wrong.push(...found.wrong.map((sentence) => `${pages} pages: ${sentence}`));
      remove(folder);
    });
    remove(staged.folder);
    totals.injected += full;
    expect(wrong).toEqual([]);
    expect(full).toBeGreaterThan(0);
  });
});

/** A small file system at a folder, where the machine lets us. */
function mount(folder: string, kilobytes: number): boolean {
  mkdirSync(folder, { recursive: true });
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder]).status === 0;
}
const unmount = (folder: string) => spawnSync('umount', [folder]);

const trial = mkdtempSync(join(tmpdir(), 'regulars-fault-'));
const mayMount = process.platform === 'linux' && mount(trial, 64);
if (mayMount) unmount(trial);
remove(trial);

/** Acts, and how much room there is beyond what they begin with, in KiB. */
const ROOM = [0, 8, 16, 32, 64, 96, 128, 192, 256, 384, 512, 640, 768, 1024];
const CROWDED = first(
  ['later ingest', 'export', 'first ingest', 'ingest of a pipe', 'undo', 'migration', 'backup', 'restore'],
  2,
);

describe.skipIf(!mayMount)('a file system that is full (needs the right to mount one)', () => {
  const totals = { loops: 0, injected: 0, survived: 0 };
  afterAll(() => tell({ what: 'full tmpfs', ...totals, note: `${ROOM.length} sizes` }));

  it.each(ACTS.filter(({ name }) => CROWDED.includes(name)))('in: $name', { timeout: 120_000 }, async (act) => {
    const staged = await stage(act);
    const wrong: string[] = [];
    let full = 0;
    const needed = filesIn(staged.folder).reduce(
      (sum, name) => sum + Math.ceil(statSync(join(staged.folder, name)).size / 4096) * 4 + 4,
      0,
    );
    await each(share(ROOM, 2), async (room) => {
      const folder = mkdtempSync(join(tmpdir(), 'regulars-fault-'));
      expect(mount(folder, needed + room)).toBe(true);
      try {
        cpSync(staged.folder, folder, { recursive: true });
        const ended = await runWith(act.fault?.migrations ? act.fault : undefined, folder, act.args);
        totals.loops++;
        if (ended.status !== 0 && ended.status !== 3) full++;
        // What was done there is judged where there is room again.
        spawnSync('mount', ['-o', 'remount,size=64m', folder]);
        const found = await verdict(staged, folder, ended, FULL);
        if (found.wrong.length === 0) totals.survived++;
        wrong.push(...found.wrong.map((sentence) => `${room} KiB: ${sentence}`));
      } finally {
        unmount(folder);
        remove(folder);
      }
    });
    remove(staged.folder);
    totals.injected += full;
    expect(wrong).toEqual([]);
    expect(full).toBeGreaterThan(0);
  });
});

it.skipIf(mayMount)('tells that no file system may be mounted here', () => {
  tell({ what: 'full tmpfs', loops: 0, injected: 0, survived: 0, note: 'not run: no right to mount a file system' });
});

describe.skipIf(process.platform !== 'linux')('an output that takes nothing', () => {
  it('is told of, and is no success', { timeout: 60_000 }, async () => {
    const staged = await stage(ACTS.find(({ name }) => name === 'later ingest') as Act);
    for (const args of ['dump --canonical', 'customers list', 'status --json', 'query "SELECT * FROM orders_view"']) {
      const command = `exec "$NODE" "$PROGRAM" --db archive.db ${args} > /dev/full`;
      const { NODE, PROGRAM } = { NODE: process.execPath, PROGRAM: join(import.meta.dirname, '../../bin/regulars.js') };
      const { status, stderr } = spawnSync('sh', ['-c', command], {
        cwd: staged.folder,
        env: { ...process.env, NODE, PROGRAM },
        encoding: 'utf8',
      });
      expect({ args, status }).toEqual({ args, status: 1 });
      expect(stderr).toContain('ENOSPC');
    }
    remove(staged.folder);
  });
});
