import { DataError } from '../errors.ts';
import { shellLine } from '../output/shell-word.ts';
import { archiveFlag } from './archive-flag.ts';
import { command } from './command.ts';

export const customersUndo = command({
  path: 'customers undo <number>',
  summary: { en: 'take back a merge or split, whatever came later', zh: '撤回一次合并或拆分，之后的操作不受影响' },
  examples: ['regulars customers undo 5', 'regulars customers merges'],
  options: {},
  async run(context, [id = '']) {
    const { io, words } = context;
    const archive = await context.archive('write');
    const { undoOverride } = await import('../archive/overrides.ts');
    const { overrideRows } = await import('../customers/override-list-queries.ts');
    const [row] = /^\d{1,12}$/.test(id) ? overrideRows(archive, { override: Number(id) }) : [];
    if (!row)
      throw new DataError(words.overrides.unknownOverride(id), {
        code: 'unknown_override',
        hint: shellLine(['regulars', 'customers', 'merges', ...archiveFlag(context)]),
      });
    if (row.state === 'forgotten')
      throw new DataError(words.overrides.undoForgotten(row.override_id), { code: 'customer_forgotten' });
    const { loadPhoneMetadata } = await import('../values/phones.ts');
    await loadPhoneMetadata();
    const undone = undoOverride(archive, row.override_id, Math.floor(context.now().getTime() / 1000));
    io.say(undone ? words.overrides.undone(undone.customers) : words.overrides.alreadyUndone(row.override_id));
    if (context.dryRun) io.say(words.common.nothingChanged);
    return undefined;
  },
});
