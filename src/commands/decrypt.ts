import { command } from './command.ts';

export const decrypt = command({
  path: 'decrypt',
  summary: 'take the encryption off the archive and the copies beside it',
  examples: ['regulars decrypt', 'regulars decrypt --key-file ~/regulars.key'],
  description: 'Killed at any moment, the archive is as before or decrypted; run it again then.',
  options: {},
  async run(context) {
    const { archiveKind, check, recode, tellCopies } = await import('./recode.ts');
    const { io, words, archivePath, keys } = context;
    const { path } = archivePath;
    if ((await archiveKind(context)) !== 'encrypted') {
      io.say(words.keys.alreadyDecrypted(path));
      return undefined;
    }
    const key = await keys.of(path);
    await check(context, key);
    const converted = await recode(context, key, undefined);
    if (!converted) return undefined;
    io.say(words.keys.decrypted(path));
    tellCopies(context, converted);
    return undefined;
  },
});
