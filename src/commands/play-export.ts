import { command, flag, text } from './command.ts';
import { requirePlay } from './play-named.ts';

export const playExport = command({
  path: 'play export [plays...]',
  summary: { en: 'plays as a file to change and keep under git', zh: '把玩法写成文件，便于修改和用 git 管理' },
  examples: [
    'regulars play export > plays.toml',
    'regulars play export second_order_7 --to mine.toml',
    'regulars play export --to plays.toml --force',
  ],
  description: {
    en: 'TOML: the policy of how much contact is enough and every play, or the plays that are named. regulars play apply reads it; regulars help plays tells every key.',
    zh: 'TOML 文件：联系规则（多少联系算够）和全部玩法，或指定的玩法。用 regulars play apply 读回；每一项的写法见 regulars help plays。',
  },
  options: {
    to: text('--to <file>', { en: 'write there instead of stdout', zh: '写入该文件，而不是标准输出' }),
    force: flag('--force', { en: 'replace an older file of that name', zh: '替换同名的旧文件' }),
  },
  async run(context, names, { to, force }) {
    const { words } = context;
    const archive = await context.archive('read');
    const { playKey, playsOf } = await import('../followups/plays/play-queries.ts');
    const { policyOf } = await import('../followups/policy-queries.ts');
    const { writePlayFile } = await import('../followups/plays/write-play-file.ts');
    const { shippedWords } = await import('./play-words.ts');
    const asked = new Set<string>();
    for (const name of names) asked.add(playKey((await requirePlay(context, archive, name)).name));
    const chosen = playsOf(archive, context.today(archive)).filter(
      ({ name }) => names.length === 0 || asked.has(playKey(name)),
    );
    const file = writePlayFile(
      names.length === 0 ? policyOf(archive) : undefined,
      chosen.map((play) => ({ play, remark: shippedWords(words, play)?.summary })),
    );
    const { writeText } = await import('../output/write-text.ts');
    const named = { path: to, option: '--to', replace: force, example: 'plays.toml' } as const;
    await writeText(context, file, named, (path) => words.plays.exported(chosen.length, path));
    return undefined;
  },
});
