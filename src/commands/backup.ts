import { DataError, UsageError } from '../errors.ts';
import { shellLine } from '../output/shell-word.ts';
import { archiveFlag } from './archive-flag.ts';
import { command, flag } from './command.ts';

export const backup = command({
  path: 'backup [file]',
  summary: { en: 'copy the archive and check the copy', zh: '复制档案并校验副本' },
  examples: ['regulars backup', 'regulars backup /mnt/usb/regulars-2026-11-01.db', 'regulars backup list'],
  description: {
    en: 'Without FILE the copy is kept beside the archive, which helps against mistakes; a copy on another disk helps against a broken one too. In a folder it gets a name with the time. Safe while another command writes. To put a copy back: regulars restore FILE.',
    zh: '不写 FILE 时副本保存在档案旁边，可以防误操作；存到另一块磁盘还能防磁盘损坏。FILE 是文件夹时，文件名为备份时间。其他命令正在写入时也可以放心备份。恢复副本：regulars restore FILE。',
  },
  options: { force: flag('--force', { en: 'replace an older copy of that name', zh: '替换同名的旧副本' }) },
  async run(context, [file], options) {
    const archive = await context.archive('read', { anyVersion: true });
    const { io, words, archivePath, signal } = context;
    if (context.dryRun) {
      io.say(words.common.nothingChanged);
      return undefined;
    }
    const { copyArchive, CopyExists, CopyNameOfArchive, keepCopy } = await import('../store/backup.ts');
    const { nameFor, noteCopy, notePath } = await import('../store/copies.ts');
    const now = context.clock();
    const replace = options.force;
    try {
      const { path, orders, flawed } =
        file === undefined
          ? await keepCopy(archive.db, archivePath.path, 'hand', { now, signal })
          : await copyArchive(archive.db, nameFor(archivePath.path, context.folder, file, now), {
              replace,
              signal,
            });
      io.say(words.backups.taken(path, orders));
      if (flawed) io.insist(words.backups.flawed(shellLine(['regulars', 'doctor', ...archiveFlag(context)])));
      if (file !== undefined && !noteCopy(archivePath.path, path, now))
        io.warn(words.backups.notNoted(notePath(archivePath.path)));
    } catch (error) {
      if (error instanceof CopyNameOfArchive)
        throw new UsageError(words.backups.nameOfArchive(error.message), { code: 'copy_name_of_archive' });
      if (!(error instanceof CopyExists) || file === undefined) throw error;
      throw new DataError(words.common.inTheWay.file(file), {
        code: 'file_exists',
        // Asked for already, it does not help: a link, or the archive itself.
        hint: replace ? undefined : shellLine(['regulars', 'backup', file, '--force', ...archiveFlag(context)]),
        file,
      });
    }
    return undefined;
  },
});
