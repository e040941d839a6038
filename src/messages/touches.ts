/** Sentences of contacts that were made, and of what other tools tell of them. */
import type { RefusedResult } from '../contacts/results/read-results.ts';
import type { Result } from '../contacts/results/result-export.ts';
import { some } from './counted.ts';
import type { Advice } from './file-problems.ts';

type Counted = Readonly<Record<Result, number>>;

const inEnglish = (added: Counted) =>
  Object.entries(added)
    .filter(([, count]) => count > 0)
    .map(([result, count]) => `${count} ${result}`)
    .join(', ');

const CHINESE: Readonly<Record<Result, string>> = {
  delivered: '送达',
  bounced: '退回',
  replied: '回复',
  unsubscribed: '退订',
  complained: '投诉',
};

export const en = {
  noHeader: (file: string): Advice => [
    `${file}: a table of messages has the columns email or phone, and result; and date and channel where it tells`,
    'name them so, or say which is which: --map result=Header; or what every row of it says: --result unsubscribed',
  ],
  recognised: (tool: string, form: string) => `${tool}, ${form}`,
  recalled: (tool: string, form: string) =>
    `nobody has seen a file of ${tool}, ${form}: look whether it was read as you know it`,
  imported: (added: Counted, unchanged: number, refused: number) =>
    `results: ${inEnglish(added) || 'none new'}; ${unchanged} unchanged, ${refused} refused`,
  heeded:
    'from now on nothing goes by the channel where it bounced or was refused, and nothing at all to whoever complained: regulars suppress list',
  strangers: (count: number, keptOut: number) =>
    `${some(count, 'address', 'addresses')} nobody here has${keptOut > 0 ? `; ${keptOut} of them will not be contacted should somebody come who has them` : ''}`,
  lost: (count: number) => `${count} did not arrive this time; the next may, so nothing changed for them`,
  none: (count: number) => `${some(count, 'row')} of nothing that is kept: sent, opened, subscribed and the like`,
  touches: (count: number, kind: string) => `${some(count, 'contact')} noted: ${kind}`,
  nothing: (file: string): Advice => [
    `${file} tells of no message that was delivered, answered, refused or came back for good`,
    'who is subscribed is taken by regulars customers import',
  ],
  badTool: (text: string) => `"${text}" cannot be a tool: letters, digits, blanks, dots and dashes, at most 40`,
  badDay: (flag: string, text: string) => `${flag} "${text}": this is not a day such as 2026-05-04`,
  notYet: (flag: string, day: string) => `${flag}: ${day} has not come yet`,
  refusals: {
    no_address: 'there is no address here for the channel',
    bad_email: 'this is no whole e-mail address',
    bad_phone: 'this is no whole phone number; --country says of which country',
    which_channel: 'there are an e-mail and a phone: say --channel email or --channel sms',
    bad_channel: 'no channel is called so: email, sms or phone',
    bad_result:
      'nobody knows this word; it is delivered, bounced, replied, unsubscribed or complained, or one that tools use for it',
    no_date: 'nothing says when: --date DAY',
    bad_date: 'this is not a date',
    future_date: 'this has not come yet',
  } satisfies Record<RefusedResult['reason'], string> as Readonly<Record<RefusedResult['reason'], string>>,
};

export const zh: typeof en = {
  noHeader: (file) => [
    `${file}：消息结果表需有邮箱或手机号列，以及结果列；可另有日期和渠道`,
    '请这样命名列，或指明：--map result=列名；或说明每一行的结果：--result unsubscribed',
  ],
  recognised: (tool, form) => `${tool}，${form}`,
  recalled: (tool, form) => `没有人见过 ${tool} 的这种文件（${form}）：请核对读取结果`,
  imported: (added, unchanged, refused) => {
    const said = (Object.keys(CHINESE) as Result[]).flatMap((one) =>
      added[one] > 0 ? [`${CHINESE[one]} ${added[one]}`] : [],
    );
    return `消息结果：${said.join('，') || '没有新增'}；未变 ${unchanged}，拒收 ${refused}`;
  },
  heeded: '退回或退订的渠道今后不再使用，投诉的客户今后不再联系：regulars suppress list',
  strangers: (count, keptOut) =>
    `${count} 个地址不属于任何客户${keptOut > 0 ? `；其中 ${keptOut} 个以后即使有客户使用也不会联系` : ''}`,
  lost: (count) => `${count} 条这次没有送达，下次可能送达，因此未作改动`,
  none: (count) => `${count} 行没有需要保存的内容：已发送、打开、订阅等`,
  touches: (count, kind) => `记下 ${count} 次联系：${kind}`,
  nothing: (file) => [
    `${file} 中没有送达、回复、退订、投诉或永久退回的消息`,
    '订阅名单请用 regulars customers import 导入',
  ],
  badTool: (text) => `“${text}”不能作为工具名：只能有文字、数字、空格、点和横线，最多 40 个字符`,
  badDay: (flag, text) => `${flag}“${text}”：这不是日期，应如 2026-05-04`,
  notYet: (flag, day) => `${flag}：${day} 还没有到`,
  refusals: {
    no_address: '没有该渠道的联系方式',
    bad_email: '不是完整的邮箱地址',
    bad_phone: '不是完整的电话号码；可用 --country 指明国家',
    which_channel: '同时有邮箱和电话：请指明 --channel email 或 --channel sms',
    bad_channel: '没有这个渠道；可用 email、sms、phone',
    bad_result: '不认识这个词；结果是送达、退回、回复、退订、投诉，或各工具的常用写法',
    no_date: '没有写明时间：--date 日期',
    bad_date: '这不是日期',
    future_date: '这个时间还没有到',
  },
};
