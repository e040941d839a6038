/** Sentences around what is said of a customer by hand. */
import type { EditField } from '../customers/edit-fields.ts';

export const en = {
  fields: {
    name: 'name',
    birthday: 'birthday',
    gender: 'gender',
    language: 'language',
    channel: 'preferred channel',
    every: 'at most one contact in',
  } satisfies Record<EditField, string> as Readonly<Record<EditField, string>>,
  takes: {
    name: 'a name of at most 100 characters',
    birthday: 'a day that has been, 1990-05-20, or 05-20 where the year is not known',
    gender: 'female, male or other',
    language: 'the code of a language: en, zh-CN, pt-BR',
    channel: 'sms, email, phone, wechat, post or parcel',
    every: 'a time between two contacts: 60d, 8w, 2m or 1y',
  } satisfies Record<EditField, string> as Readonly<Record<EditField, string>>,
  bad: (option: string, value: string, takes: string) => `${option} cannot be "${value}"; it takes ${takes}`,
  neverHint: (line: string) => `for somebody who wants to hear nothing: ${line}`,
  badOwn: (text: string) => `"${text}" is not of the form FIELD=VALUE, as in tea=green`,
  hasOption: (name: string) => `${name} is not a field of your own: it has the option --${name}`,
  unknownField: (field: string, known: string) => `there is no field "${field}" to clear; there are ${known}`,
  twice: (field: string) => `${field} is given twice`,
  nothingGiven: 'say what to change: --name, --birthday, --gender, --language, --channel, --every, --set or --clear',
  changed: (name: string, said: string) => `${name}: ${said}`,
  unchanged: (name: string) => `${name}: known before; nothing changed`,
  set: (field: string, value: string) => `${field} ${value}`,
  cleared: (field: string) => `${field} cleared`,
  days: (days: number) => `${days} ${days === 1 ? 'day' : 'days'}`,
};

export const zh: typeof en = {
  fields: {
    name: '姓名',
    birthday: '生日',
    gender: '性别',
    language: '语言',
    channel: '首选渠道',
    every: '联系间隔至少',
  },
  takes: {
    name: '不超过 100 个字符的姓名',
    birthday: '已过的日期 1990-05-20；不知道年份时写 05-20',
    gender: 'female（女）、male（男）或 other（其他）',
    language: '语言代码：en、zh-CN、pt-BR',
    channel: 'sms（短信）、email（邮件）、phone（电话）、wechat（微信）、post（邮寄）或 parcel（随包裹）',
    every: '两次联系之间的时间：60d、8w、2m 或 1y',
  },
  bad: (option, value, takes) => `${option} 不能是“${value}”；可用：${takes}`,
  neverHint: (line) => `如果客户不想再收到任何消息：${line}`,
  badOwn: (text) => `“${text}”不是“字段=值”的形式，例如 tea=green`,
  hasOption: (name) => `${name} 不是自定义字段：请用选项 --${name}`,
  unknownField: (field, known) => `没有可清除的字段“${field}”；现有：${known}`,
  twice: (field) => `${field} 给了两次`,
  nothingGiven: '请指明要修改什么：--name、--birthday、--gender、--language、--channel、--every、--set 或 --clear',
  changed: (name, said) => `${name}：${said}`,
  unchanged: (name) => `${name}：原本如此，未作改动`,
  set: (field, value) => `${field} ${value}`,
  cleared: (field) => `已清除${field}`,
  days: (days) => `${days} 天`,
};
