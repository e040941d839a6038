import { existsSync } from 'node:fs';
import { command } from './command.ts';

export const segmentFields = command({
  path: 'segment fields [name]',
  summary: { en: 'everything a condition can ask about', zh: '条件中可以使用的全部字段' },
  examples: [
    'regulars segment fields',
    'regulars segment fields number_of_orders',
    'regulars segment fields 购买商品',
    'regulars segment fields --csv',
  ],
  description: {
    en: 'Each with its meaning, an example and how many customers have a value today; one by its name with operators, values, what can be asked of it and its Chinese names.',
    zh: '每个字段附含义、例子和今天有值的客户数；指定名称时还列出运算符、取值、可查询的属性和中文写法。',
  },
  options: {},
  rows: true,
  async run(context, [name]) {
    const { described } = await import('../segments/described.ts');
    const known = await counting();
    if (name !== undefined) {
      const { showField } = await import('./segment-field.ts');
      return showField(context, name, known);
    }
    const { writeTable } = await import('../output/write-table.ts');
    const { meaningOf } = await import('./segment-field.ts');
    const outcome = await writeTable(context, {
      columns: [
        { name: 'name', title: context.words.collections.labels.name, kind: 'text', whole: true },
        { name: 'type', kind: 'text' },
        { name: 'meaning', kind: 'text' },
        { name: 'example', kind: 'text', whenRoom: true },
        { name: 'customers', kind: 'integer' },
      ],
      rows: described.map((one) => [
        one.name,
        context.format === 'table' ? context.words.collections.types[one.type] : one.type,
        meaningOf(context.rowWords, one),
        one.example,
        known?.of(one) ?? null,
      ]),
    });
    if (context.format === 'table') context.io.say(context.words.collections.more('regulars segment fields NAME'));
    return outcome;

    /** Without an archive the language can be read about all the same. */
    async function counting() {
      if (!existsSync(context.archivePath.path)) return undefined;
      const archive = await context.archive('read');
      const { gather } = await import('../measures/gather.ts');
      const { knownOf, knownOwn } = await import('../segments/known-values.ts');
      const population = gather(archive, context.today(archive));
      return {
        of: (one: (typeof described)[number]) => knownOf(archive, population, one),
        own: () => knownOwn(archive, population),
      };
    }
  },
});
