import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import { shellLine } from '../output/shell-word.ts';
import type { Key } from '../store/database.ts';
import { archiveFlag } from './archive-flag.ts';
import { command, flag } from './command.ts';
import { confirm } from './confirm.ts';
import { copyProblem } from './copy-problem.ts';

export const restore = command({
  path: 'restore <file>',
  summary: { en: 'put a copy in the place of the archive', zh: '用副本替换现有档案' },
  examples: [
    'regulars restore --check /mnt/usb/regulars-2026-11-01.db',
    'regulars restore /mnt/usb/regulars-2026-11-01.db --yes',
  ],
  description: {
    en: 'The copy is checked before anything is touched, and stays where it is. The archive that stood there is kept beside the new one: regulars backup list. Where the copy or the archive is encrypted, or a key is given, the archive is encrypted afterwards. With --check nothing is replaced: the copy is fetched, opened, read from end to end and compared with the archive.',
    zh: '先校验副本，再作改动；副本本身留在原处。原来的档案保留在新档案旁边：regulars backup list。副本或档案已加密，或给出了密钥时，恢复后的档案也是加密的。加 --check 则不替换任何内容：只把副本取来、打开、从头到尾读一遍，并与档案比较。',
  },
  options: {
    check: flag('--check', { en: 'a drill: prove that the copy could be restored', zh: '演练：证明这个副本可以恢复' }),
  },
  async run(context, [file = ''], { check }) {
    const { io, words, archivePath } = context;
    const { backups } = words;
    const copy = resolve(context.folder, file);
    if (check) return await (await import('./restore-drill.ts')).restoreDrill(context, file, copy);
    const { isSameFile } = await import('../store/backup.ts');
    if (isSameFile(copy, archivePath.path)) throw new UsageError(backups.isArchive(file), { code: 'copy_is_archive' });
    const { removeDatabase } = await import('../store/copies.ts');
    const { makeFolder, openArchive } = await import('../store/open.ts');
    const { dirname } = await import('node:path');
    const { fetchCopy, replaceArchive } = await import('../store/restore.ts');
    const { kindIfReadable } = await import('../store/header.ts');
    const wasPlain = kindIfReadable(archivePath.path) === 'ours';
    const key = await keyFor(context, copy);
    const fetched = `${archivePath.path}.${process.pid}.partial`;
    try {
      makeFolder(dirname(archivePath.path));
      const problem = await fetchCopy(copy, fetched, key);
      if (problem) throw copyProblem(problem, file, context);
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
      const { wait, signal } = context;
      const replaced = await replaceArchive(archivePath.path, fetched, { wait, signal, key, now: context.clock() });
      if ('problem' in replaced) throw context.unusable(replaced, archivePath.path);
      const opened = await openArchive(archivePath.path, { mode: 'read', wait, dryRun: false, key });
      if ('problem' in opened) throw context.unusable(opened, archivePath.path);
      const { statusOf } = await import('../archive/status.ts');
      const { orders, last_order: last } = statusOf(opened.archive, '9999-12-31');
      opened.archive.close();
      io.say(backups.restored(archivePath.path, orders, last ?? ''));
      if (!replaced.kept) return undefined;
      io.say(replaced.wasDamaged ? backups.keptDamaged(replaced.kept) : backups.kept(replaced.kept));
      if (key && wasPlain) io.insist(words.keys.keptPlain(replaced.kept));
      return undefined;
    } finally {
      removeDatabase(fetched);
    }
  },
});

/** What the archive will be encrypted with: as the copy, the archive that stands there, or the command line says. */
async function keyFor(context: Context, copy: string): Promise<Key | undefined> {
  const { kindIfReadable } = await import('../store/header.ts');
  const { path } = context.archivePath;
  const [of, there] = [copy, path].map(kindIfReadable);
  if (of === 'encrypted') return await context.keys.of(copy);
  if (there === 'encrypted') {
    const key = await context.keys.of(path);
    // A slip of the fingers must not become the key of what is restored.
    const { recodingDriver } = await import('../store/recode.ts');
    const { tryKey } = await import('../store/try-key.ts');
    const driver = await recodingDriver();
    if ('problem' in driver) throw context.unusable(driver, path);
    if (tryKey(driver, path, key) === 'other_key') throw context.unusable({ problem: 'wrong_key' }, path);
    return key;
  }
  const key = context.keys.given();
  if (key && there === 'ours') throw context.unusable({ problem: 'not_encrypted' }, path);
  return key;
}
