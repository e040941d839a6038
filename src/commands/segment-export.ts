import { UsageError } from '../errors.ts';
import { command, flag, text } from './command.ts';
import { segmentNamed } from './segment-named.ts';

export const segmentExport = command({
  path: 'segment export [segments...]',
  summary: { en: 'saved segments as a file to keep under git', zh: '把保存的分组写成文件，便于用 git 管理' },
  examples: [
    'regulars segment export > segments.toml',
    "regulars segment export 'fading regulars' --to segments.toml",
    'regulars segment export --to segments.toml --force',
  ],
  description: {
    en: 'TOML: all saved segments by name, or those that are named, with rule and aim as they were written. regulars segment apply reads it.',
    zh: 'TOML 文件：按名称列出全部（或指定的）保存的分组，条件和用途保持原样。用 regulars segment apply 读回。',
  },
  options: {
    to: text('--to <file>', { en: 'write there instead of stdout', zh: '写入该文件，而不是标准输出' }),
    force: flag('--force', { en: 'replace an older file of that name', zh: '替换同名的旧文件' }),
  },
  async run(context, names, { to, force }) {
    const { io, words } = context;
    const archive = await context.archive('read');
    const { savedSegments } = await import('../segments/saved-queries.ts');
    const { writeSegmentFile } = await import('../segments/segment-file.ts');
    const asked = new Set<string>();
    for (const name of names) {
      const found = await segmentNamed(context, archive, name);
      if (found.kind !== 'saved')
        throw new UsageError(words.savedSegments.notExported(found.name), { code: 'built_in_segment' });
      asked.add(found.name);
    }
    const chosen = savedSegments(archive).filter(({ name }) => names.length === 0 || asked.has(name));
    const file = writeSegmentFile(chosen);
    if (to === undefined && chosen.length === 0) io.say(words.savedSegments.noneSaved);
    const { writeText } = await import('../output/write-text.ts');
    const named = { path: to, option: '--to', replace: force, example: 'segments.toml' } as const;
    await writeText(context, file, named, (path) => words.savedSegments.exported(chosen.length, path));
    return undefined;
  },
});
