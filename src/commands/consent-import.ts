import type { ConsentStatus } from '../contacts/gate.ts';
import { ExitCode } from '../errors.ts';
import { command, many } from './command.ts';
import { fileRefused } from './file-refused.ts';
import { readingOptions } from './reading-options.ts';

/** Customers told of by number. */
const TOLD = 5;

export const consentImport = command({
  path: 'consent import <file>',
  summary: {
    en: 'note what many customers said of being contacted, by a table',
    zh: '按表格批量记下客户是否愿意被联系',
  },
  examples: [
    'regulars consent import consents.csv',
    'regulars consent import 退订.xlsx -n',
    'regulars consent import - --map status=Subscribed --map date=Since < list.csv',
  ],
  description: {
    en: 'A table with a customer_id, phone or email, a channel (sms, email, phone or all) and a status: granted, refused or unknown, or words such as yes, no, subscribed, unsubscribed, 同意, 拒绝, 退订; and where wanted date, note and proof. A refusal holds like one by hand: only consent set lifts it, no file does. A yes without a date may be old: it holds only where nothing else was said. A row that cannot be taken is named with its line, and the others are taken.',
    zh: '表格需有客户编号、电话或邮箱，渠道（sms、email、phone 或 all，也可写短信、邮件、电话、全部），以及状态：granted、refused、unknown，或同意、拒绝、退订、yes、no、subscribed、unsubscribed 等；可另有日期、备注、凭证。拒绝与手动记下的一样有效：只有 consent set 能解除，任何文件都不能。没有日期的同意可能是旧的：只在没有其他说法时有效。不能处理的行会列出行号和原因，其余照常处理。',
  },
  options: {
    map: many('--map <field=Header>', {
      en: 'which column is which: customer_id, phone, email, channel, status, date, note, proof',
      zh: '说明哪一列是什么：customer_id、phone、email、channel、status、date、note、proof',
    }),
    dateFormat: readingOptions.dateFormat,
  },
  async run(context, [file = ''], options) {
    const { io, words } = context;
    const { contacts, common } = words;
    const { resolve } = await import('node:path');
    const { CONSENT_FIELDS } = await import('../contacts/consents/consent-layout.ts');
    const { readFieldMap } = await import('./field-map.ts');
    const map = readFieldMap(context, options.map, CONSENT_FIELDS);
    const archive = await context.archive('write');
    const { archiveZone } = await import('../measures/queries.ts');
    const { addressIn, customersAt, resolveCustomer } = await import('../customers/resolve.ts');
    const { holdsSeveral } = await import('../values/addresses-in-text.ts');
    const { readConsents } = await import('../contacts/consents/read-consents.ts');
    const { takeConsents } = await import('../contacts/consents/ledger-queries.ts');
    const { loadPhoneMetadata } = await import('../values/phones.ts');
    const { FileRefused } = await import('../ingest/refusal.ts');
    await loadPhoneMetadata();
    const now = Math.floor(context.now().getTime() / 1000);
    const customersOf = (
      field: 'customer_id' | 'phone' | 'email',
      text: string,
      status: ConsentStatus | undefined,
    ): readonly number[] => {
      if (field === 'customer_id' ? !/^#?\d{1,12}$/.test(text) : holdsSeveral(text)) return [];
      if (field !== 'customer_id') {
        const address = addressIn(archive, text);
        // A yes is of whoever has the address as it is written, a no of everybody it is delivered to.
        return address?.kind === field ? customersAt(archive, address, status === 'refused') : [];
      }
      const found = resolveCustomer(archive, text);
      if (found === undefined) return [];
      return typeof found === 'number' ? [found] : found.ambiguous;
    };
    const read = await readConsents(
      file === '-' ? '-' : resolve(context.folder, file),
      { map, dates: options.dateFormat ?? 'ymd', zone: archiveZone(archive), now, customersOf },
      { stdin: io.stdin, signal: context.signal },
    ).catch((error: unknown) => {
      if (!(error instanceof FileRefused)) throw error;
      throw fileRefused(context, file, error, { noHeader: contacts.noConsentHeader });
    });
    const { added, unchanged, outweighed } = takeConsents(archive, read, now);
    io.say(contacts.consentsImported(added, unchanged, read.refused.length));
    if (outweighed.length > 0)
      io.say(
        contacts.outweighed(
          outweighed.length,
          outweighed
            .slice(0, TOLD)
            .map((one) => `#${one}`)
            .join(', '),
        ),
      );
    const { tellRefusedRows } = await import('./refused-rows.ts');
    tellRefusedRows(context, file, read.refused, contacts.consentRefusals);
    if (context.dryRun) io.say(common.nothingChanged);
    return read.refused.length > 0 ? { exitCode: ExitCode.someRefused } : undefined;
  },
});
