import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Context } from '../context.ts';
import type { CarriedOver } from '../archive/carry-over.ts';
import type { SpokenKind } from '../archive/dump.ts';
import type { Status } from '../archive/status.ts';
import { UsageError } from '../errors.ts';
import { shellLine } from '../output/shell-word.ts';
import type { Key } from '../store/database.ts';
import type { Replaced } from '../store/restore.ts';
import { archiveFlag, keyFlagOf } from './archive-flag.ts';
import { command, flag } from './command.ts';
import { confirm } from './confirm.ts';
import { copyProblem } from './copy-problem.ts';
import { keyFor } from './restore-key.ts';

export const restore = command({
  path: 'restore <file>',
  summary: { en: 'put a copy in the place of the archive', zh: '用副本替换现有档案' },
  examples: [
    'regulars restore --check /mnt/usb/regulars-2026-11-01.db',
    'regulars restore /mnt/usb/regulars-2026-11-01.db --yes',
  ],
  description: {
    en: 'The copy is checked before anything is touched, and stays where it is. The archive that stood there is kept beside the new one (regulars backup list), its suppressions and refusals of contact come along, and what else was said since the copy is counted. Where the copy or the archive is encrypted, or a key is given, the archive is encrypted afterwards. With --check nothing is replaced: the copy is fetched, opened, read from end to end and compared with the archive.',
    zh: '先校验副本，再作改动；副本本身留在原处。原来的档案保留在新档案旁边（regulars backup list）；其中的禁止联系名单和拒绝联系的记录会一并带过来，副本之后的其他手动记录会列出条数。副本或档案已加密，或给出了密钥时，恢复后的档案也是加密的。加 --check 则不替换任何内容：只把副本取来、打开、从头到尾读一遍，并与档案比较。',
  },
  options: {
    check: flag('--check', { en: 'a drill: prove that the copy could be restored', zh: '演练：证明这个副本可以恢复' }),
  },
  async run(context, [file = ''], { check }) {
    const { io, words, archivePath } = context;
    const { backups } = words;
    const copy = resolve(context.folder, file);
    if (check) return await (await import('./restore-drill.ts')).restoreDrill(context, file, copy);
    const { halfOf, isSameFile, removeDatabase } = await import('../store/copies.ts');
    if (isSameFile(copy, archivePath.path)) throw new UsageError(backups.isArchive(file), { code: 'copy_is_archive' });
    const { makeFolder } = await import('../store/open.ts');
    const { dirname } = await import('node:path');
    const { fetchCopy } = await import('../store/fetch.ts');
    const { kindIfReadable } = await import('../store/header.ts');
    const wasPlain = kindIfReadable(archivePath.path) === 'ours';
    const key = await keyFor(context, file, copy);
    const fetched = halfOf(archivePath.path);
    try {
      makeFolder(dirname(archivePath.path));
      const proved = await fetchCopy(copy, fetched, { key, signal: context.signal });
      if ('problem' in proved) throw copyProblem(proved, file, context);
      if (existsSync(archivePath.path))
        await confirm(context, {
          question: backups.confirm(archivePath.path),
          needed: backups.confirmNeeded(archivePath.path),
          line: shellLine(['regulars', 'restore', file, '--yes', ...archiveFlag(context)]),
        });
      if (context.dryRun) {
        io.say(words.common.nothingChanged);
        return undefined;
      }
      const { replaced, carried, again } = await replace(context, { copy, fetched, key });
      const { orders, last_order: last } = await figuresNow(context, key);
      io.say(backups.restored(archivePath.path, orders, last ?? ''));
      if (proved.migrated) io.say(words.store.migrated(proved.migrated.from, proved.migrated.to, copy));
      if (proved.flawed) io.insist(backups.flawed(shellLine(['regulars', 'doctor', ...archiveFlag(context)])));
      if (!replaced.kept) return undefined;
      io.say(replaced.wasDamaged ? backups.keptDamaged(replaced.kept) : backups.kept(replaced.kept));
      if (key && wasPlain) io.insist(words.keys.keptPlain(replaced.kept));
      if (again > 0) io.say(words.rights.restored(again));
      tellCarried(context, carried, replaced.kept);
      return undefined;
    } finally {
      removeDatabase(fetched);
    }
  },
});

interface Replacing {
  readonly copy: string;
  readonly fetched: string;
  readonly key: Key | undefined;
}

/** `carried` is undefined where nothing of what stood there could be read; `again` is how many customers were forgotten since the copy. */
async function replace(
  { archivePath: { path }, wait, signal, clock, unusable }: Context,
  { copy, fetched, key }: Replacing,
): Promise<{ readonly replaced: Replaced; readonly carried: CarriedOver | undefined; readonly again: number }> {
  const { carryOver } = await import('../archive/carry-over.ts');
  const { eraseAgain } = await import('../rights/erase-again.ts');
  const { copyAsArchive } = await import('../store/rewrite-copy.ts');
  const { loadPhoneMetadata } = await import('../values/phones.ts');
  const { databaseOpener } = await import('../store/database.ts');
  const { replaceArchive } = await import('../store/restore.ts');
  const open = await databaseOpener(key);
  if ('problem' in open) throw unusable(open, path);
  let carried: CarriedOver | undefined;
  let again = 0;
  const now = Math.floor(clock().getTime() / 1000);
  await loadPhoneMetadata();
  const save = (before: Parameters<typeof carryOver>[0]): void => {
    const after = open(fetched);
    try {
      carried = carryOver(before, after);
      again = eraseAgain(before, copyAsArchive(after, fetched, key !== undefined), now);
    } finally {
      after.close();
    }
  };
  const replaced = await replaceArchive(path, fetched, { wait, signal, key, copy, now: clock(), save });
  if ('problem' in replaced) throw unusable(replaced, path);
  return { replaced, carried, again };
}

async function figuresNow({ archivePath: { path }, wait, unusable }: Context, key: Key | undefined): Promise<Status> {
  const { statusOf } = await import('../archive/status.ts');
  const { openArchive } = await import('../store/open.ts');
  const opened = await openArchive(path, { mode: 'read', wait, dryRun: false, key });
  if ('problem' in opened) throw unusable(opened, path);
  try {
    return statusOf(opened.archive, '9999-12-31');
  } finally {
    opened.archive.close();
  }
}

/** Also with --quiet, what was said since the copy and is not in it. */
function tellCarried(context: Context, carried: CarriedOver | undefined, kept: string): void {
  const { io } = context;
  const { backups } = context.words;
  if (!carried?.complete) io.insist(backups.notCarried);
  if (!carried) return;
  if (carried.suppressions + carried.refusals > 0) io.say(backups.carried(carried.suppressions, carried.refusals));
  for (const [kind, count] of carried.left) {
    const line = shellLine([
      'regulars',
      ...(SHOWN_BY[kind] ?? ['dump', '--canonical']),
      '--db',
      kept,
      ...keyFlagOf(kept, context),
    ]);
    io.insist(backups.left[kind](count, line));
  }
}

const SHOWN_BY: Readonly<Partial<Record<SpokenKind, readonly string[]>>> = {
  shop: ['shops', 'list'],
  tag: ['tag', 'list'],
  tag_group: ['tag', 'group'],
  tag_follow: ['tag', 'follow'],
  level: ['levels', 'list'],
  point_rule: ['points', 'rules'],
  play: ['play', 'list'],
  segment: ['segment', 'list'],
  snapshot: ['segment', 'snapshot', '--list'],
  suppression: ['suppress', 'list'],
  touch: ['touches', 'list'],
  contact_list: ['export', 'list'],
  result: ['touches', 'list'],
};
