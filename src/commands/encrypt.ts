import { command } from './command.ts';

export const encrypt = command({
  path: 'encrypt',
  summary: { en: 'encrypt the archive and the copies beside it', zh: '加密档案及旁边的副本' },
  examples: ['regulars encrypt', 'regulars encrypt --key-file ~/regulars.key', 'regulars help encryption'],
  description: {
    en: 'The key is in the file, or is typed twice on a terminal. Needs the package better-sqlite3-multiple-ciphers. Killed at any moment, the archive is as before or encrypted; run it again then. A new archive is encrypted from the start where regulars ingest is given a key.',
    zh: '密钥放在文件里，或在终端输入两次。需要软件包 better-sqlite3-multiple-ciphers。无论何时被强行结束，档案要么和之前一样，要么已经加密；再运行一次即可。导入时给出密钥，新建的档案从一开始就是加密的。',
  },
  options: {},
  async run(context) {
    const { archiveKind, check, recode, recodeCopies, tellCopies } = await import('./recode.ts');
    const { io, words, archivePath, keys } = context;
    const { path } = archivePath;
    const files = { before: undefined, now: keys.file };
    if ((await archiveKind(context)) === 'encrypted') {
      const key = await keys.of(path);
      await check(context, key);
      io.say(words.keys.alreadyEncrypted(path));
      if (!context.dryRun) await recodeCopies(context, { from: undefined, to: key }, files);
      return undefined;
    }
    const key = (await keys.given()) ?? (await keys.fresh(path, undefined, '--key-file'));
    const converted = await recode(context, undefined, key);
    if (!converted) return undefined;
    io.say(words.keys.encrypted(path));
    tellCopies(context, converted, files);
    io.say(words.keys.keepSafe);
    io.say(words.keys.traces);
    return undefined;
  },
});
