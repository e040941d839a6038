import { UsageError } from '../errors.ts';
import { command, flag } from './command.ts';

export const dump = command({
  path: 'dump',
  summary: {
    en: 'print the whole content of the archive, one JSON line a fact',
    zh: '输出档案的全部内容，每条事实一行 JSON',
  },
  examples: [
    'regulars dump --canonical | sha256sum',
    'diff <(regulars dump --canonical --db a.db) <(regulars dump --canonical --db b.db)',
  ],
  description: {
    en: 'In natural keys and total order, without internal numbers and import times: two archives are the same when their dumps are.',
    zh: '不含内部编号和导入时间，顺序固定：两个档案的输出相同，内容就相同。',
  },
  options: { canonical: flag('--canonical', { en: 'the form made for comparing', zh: '便于比较的形式' }) },
  async run(context, _, options) {
    if (!options.canonical)
      throw new UsageError(context.words.customers.dumpHow, { code: 'usage', hint: 'regulars dump --canonical' });
    const archive = await context.archive('read');
    const { canonicalDump } = await import('../archive/dump.ts');
    let piece = '';
    for (const line of canonicalDump(archive)) {
      piece += `${line}\n`;
      if (piece.length < 1 << 16) continue;
      await context.io.write(piece);
      piece = '';
    }
    await context.io.write(piece);
    return undefined;
  },
});
