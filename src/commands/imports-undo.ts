import { DataError } from '../errors.ts';
import { shellLine } from '../output/shell-word.ts';
import { archiveFlag } from './archive-flag.ts';
import { command } from './command.ts';
import { confirm } from './confirm.ts';

export const importsUndo = command({
  path: 'imports undo <import>',
  summary: { en: 'take an ingested file back out of the archive', zh: '把导入过的文件从档案中撤回' },
  examples: ['regulars imports undo 3 -n', 'regulars imports undo 3 --yes'],
  description: {
    en: 'Orders that another file shows as well stay, as that file shows them. Ingesting the file again brings everything back.',
    zh: '其他文件里也有的订单会保留，以那个文件为准。重新导入该文件即可全部恢复。',
  },
  options: {},
  async run(context, [id = '']) {
    const archive = await context.archive('write');
    const { findImport } = await import('../ingest/facts/import-queries.ts');
    const { undoImport } = await import('../archive/undo.ts');
    const { io, words } = context;
    const { customers } = words;
    const found = findImport(archive, id);
    if (!found)
      throw new DataError(customers.unknownImport(id), { code: 'unknown_import', hint: customers.unknownImportHint });
    if (found.undone_at === null)
      await confirm(context, {
        question: customers.confirmUndo(found.file_name),
        needed: customers.confirmNeeded,
        line: shellLine(['regulars', 'imports', 'undo', id, '--yes', ...archiveFlag(context)]),
      });
    const { loadPhoneMetadata } = await import('../values/phones.ts');
    await loadPhoneMetadata();
    const undone = undoImport(archive, found.import_id, Math.floor(context.now().getTime() / 1000));
    io.say(
      undone
        ? customers.undone(found.file_name, undone.removed + undone.changed, undone.customersRemoved)
        : customers.alreadyUndone(found.import_id),
    );
    if (context.dryRun) io.say(words.common.nothingChanged);
    return undefined;
  },
});
