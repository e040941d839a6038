import { DataError, ExitCode, UsageError } from '../errors.ts';
import type { Context } from '../context.ts';
import type { ReadResults } from '../contacts/results/read-results.ts';
import { choice, command, many, text } from './command.ts';
import { fileRefused } from './file-refused.ts';
import { readingOptions } from './reading-options.ts';

const TOOL = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,39}$/u;

export const touchesImport = command({
  path: 'touches import <file>',
  summary: { en: 'what other tools tell of messages that were sent', zh: '导入其他工具回报的消息结果' },
  examples: [
    'regulars touches import unsubscribed_members_export_1a2b.csv',
    'regulars touches import 短信回执.xlsx --country CN --kind promotion',
    'regulars touches import report.csv --map email=To --map result=Outcome --tool brevo',
    'regulars touches import spring_unsubscribes.csv --result unsubscribed --date 2026-05-04',
  ],
  description: {
    en: "Reads the audience and bounce files of Mailchimp, profiles of Klaviyo, and any table with an email or phone and a result in usual words: delivered, DELIVRD, hard bounce, 退订, TD, 投诉. At once: where it bounced for good nothing more is sent on that channel; who unsubscribed has refused it, from the file's day; who complained has as well, and is never contacted. A soft bounce or a failed SMS changes nothing. An objection of an address nobody has yet is kept for whoever comes with it. The same file twice changes nothing.",
    zh: '读取 Mailchimp 的受众和退信文件、Klaviyo 的客户文件，以及任何含邮箱或手机号和结果的表格，结果可用常见写法：delivered、DELIVRD、成功、hard bounce、退订、TD、投诉。立即生效：永久退回的地址不再用该渠道；退订即自文件所载时间起拒绝该渠道；投诉者同样拒绝，并且今后不再联系。软退信或短信失败不作改动。还没有客户使用的地址，其退订等也会保留，供以后出现的客户。重复导入没有变化。',
  },
  options: {
    map: many('--map <field=Header>', {
      en: 'which column is which: email, phone, result, bounce_type, date, channel',
      zh: '说明哪一列是什么：email、phone、result、bounce_type、date、channel',
    }),
    result: choice('--result <result>', { en: 'what every row says', zh: '每一行的结果都是它' }, [
      'delivered',
      'bounced',
      'replied',
      'unsubscribed',
      'complained',
    ]),
    channel: choice(
      '--channel <channel>',
      { en: 'of rows that do not say (default: by the address)', zh: '未写明渠道的行（默认按联系方式）' },
      ['sms', 'email', 'phone'],
    ),
    date: text('--date <day>', { en: 'of rows that do not say', zh: '未写明时间的行' }),
    kind: choice(
      '--kind <kind>',
      {
        en: 'note what was delivered as contacts for this, unless a list in use or a play of the day did',
        zh: '把送达的消息记为这种用途的联系（使用期内的名单和当天的玩法已记下的除外）',
      },
      ['service', 'care', 'promotion'],
    ),
    tool: text('--tool <name>', { en: 'which tool tells so', zh: '由哪个工具回报' }),
    country: {
      ...readingOptions.country,
      description: { en: 'country of phones without a country code: CN', zh: '没有国家代码的电话所属的国家，如 CN' },
    },
    timezone: {
      ...readingOptions.timezone,
      description: { en: 'time zone of times in the file', zh: '文件里时间的时区' },
    },
    dateFormat: readingOptions.dateFormat,
  },
  async run(context, [file = ''], options) {
    const { io, words } = context;
    const { resolve } = await import('node:path');
    const { RESULT_FIELDS } = await import('../contacts/results/own-results.ts');
    const { readFieldMap } = await import('./field-map.ts');
    const { checkSettings } = await import('./check-settings.ts');
    const map = readFieldMap(context, options.map, RESULT_FIELDS);
    const { timezone, country, tool } = options;
    checkSettings(context, { timezone, country, currency: undefined });
    if (tool !== undefined && !TOOL.test(tool)) throw new UsageError(words.touches.badTool(tool), { code: 'bad_tool' });
    const { pastDay } = await import('./past-day.ts');
    const archive = await context.archive('write');
    const date = pastDay(context, archive, '--date', options.date);
    const { archiveZone } = await import('../measures/queries.ts');
    const { phonesIn } = await import('../customers/resolve.ts');
    const { readResults } = await import('../contacts/results/read-results.ts');
    const { takeResults } = await import('../contacts/results/take-results.ts');
    const { FileRefused } = await import('../ingest/refusal.ts');
    const { loadPhoneMetadata, readPhone } = await import('../values/phones.ts');
    await loadPhoneMetadata();
    const zone = archiveZone(archive);
    const now = Math.floor(context.now().getTime() / 1000);
    const numbers = (text: string): readonly string[] => {
      if (country === undefined) return phonesIn(archive, text);
      const phone = readPhone(text, country);
      return phone.state === 'usable' ? [phone.value] : [];
    };
    const read = await readResults(
      file === '-' ? '-' : resolve(context.folder, file),
      {
        map,
        every: options.result,
        channel: options.channel,
        date,
        dates: options.dateFormat,
        zone: timezone,
        usualZone: zone,
        latest: now,
        phonesIn: numbers,
      },
      { stdin: io.stdin, signal: context.signal },
    ).catch((error: unknown) => {
      if (!(error instanceof FileRefused)) throw error;
      throw fileRefused(context, file, error, { noHeader: words.touches.noHeader, line: error.detail.line });
    });
    if (read.lines.length + read.refused.length === 0) throw nothingToTake(context, file, read);
    const taken = takeResults(archive, read.lines, { source: tool ?? read.from.tool, now, zone, kind: options.kind });
    tellForm(context, read);
    io.say(words.touches.imported(taken.added, taken.unchanged, read.refused.length));
    const { bounced, unsubscribed, complained } = taken.added;
    if (bounced + unsubscribed + complained > 0) io.say(words.touches.heeded);
    if (taken.strangers > 0) io.say(words.touches.strangers(taken.strangers, taken.keptOut));
    tellPassed(context, read);
    const { term } = await import('../output/term.ts');
    if (options.kind !== undefined) io.say(words.touches.touches(taken.touches, term(words, options.kind)));
    const { tellRefusedRows } = await import('./refused-rows.ts');
    tellRefusedRows(context, file, read.refused, words.touches.refusals);
    if (context.dryRun) io.say(words.common.nothingChanged);
    return read.refused.length > 0 ? { exitCode: ExitCode.someRefused } : undefined;
  },
});

function tellForm({ io, words }: Context, { from: { tool, evidence, layout } }: ReadResults): void {
  if (layout.platform === 'generic') return;
  io.say(words.touches.recognised(tool, layout.name));
  if (evidence === 'recalled') io.warn(words.touches.recalled(tool, layout.name));
}

function tellPassed({ io, words }: Context, { lost, none }: ReadResults): void {
  if (lost > 0) io.say(words.touches.lost(lost));
  if (none > 0) io.say(words.touches.none(none));
}

function nothingToTake(context: Context, file: string, read: ReadResults): DataError {
  tellPassed(context, read);
  const [message, hint] = context.words.touches.nothing(file);
  return new DataError(message, { code: 'no_results', hint, file });
}
