import { ExitCode } from '../errors.ts';
import { command, many } from './command.ts';
import { fileRefused } from './file-refused.ts';
import { suppressing } from './suppressing.ts';

export const suppressImport = command({
  path: 'suppress import <file>',
  summary: { en: 'never contact whoever is in a list or a table', zh: '今后不再联系名单或表格中的人' },
  examples: [
    'regulars suppress import unsubscribed.txt',
    'regulars suppress import 投诉.xlsx -n',
    'regulars suppress import - --map email=Address < bounced.csv',
  ],
  description: {
    en: 'One e-mail, phone or domain (@example.com) on a line, or a table with columns of email, phone, domain or customer_id, and reason. Of a row with several of them each is suppressed. What was suppressed before stays as it is. What cannot be read is named with its line, and the rest is taken.',
    zh: '每行一个邮箱、电话或域名（@example.com），或含 email、phone、domain、customer_id 列及 reason（理由）列的表格。一行中有几项的，每一项都禁止联系。原已禁止的保持不变。读不懂的会列出行号和原因，其余照常处理。',
  },
  options: {
    map: many('--map <field=Header>', {
      en: 'which column is which: customer_id, phone, email, domain, reason',
      zh: '说明哪一列是什么：customer_id、phone、email、domain、reason',
    }),
  },
  async run(context, [file = ''], options) {
    const { io, words } = context;
    const { contacts, common } = words;
    const { resolve } = await import('node:path');
    const { SUPPRESSION_FIELDS } = await import('../contacts/suppressions/suppression-layout.ts');
    const { readFieldMap } = await import('./field-map.ts');
    const map = readFieldMap(context, options.map, SUPPRESSION_FIELDS);
    const archive = await context.archive('write');
    const { addSuppression } = await import('../contacts/queries.ts');
    const { readSuppressions } = await import('../contacts/suppressions/read-suppressions.ts');
    const { FileRefused } = await import('../ingest/refusal.ts');
    const { read, kept } = await suppressing(archive);
    const found = await readSuppressions(
      file === '-' ? '-' : resolve(context.folder, file),
      { map, read },
      { stdin: io.stdin, signal: context.signal },
    ).catch((error: unknown) => {
      if (!(error instanceof FileRefused)) throw error;
      throw fileRefused(context, file, error, { noHeader: contacts.noSuppressionHeader });
    });
    const at = Math.floor(context.now().getTime() / 1000);
    const added = archive.write(() =>
      found.lines.reduce((sum, { what: named, reason }) => {
        const { what, hint } = kept(named);
        return sum + Number(addSuppression(archive, what, { hint, reason, at }));
      }, 0),
    );
    io.say(contacts.suppressionsImported(added, found.lines.length - added, found.refused.length));
    const { tellRefusedRows } = await import('./refused-rows.ts');
    tellRefusedRows(context, file, found.refused, contacts.suppressionRefusals);
    if (context.dryRun) io.say(common.nothingChanged);
    return found.refused.length > 0 ? { exitCode: ExitCode.someRefused } : undefined;
  },
});
