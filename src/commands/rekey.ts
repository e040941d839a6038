import { resolve } from 'node:path';
import { DataError } from '../errors.ts';
import { shellLine } from '../output/shell-word.ts';
import { archiveFlag } from './archive-flag.ts';
import { command, text } from './command.ts';

export const rekey = command({
  path: 'rekey',
  summary: 'give the encrypted archive another key',
  examples: ['regulars rekey', 'regulars rekey --key-file ~/old.key --new-key-file ~/new.key'],
  description:
    'The copies beside the archive get the new key too; those in other places keep the one they were made with. Killed at any moment, the archive has the one key or the other.',
  options: { newKeyFile: text('--new-key-file <file>', 'the file that holds the new key') },
  async run(context, _, { newKeyFile }) {
    const { archiveKind, check, recode, tellCopies } = await import('./recode.ts');
    const { io, words, archivePath, keys, folder } = context;
    const { path } = archivePath;
    if ((await archiveKind(context)) !== 'encrypted')
      throw new DataError(words.keys.nothingToRekey(path), {
        code: 'not_encrypted',
        hint: shellLine(['regulars', 'encrypt', ...archiveFlag(context)]),
      });
    const from = await keys.of(path);
    await check(context, from);
    const converted = await recode(context, from, await keys.fresh(path, newKeyFile, '--new-key-file'));
    if (!converted) return undefined;
    io.say(words.keys.rekeyed(path));
    tellCopies(context, converted, newKeyFile === undefined ? undefined : resolve(folder, newKeyFile));
    return undefined;
  },
});
