import { ExitCode } from '../errors.ts';
import { command, many } from './command.ts';
import { fileRefused } from './file-refused.ts';
import { readingOptions } from './reading-options.ts';

export const tagImport = command({
  path: 'tag import <file>',
  summary: { en: 'put tags on and take them off by a table', zh: '按表格批量加上或去掉标签' },
  examples: [
    'regulars tag import tags.csv',
    'regulars tag import 标签.xlsx -n',
    'regulars tag import - --map tag=Label < list.csv',
  ],
  description: {
    en: 'A table with a customer_id, phone or email, and a tag; and where wanted reason, expires, and action: add (as without one) or remove. Rows are taken in their order. A row that cannot be taken is named with its line, and the others are taken.',
    zh: '表格需有客户编号、电话或邮箱，以及标签；可另有理由、到期、操作：add 加上（默认），remove 去掉。按行的顺序处理。不能处理的行会列出行号和原因，其余照常处理。',
  },
  options: {
    map: many('--map <field=Header>', {
      en: 'which column is which: customer_id, phone, email, tag, reason, expires, action',
      zh: '说明哪一列是什么：customer_id、phone、email、tag、reason、expires、action',
    }),
    dateFormat: readingOptions.dateFormat,
  },
  async run(context, [file = ''], options) {
    const { io, words } = context;
    const { resolve } = await import('node:path');
    const { TAG_FIELDS } = await import('../tags/tag-layout.ts');
    const { readFieldMap } = await import('./field-map.ts');
    const map = readFieldMap(context, options.map, TAG_FIELDS);
    const archive = await context.archive('write');
    const { dayEnd } = await import('../measures/gather.ts');
    const { resolveCustomer } = await import('../customers/resolve.ts');
    const { readTags } = await import('../tags/read-tags.ts');
    const { takeTags } = await import('../tags/queries.ts');
    const { groupOf } = await import('../tags/tag-name.ts');
    const { FileRefused } = await import('../ingest/refusal.ts');
    const asOf = context.today(archive);
    const customerOf = (who: string) => {
      const found = resolveCustomer(archive, who);
      return typeof found === 'object' ? null : found;
    };
    const read = await readTags(
      file === '-' ? '-' : resolve(context.folder, file),
      { map, dates: options.dateFormat ?? 'ymd', asOf, customerOf },
      { stdin: io.stdin, signal: context.signal },
    ).catch((error: unknown) => {
      if (!(error instanceof FileRefused)) throw error;
      throw fileRefused(context, file, error, { noHeader: words.tags.noHeader });
    });
    const { added, removed, unchanged, replaced } = takeTags(archive, read.lines, {
      at: Math.floor(context.now().getTime() / 1000),
      moment: { asOf, until: dayEnd(archive, asOf) },
    });
    io.say(words.tags.imported(added, removed, unchanged, read.refused.length));
    for (const [tag, { count, by }] of replaced) io.say(words.tags.replaced(tag, by, groupOf(by) ?? '', count));
    const { tellRefusedRows } = await import('./refused-rows.ts');
    tellRefusedRows(context, file, read.refused, words.tags.refusals);
    if (context.dryRun) io.say(words.common.nothingChanged);
    return read.refused.length > 0 ? { exitCode: ExitCode.someRefused } : undefined;
  },
});
