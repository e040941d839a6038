import { resolve } from 'node:path';
import { DataError } from '../errors.ts';
import { shellLine } from '../output/shell-word.ts';
import { archiveFlag } from './archive-flag.ts';
import { command, text } from './command.ts';

export const rekey = command({
  path: 'rekey',
  summary: { en: 'give the encrypted archive another key', zh: '给已加密的档案换一个密钥' },
  examples: ['regulars rekey', 'regulars rekey --key-file ~/old.key --new-key-file ~/new.key'],
  description: {
    en: 'The copies beside the archive get the new key too; those in other places keep the one they were made with. Killed at any moment, the archive has the one key or the other.',
    zh: '档案旁边的副本也会换成新密钥；别处的副本仍用当初的密钥。无论何时被强行结束，档案的密钥不是旧的就是新的。',
  },
  options: {
    newKeyFile: text('--new-key-file <file>', { en: 'the file that holds the new key', zh: '存有新密钥的文件' }),
  },
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
    const to = await keys.fresh(path, newKeyFile, '--new-key-file');
    if (to.equals(from)) {
      io.say(words.keys.sameKey(path));
      return undefined;
    }
    const converted = await recode(context, from, to);
    if (!converted) return undefined;
    io.say(words.keys.rekeyed(path));
    const now = newKeyFile === undefined ? undefined : resolve(folder, newKeyFile);
    tellCopies(context, converted, { before: keys.file, now });
    return undefined;
  },
});
