import { ExitCode, UsageError } from '../errors.ts';
import { choice, command, flag, text } from './command.ts';
import { isAhead } from './is-ahead.ts';

export const followupHandover = command({
  path: 'followup handover',
  summary: {
    en: 'what is due by one channel, with its texts, as a file to send from',
    zh: '把某个渠道当天到期的跟进连同内容写成文件，供发送',
  },
  examples: [
    'regulars followup handover --channel sms --to sms.csv -n',
    'regulars followup handover --channel sms --to "sms-$(date +%F).csv"',
    'regulars followup handover --channel phone --to calls.xlsx --for Lily',
    'regulars followup handover --channel email --play win_back --as mailchimp --to win-back.csv',
  ],
  description: {
    en: 'Everybody is looked at in the same transaction in which it is kept that they were written to: a second run hands over what is new since. What was due on days without a run, and has not expired, comes now; for whoever may not be contacted any more today, what is due by tomorrow. Texts with an error stay out and are told of (exit 3); others have their places. A list of phone, wechat or parcel has outcome, note and until_day to fill in for regulars followup import. Nothing due: no file, no word, exit 0.',
    zh: '检查每位客户与记下已联系在同一个事务里完成：再次运行只交出新到期的。没有运行的日子里到期而未过期的，这次一并交出；当天可联系的时段已过的客户，交出到明天为止到期的。内容有错误的不交出，会说明（退出码 3），名额让给其他跟进。phone、wechat 和 parcel 的清单有 outcome、note 和 until_day 三列，填好后用 regulars followup import 导入。没有到期的：不写文件，不出声，退出码 0。',
  },
  options: {
    channel: {
      ...choice(
        '--channel <channel>',
        {
          en: 'sms, email, phone, wechat (by hand) or parcel (put to an order)',
          zh: 'sms（短信）、email（邮件）、phone（电话）、wechat（微信，手动）或 parcel（随包裹）',
        },
        ['sms', 'email', 'phone', 'wechat', 'parcel'],
      ),
      required: true,
    },
    to: {
      ...text('--to <file>', { en: 'write there; .xlsx is a workbook', zh: '写入该文件；.xlsx 为工作簿' }),
      required: true,
    },
    play: text('--play <name>', { en: 'those of one play alone', zh: '只要一个玩法的' }),
    for: text('--for <name>', { en: 'who gets the file, to be kept with it', zh: '文件交给谁，一并记下' }),
    as: text('--as <format>', {
      en: 'as another tool takes it, without texts; see regulars export formats',
      zh: '按其他工具的格式（不含内容），见 regulars export formats',
    }),
    force: flag('--force', { en: 'replace an older file of that name', zh: '替换同名的旧文件' }),
  },
  rows: true,
  binary: true,
  async run(context, _, { channel, to, ...options }) {
    if (channel === undefined || to === undefined) throw new Error('required options are there');
    const archive = await context.archive('write');
    const { handovers } = context.words;
    const day = context.today(archive);
    if (isAhead(context)) throw new UsageError(handovers.future(day), { code: 'future_date' });
    const { handOverFollowups } = await import('./hand-over-followups.ts');
    const { handingOver } = await import('./handing-over.ts');
    const asked = { ...options, channel, to };
    const { made, instead } = await handingOver(context, archive, (give) =>
      handOverFollowups(context, archive, asked, give),
    );
    made.tell(instead);
    return instead === undefined ? made.outcome : { exitCode: ExitCode.failed };
  },
});
