import { DataError } from '../errors.ts';
import { command, flag } from './command.ts';

export const backup = command({
  path: 'backup <file>',
  summary: 'copy the archive to a file and check the copy',
  examples: ['regulars backup ~/regulars-2026-11-01.db', 'regulars backup /mnt/usb/regulars.db --force'],
  description: 'Safe while another command writes. To use a copy: regulars --db FILE status.',
  options: { force: flag('--force', 'replace an older copy of that name') },
  async run(context, [file = ''], options) {
    const archive = await context.archive('read');
    const { resolve } = await import('node:path');
    const { copyArchive, CopyExists } = await import('../store/backup.ts');
    const { common, customers } = context.words;
    const path = resolve(context.folder, file);
    if (context.dryRun) {
      context.io.say(common.nothingChanged);
      return undefined;
    }
    try {
      const copied = copyArchive(archive.db, path, { replace: options.force });
      context.io.say(customers.backedUp(copied.path, copied.orders));
    } catch (error) {
      if (!(error instanceof CopyExists)) throw error;
      throw new DataError(common.fileExists(file), {
        code: 'file_exists',
        hint: `regulars backup ${file} --force`,
        file,
      });
    }
    return undefined;
  },
});
