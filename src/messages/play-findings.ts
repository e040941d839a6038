/** What is wrong with plays, the policy and files of them, or not what it seems. */
import type { PlayFindingName } from '../followups/plays/finding.ts';

interface About {
  /** What stands there. */
  readonly value: string;
  /** The same as a part of a sentence: a text in quotes, without them a list, a table, a number. */
  readonly written: string;
  /** What would fit. */
  readonly about: string;
}
type Sentences = Readonly<Record<PlayFindingName, (of: About) => string>>;

export const en: Sentences = {
  not_toml: () => 'this is no TOML',
  not_plays: () => 'plays are tables of a list: [[play]]',
  not_policy: () => 'the policy is a table: [policy]',
  named_twice: () => 'a play of this name stands in the file already',
  missing: ({ about }) => `is not given${about && `; one of ${about}`}`,
  unknown_key: () => 'means nothing here',
  unknown_word: ({ written, about }) => `${written} is none of ${about}`,
  not_text: ({ value }) => `${value} has to be text in quotes`,
  not_number: ({ written }) => `${written} has to be a number, without quotes`,
  not_whole: ({ value }) => `${value} has to be a whole number`,
  not_yes_no: ({ written }) => `${written} has to be true or false, without quotes`,
  not_list: ({ written }) => `${written} has to be a list in brackets`,
  not_table: ({ written }) => `${written} has to be a table`,
  empty: () => 'is empty',
  too_small: ({ value, about }) => `${value} is too small; at least ${about}`,
  too_big: ({ value, about }) => `${value} is too big; at most ${about}`,
  bad_name: ({ written }) => `${written} cannot name a play: letters, digits, _ and -, at most 40`,
  bad_time: ({ written }) => `${written} is no time of the day as in "09:00"`,
  bad_price: ({ written }) => `${written} is no price as in "0.045"`,
  bad_signature: ({ written }) => `${written} cannot sign: without brackets, at most 30 signs`,
  bad_where: () => 'the condition cannot be read',
  unknown_segment: ({ value }) => `no segment is called ${value}`,
  unknown_festival: ({ value }) => `no festival is called ${value}`,
  no_such_day: ({ value }) => `${value} is no day of any year`,
  channel_twice: ({ value }) => `${value} stands there twice`,
  no_message: ({ value }) => `there is no message for ${value}`,
  no_subject: () => 'an e-mail needs a subject',
  bad_template: () => 'the template cannot be read',
  bad_text: () => 'would be kept back',
  hidden_sign: ({ value }) => `${value} may not stand here: nobody sees it, and it may change what is read`,
  unknown_provider: ({ value, about }) => `"${value}" is none of ${about}`,
  not_of_an_order: () =>
    'service is about an order: this sets off without one, and would pass by what people agreed to',
  hours_end_first: ({ value }) => `there is no time in ${value}`,
  nobody_meant: () => 'nobody is in it today',
  never_sold: ({ value }) => `nothing called ${value} was ever sold`,
  lead_over_supply: ({ value, about }) =>
    `due ${value} days before it runs out, and it lasts ${about}: due when it is bought`,
  paused_throughout: ({ about }) =>
    `never comes: promotion pauses for ${about} days then, longer than it is worth doing`,
  no_room: () => 'never comes: the policy leaves no room for it on any of its channels',
  too_late: ({ about }) => `may come ${about} days after the day`,
  message_of_no_channel: ({ value }) => `${value} is none of its channels`,
  message_never_taken: () => 'never taken: one before it fits whenever this does',
  odd_text: () => 'worth a look',
  no_opt_out: ({ value }) =>
    `promotion by ${value} without how to refuse more of it: the law of most places asks for that`,
};

export const zh: Sentences = {
  not_toml: () => '这不是有效的 TOML',
  not_plays: () => '玩法要写成列表中的表：[[play]]',
  not_policy: () => '联系规则要写成表：[policy]',
  named_twice: () => '文件里已有同名的玩法',
  missing: ({ about }) => `没有写明${about && `；可选：${about}`}`,
  unknown_key: () => '在这里没有意义',
  unknown_word: ({ written, about }) => `${written}不在可选范围：${about}`,
  not_text: ({ value }) => `${value} 必须是引号里的文字`,
  not_number: ({ written }) => `${written}必须是数字，不带引号`,
  not_whole: ({ value }) => `${value} 必须是整数`,
  not_yes_no: ({ written }) => `${written}必须是 true 或 false，不带引号`,
  not_list: ({ written }) => `${written}必须是方括号里的列表`,
  not_table: ({ written }) => `${written}必须是表`,
  empty: () => '是空的',
  too_small: ({ value, about }) => `${value} 太小，至少 ${about}`,
  too_big: ({ value, about }) => `${value} 太大，最多 ${about}`,
  bad_name: ({ written }) => `${written}不能作为玩法名称：只能用文字、数字、_ 和 -，最多 40 个`,
  bad_time: ({ written }) => `${written}不是 "09:00" 这样的时间`,
  bad_price: ({ written }) => `${written}不是 "0.045" 这样的价格`,
  bad_signature: ({ written }) => `${written}不能作签名：不带括号，最多 30 个字符`,
  bad_where: () => '条件无法读懂',
  unknown_segment: ({ value }) => `没有名为 ${value} 的分组`,
  unknown_festival: ({ value }) => `没有名为 ${value} 的节日`,
  no_such_day: ({ value }) => `哪一年都没有 ${value} 这一天`,
  channel_twice: ({ value }) => `${value} 重复了`,
  no_message: ({ value }) => `没有 ${value} 可用的内容`,
  no_subject: () => '邮件需要标题',
  bad_template: () => '模板无法读懂',
  bad_text: () => '不会交出',
  hidden_sign: ({ value }) => `这里不能有 ${value}：看不见，却可能改变读到的内容`,
  unknown_provider: ({ value, about }) => `“${value}”不在可选范围：${about}`,
  not_of_an_order: () => 'service 是关于订单的联系：这里没有订单，会绕过客户的同意',
  hours_end_first: ({ value }) => `${value} 之间没有时间`,
  nobody_meant: () => '今天没有客户符合',
  never_sold: ({ value }) => `从未卖过 ${value}`,
  lead_over_supply: ({ value, about }) => `提前 ${value} 天提醒，而商品只够用 ${about} 天：一买就到期`,
  paused_throughout: ({ about }) => `永远不会发出：此后营销暂停 ${about} 天，比它的有效期还长`,
  no_room: () => '永远不会发出：联系规则在它的所有渠道上都没有留出余地',
  too_late: ({ about }) => `可能在当天之后 ${about} 天才发出`,
  message_of_no_channel: ({ value }) => `${value} 不在它的渠道里`,
  message_never_taken: () => '永远用不到：前面的一条总是先适用',
  odd_text: () => '值得看一看',
  no_opt_out: ({ value }) => `营销内容（${value}）没有写明如何退订：多数地方的法律要求写明`,
};
