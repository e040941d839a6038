import { command } from './command.ts';

export const decrypt = command({
  path: 'decrypt',
  summary: { en: 'take the encryption off the archive and the copies beside it', zh: '解除档案及旁边副本的加密' },
  examples: ['regulars decrypt', 'regulars decrypt --key-file ~/regulars.key'],
  description: {
    en: 'Killed at any moment, the archive is as before or decrypted; run it again then.',
    zh: '无论何时被强行结束，档案要么和之前一样，要么已经解密；再运行一次即可。',
  },
  options: {},
  async run(context) {
    const { archiveKind, check, recode, recodeCopies, tellCopies } = await import('./recode.ts');
    const { io, words, archivePath, keys } = context;
    const { path } = archivePath;
    if ((await archiveKind(context)) !== 'encrypted') {
      io.say(words.keys.alreadyDecrypted(path));
      if (!context.dryRun) await recodeCopies(context, { from: await keys.given(), to: undefined });
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
