import { ExitCode, UsageError } from '../errors.ts';
import { choice, command, flag, parsed, text } from './command.ts';
import { formAsked, formOptions } from './form-asked.ts';
import { isAhead } from './is-ahead.ts';
import type { Give } from './handing-over.ts';
import { expiryOf, listOptions } from './list-options.ts';

export const exportContacts = command({
  path: 'export contacts',
  summary: {
    en: 'a contact list for one channel, with nobody on it who must not be',
    zh: '某个渠道的联系名单，不该联系的人不在其中',
  },
  examples: [
    'regulars export contacts --segment at_risk --channel sms --kind care --out call.csv',
    `regulars export contacts --where "value_band = 'vip'" --channel email --kind promotion --holdout 10% --out vip.csv`,
    'regulars export contacts --segment loyal --channel email --kind promotion --only new --out new.csv',
    'regulars export contacts --customer 淘小茶 --channel phone --kind service --json',
  ],
  description: {
    en: 'One row per reachable customer. KIND decides the rule: service and care reach everybody who did not refuse (regulars consent rules says where care needs a yes, as in China by SMS and e-mail); promotion only those who agreed, unless the shop is set to --consent-policy not-refused. Who was left out, and the command that changes it, is printed on stderr. A list with --out is handed over: it is kept who was on it, as having been written to. On stdout it is only looked at, unless --record is given.',
    zh: '每位可联系的客户一行。规则由 KIND 决定：service（订单事务）和 care（关怀）可联系所有没有拒绝的人（有的地方关怀也需同意，如中国的短信和邮件，见 regulars consent rules）；promotion（营销）只联系表示同意的人，除非店铺设为 --consent-policy not-refused。谁没有列入、用什么命令可以改变，会写到标准错误输出。带 --out 的名单视为已交出：会记下名单上有谁，算作联系过一次。写到标准输出只是查看，除非加上 --record。',
  },
  options: {
    ...listOptions,
    only: choice(
      '--only <part>',
      {
        en: 'against the last one handed over of the same list: new, changed or removed people',
        zh: '与上次交出的同一名单相比：new（新增）、changed（有变化）或 removed（已移除）的人',
      },
      ['new', 'changed', 'removed'],
    ),
    ...formOptions,
    for: text('--for <name>', { en: 'who gets the list, to be kept with it', zh: '名单交给谁，一并记下' }),
    expires: parsed(
      '--expires <day>',
      { en: 'the last day it is to be used (default: in 7 days)', zh: '名单最后可用的日期（默认 7 天后）' },
      expiryOf,
    ),
    record: flag('--record', {
      en: 'keep who was on it also where it goes to stdout',
      zh: '写到标准输出时也记为已交出',
    }),
    out: text('-o, --out <file>', { en: 'write there instead of stdout', zh: '写入该文件，而不是标准输出' }),
    force: flag('--force', { en: 'replace an older file of that name', zh: '替换同名的旧文件' }),
  },
  rows: true,
  binary: true,
  async run(context, _, options) {
    const { wayOf } = await import('./made-list.ts');
    const { channel } = wayOf(context, options);
    const kept = options.record || options.out !== undefined;
    if (options.out === '-')
      throw new UsageError(context.words.contacts.outIsDash, { code: 'no_file_name', hint: '--record' });
    if (kept && isAhead(context)) throw new UsageError(context.words.contacts.futureList, { code: 'future_date' });
    if (options.map.length > 0 && options.headerMap === undefined)
      throw new UsageError(context.words.contacts.mapWithoutSample, { code: 'map_without_sample' });
    const archive = await context.archive(kept ? 'write' : 'read');
    const { exportContactList } = await import('./export-contact-list.ts');
    const { mappedRead } = await import('../store/mapped-read.ts');
    const { reportingCurrency } = await import('../measures/queries.ts');
    const workbook = context.binaryFormat === 'xlsx' || /\.xlsx$/i.test(options.out ?? '');
    const as = options.as ?? (workbook ? 'xlsx' : context.binaryFormat);
    const form = await formAsked(
      context,
      { ...options, as },
      {
        channel,
        asOf: context.today(archive),
        currency: reportingCurrency(archive),
        only: options.only,
      },
    );
    const { handingOver } = await import('./handing-over.ts');
    const make = (give?: Give) => exportContactList(context, archive, options, form, give);
    // Everybody is looked at in the same transaction in which it is kept that they were written to.
    const { made, instead } = kept
      ? await handingOver(context, archive, make)
      : { made: await mappedRead(archive, () => make()), instead: undefined };
    await made.tell(instead);
    return instead === undefined ? made.outcome : { exitCode: ExitCode.failed };
  },
});
