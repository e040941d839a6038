/** Sentences of follow-ups that are handed over, and of their texts. */
import type { Written } from '../followups/writing/written.ts';
import { some } from './counted.ts';

type NoText = Readonly<Record<'no_message' | 'no_subject', string>> &
  Readonly<Partial<Record<Written['state'], string>>>;

export const en = {
  future: (day: string) => `${day} has not come; only what is due by now is handed over`,
  tooEarly: (day: string, last: string) =>
    `follow-ups were handed over on ${last} already; a plan of ${day} would not know of them`,
  handedOver: (count: number, plays: string) => `${some(count, 'follow-up')}: ${plays}`,
  forTomorrow: (count: number, day: string) => `${count} of them for ${day}: the hours of today are over for them`,
  parts: (parts: number) => some(parts, 'part'),
  partsAt: (parts: number, cost: string, currency: string) => `${some(parts, 'part')} for ${cost} ${currency}`,
  signedByProvider: (signatures: string) =>
    `the provider puts the signature ${signatures} in front; the texts are written without it, and counted with it`,
  heldOut: (count: number) => `${count} held out, to see what comes without it`,
  refused: (count: number, play: string, why: string, id: string) =>
    `${count} kept out of ${play}: ${why} (${count === 1 ? id : `${id} and others`})`,
  textError: (what: string) => `text has an error: ${what}`,
  noText: {
    no_message: 'there is no message for this channel',
    no_subject: 'the e-mail has no subject',
  } satisfies NoText as NoText,
  warned: (count: number, play: string, what: string) => `${play}: ${what} (${some(count, 'text')})`,
  notOneKind: (kinds: string) => `this form is for one kind of message, and these are ${kinds}`,
  notOneKindHint: (plays: string) => `--play with one of ${plays}`,
  formWithoutTexts: 'this form has no place for texts; they are those of the tool it goes to',
  filledIn: (command: string) => `when it is filled in: ${command}`,
  nobodyToPreview: (play: string) => `${play} comes to nobody in the next 30 days; --customer shows it on anybody`,
  ofPreview: '--customer and --limit are of --preview',
  noForm: (channel: string) => `no form of another tool is for ${channel}; leave --as out`,
  fileGone: (list: number, people: number, path: string) =>
    `an earlier run stopped before the file of list ${list} had its name, and it is gone: ${some(people, 'row')} without a file, kept as handed over; it was to be ${path}`,
  takenBack: (list: number, people: number, closed: readonly number[]) =>
    `an earlier run stopped before the file of list ${list} had its name, and since then ${closed.length} of its ${some(people, 'row')} may not be written to any more (${customersNamed(closed)}; regulars consent show ${closed[0]}): the file was removed and is to be made again`,
};

/** Of so many as fit into a sentence. */
const customersNamed = (numbers: readonly number[]) =>
  numbers.length > 10 ? `${numbers.slice(0, 10).join(', ')} …` : numbers.join(', ');

export const zh: typeof en = {
  future: (day) => `${day} 还没有到；只交出到现在为止到期的跟进`,
  tooEarly: (day, last) => `${last} 已经交出过跟进；按 ${day} 计划不会考虑到它们`,
  handedOver: (count, plays) => `共 ${count} 项跟进：${plays}`,
  forTomorrow: (count, day) => `其中 ${count} 项用于 ${day}：今天可联系的时段已过`,
  parts: (parts) => `${parts} 条短信`,
  partsAt: (parts, cost, currency) => `${parts} 条短信，费用 ${cost} ${currency}`,
  signedByProvider: (signatures) => `短信商会在前面加上签名${signatures}；内容里不含签名，条数已计入`,
  heldOut: (count) => `${count} 位留作对照，不联系`,
  refused: (count, play, why, id) => `${play} 有 ${count} 项没有交出：${why}（${count === 1 ? id : `${id} 等`}）`,
  textError: (what) => `文字有错误：${what}`,
  noText: { no_message: '没有这个渠道的消息', no_subject: '邮件没有标题' },
  warned: (count, play, what) => `${play}：${what}（${count} 条）`,
  notOneKind: (kinds) => `这种格式只能用于一种类型的消息，这里有 ${kinds}`,
  notOneKindHint: (plays) => `用 --play 指定其中一个：${plays}`,
  formWithoutTexts: '这种格式没有消息内容；内容由所交付的工具决定',
  filledIn: (command) => `填好之后：${command}`,
  nobodyToPreview: (play) => `今后 30 天内 ${play} 不会联系任何人；用 --customer 可预览任意客户`,
  ofPreview: '--customer 和 --limit 要与 --preview 一起用',
  noForm: (channel) => `没有其他工具的格式适用于 ${channel}；请去掉 --as`,
  fileGone: (list, people, path) =>
    `上次运行中断时，名单 ${list} 的文件还没有改成正式名称，现在已不在了：共 ${people} 行没有文件，但已记为交出；原定为 ${path}`,
  takenBack: (list, people, closed) =>
    `上次运行中断时，名单 ${list} 的文件还没有改成正式名称；此后其中 ${people} 行里有 ${closed.length} 位客户不可再联系（${customersNamed(closed)}；regulars consent show ${closed[0]}）：文件已删除，需重新生成`,
};
