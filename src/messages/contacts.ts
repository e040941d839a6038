/** Sentences of consent, suppression and contact lists. */
import type { LeftOutReason } from '../contacts/contact-list.ts';
import type { RefusedConsent } from '../contacts/consents/read-consents.ts';
import type { RefusedSuppression } from '../contacts/suppressions/read-suppressions.ts';
import { some } from './counted.ts';
import type { Advice } from './file-problems.ts';

const people = (count: number) => some(count, 'customer');

export const en = {
  consentSet: (name: string, channel: string, status: string) => `${name}: ${channel} ${status}`,
  consentKnown: (name: string, channel: string, status: string) =>
    `${name}: ${channel} ${status} was noted of that moment before; nothing changed`,
  notSaidYet: (day: string) => `${day} has not come yet: what is noted has been said`,
  consentsImported: (added: number, unchanged: number, refused: number) =>
    `consents: ${added} noted, ${unchanged} unchanged, ${refused} refused`,
  outweighed: (count: number, some: string) =>
    `a yes of ${people(count)} does not hold (${some}): a refusal or a later word does; regulars consent show WHO --history`,
  noConsentHeader: (file: string): Advice => [
    `${file}: a table of consents has the columns customer_id, phone or email, and channel and status`,
    'name them so, or say which is which: --map status=Header',
  ],
  consentRefusals: {
    no_customer: 'no customer is named here',
    unknown_customer: 'no customer answers to this; an address alone is kept out by regulars suppress',
    several_customers: 'several customers answer to this: name one by customer_id',
    bad_channel: 'this is no channel; there are sms, email, phone and all',
    bad_status: 'this is neither granted, refused nor unknown, nor a word for one of them',
    bad_day: 'this is not a day; its order is told by --date-format',
    future_day: 'this day has not come yet',
  } satisfies Record<RefusedConsent['reason'], string> as Readonly<Record<RefusedConsent['reason'], string>>,
  badChannel: (channel: string) => `no channel is called "${channel}"; there are sms, email and phone`,
  badStatus: (status: string) => `consent cannot be "${status}"; it is granted, refused or unknown`,
  badPlace: (place: string, known: string) =>
    `"${place}" is no place; there are ${known}, and countries by their two letters`,
  placeAsksMore: (country: string, channels: string, place: string) =>
    `in ${country} promotion by ${channels} needs a yes, unless you have another ground: regulars consent rules ${place}`,
  suppressed: (hint: string) => `${hint} will never be contacted`,
  domainSuppressed: (hint: string, count: number) =>
    `nobody with an address ${hint} will be written to by e-mail; ${people(count)} ${count === 1 ? 'has' : 'have'} one now`,
  whoOrDomain: 'say whom: an address, @example.com or a customer; or --domain example.com',
  badDomain: (text: string) => `"${text}" is no domain of mailboxes, such as example.com`,
  suppressionsImported: (added: number, known: number, refused: number) =>
    `suppressions: ${added} new, ${known} known, ${refused} refused`,
  noSuppressionHeader: (file: string): Advice => [
    `${file}: neither an address on each line, nor a table with a column of email, phone, domain or customer_id`,
    'name the columns so, or say which is which: --map email=Header',
  ],
  suppressionRefusals: {
    nothing_named: 'nobody is named here',
    bad_email: 'this is no e-mail address',
    bad_phone: 'this is no phone number; write it with its country: +86 …',
    bad_domain: 'this is no domain of mailboxes, such as example.com',
    bad_address: 'this is neither an e-mail address nor a phone number nor a domain such as @example.com',
    unknown_customer: 'no customer has this number',
  } satisfies Record<RefusedSuppression['reason'], string> as Readonly<Record<RefusedSuppression['reason'], string>>,
  alreadySuppressed: (hint: string) => `${hint} was suppressed before; nothing changed`,
  lifted: (id: number) => `suppression ${id} lifted`,
  unknownSuppression: (id: string) => `there is no suppression ${id} in force`,
  rows: (count: number, channel: string, kind: string) => `${people(count)} for ${channel}, ${kind}`,
  leftOut: (count: number) => `left out: ${count}`,
  reasons: {
    suppressed: (count: number) => `${count} suppressed`,
    no_address: (count: number) => `${count} without a usable address`,
    refused: (count: number) => `${count} refused`,
    service_only: (count: number, shops: readonly string[]) =>
      `${count} known only from marketplaces that allow messages about orders alone${shops.length > 0 ? ` (${shops.join(', ')})` : ''}`,
    no_consent: (count: number) => `${count} never agreed to promotions`,
    care_is_promotion: (count: number) => `${count} never agreed, and care counts as promotion where they live`,
    same_address: (count: number) => `${count} share the address of another customer on the list`,
    same_household: (count: number) => `${count} live where another customer on the list does`,
    beyond_limit: (count: number) => `${count} come after the others`,
  } as Readonly<Record<LeftOutReason, (count: number, shops: readonly string[]) => string>>,
  changes: {
    suppressed: () => 'regulars suppress list',
    no_address: (channel: string) =>
      channel === 'sms'
        ? "regulars customers list --where 'customer_phone IS NULL'; --channel phone also reaches landlines"
        : `regulars customers list --where 'customer_${channel === 'email' ? 'email' : 'phone'} IS NULL'`,
    refused: () => 'regulars consent show WHO',
    service_only: () => 'regulars shops edit SHOP --contact-policy any, where its rules allow more',
    no_consent: (channel: string) =>
      `regulars consent set WHO ${channel} granted, or regulars shops edit SHOP --consent-policy not-refused`,
    care_is_promotion: (channel: string) => `regulars consent set WHO ${channel} granted; why: regulars consent rules`,
    same_address: () => 'regulars customers explain WHO',
    same_household: () => 'without --household they are on it',
    beyond_limit: () => 'a greater --limit, or another --priority',
  } as Readonly<Record<LeftOutReason, (channel: string) => string>>,
  channelAndKind: 'say how and what for: --channel sms|email|phone and --kind service|care|promotion',
  written: (path: string) => `written to ${path}`,
  named: (list: number, path: string) =>
    `an earlier run stopped before the file of list ${list} had its name: it is ${path} now`,
  notNamed: (list: number, path: string, file: string, code: string) =>
    `the file of list ${list} cannot be called ${path} (${code}): until it can, it is ${file}`,
  nameTaken: (path: string, file: string) =>
    `${path} was taken meanwhile and left as it was; what was to be there is ${file}`,
  recorded: (list: number, known: boolean) =>
    known ? `the same as list ${list}, handed over today already; nothing was added` : `handed over as list ${list}`,
  onlyLookedAt: 'only looked at, and not kept as handed over: --out FILE or --record does that',
  part: {
    new: (count: number, listed: number, known: boolean) =>
      known ? `${people(count)} new of ${listed} on the list` : `${people(count)}: no such list was handed over before`,
    changed: (count: number, listed: number) => `${people(count)} changed of ${listed} on the list`,
    removed: (count: number) => `${people(count)} no longer on the list; without an address where none may be used`,
  },
  notByChannel: (format: string, channel: string, channels: string) =>
    `${format} takes nobody by ${channel}; it is for ${channels}`,
  columnsFixed: (format: string) => `the columns of ${format} are what the tool takes; --columns is for the plain list`,
  noFormat: (name: string, names: string) => `no form of list is called "${name}"; there are ${names}`,
  mapWrong: (pair: string) => `"${pair}" is no --map; write FIELD=HEADER`,
  mapWithoutSample: '--map is for --header-map SAMPLE',
  futureConsent: 'nothing was said yet on a day to come',
  futureList: 'a list cannot be handed over on a day to come',
  expiredList: (day: string) => `--expires ${day} is before the day of the list`,
  mapHint: '--map FIELD=HEADER says what fills a column; --map =HEADER leaves it empty',
  removedPlain: (format: string) =>
    `what ${format} is given comes in: whoever is to be taken off is told in a plain list`,
  noTerminal: (format: string) => `${format} is no text to be shown on a terminal`,
  outIsDash:
    '"-" is no name of a file; without --out the list goes to stdout, and with --record it is kept there as handed over',
  noLists: 'no list was handed over yet; regulars export contacts … --out FILE does that',
  whyList: {
    head: (name: string, number: number, on: boolean, channel: string, kind: string) =>
      `${name}  #${number} ${on ? 'is on the list' : 'is not on the list'}: ${channel}, ${kind}`,
    rules: {
      chosen: 'chosen',
      suppressed: 'not suppressed',
      no_address: 'usable address',
      refused: 'not refused',
      service_only: 'allowed by the marketplaces',
      no_consent: 'agreed to promotions',
      care_is_promotion: 'agreed to care, where it is promotion',
      same_address: 'own address',
      same_household: 'first of the household',
      beyond_limit: 'within the limit',
      held_out: 'not held out',
    } as Readonly<Record<LeftOutReason | 'chosen' | 'held_out', string>>,
    yes: 'yes',
    no: 'no',
    named: 'asked for by name',
    suppressedBy: (hint: string, reason: string | null, day: string) =>
      `${hint} since ${day}${reason === null ? '' : `: ${reason}`}`,
    address: (address: string, orders: number) =>
      orders === 0 ? `${address}, from a file of customers` : `${address}, on ${some(orders, 'order')}, none on more`,
    consent: (status: string, source: string, day: string) => `${status} (${source}, ${day})`,
    marketplaces: (shops: string) => `${shops}: messages about orders alone`,
    policy: (policy: string): string =>
      policy === 'granted'
        ? 'their shop takes a yes, and there is none'
        : 'their shop writes to all who did not refuse',
    instead: (number: number) => `customer ${number} comes first at the same address`,
    heldOut: 'held out, so that what writing brings can be seen',
  },
  heldOut: (count: number) => `held out, not written to: ${count}`,
  nobodyHeldOut:
    'nobody is held out: whoever was on a list of these people before stays on it; --where or --segment of others makes another list',
  visible: (change: string, base: string, days: number) =>
    `of ${base}% who buy within ${days} days, a change of less than about ${change} points could not be told from chance`,
  holdoutWrong: (value: string) => `"${value}" is no share to hold out; write 10% or 2.5%`,
  expiryWrong: (value: string) => `"${value}" is no day; write 2026-12-31`,
};

export const zh: typeof en = {
  consentSet: (name, channel, status) => `${name}：${channel} ${status}`,
  consentKnown: (name, channel, status) => `${name}：${channel} ${status} 之前已按同一时间记下，未作改动`,
  notSaidYet: (day) => `${day} 还没有到：只能记下已经说过的话`,
  consentsImported: (added, unchanged, refused) => `许可：记下 ${added} 条，未变 ${unchanged} 条，拒收 ${refused} 条`,
  outweighed: (count, some) =>
    `${count} 位客户的同意未生效（${some}）：以拒绝或更晚的说法为准；regulars consent show 客户 --history`,
  noConsentHeader: (file) => [
    `${file}：许可表需有 customer_id、phone 或 email 列，以及 channel 和 status 列`,
    '请这样命名，或说明哪一列是什么：--map status=表头',
  ],
  consentRefusals: {
    no_customer: '这一行没有写明客户',
    unknown_customer: '没有客户与之对应；只想禁止某个联系方式可用 regulars suppress',
    several_customers: '有多位客户与之对应：请用 customer_id 指明一位',
    bad_channel: '没有这个渠道；可用 sms、email、phone、all',
    bad_status: '不是 granted、refused、unknown，也不是表示它们的词',
    bad_day: '不是日期；日期顺序可用 --date-format 说明',
    future_day: '这一天还没有到',
  },
  badChannel: (channel) => `没有“${channel}”这个渠道；可用 sms、email、phone`,
  badStatus: (status) => `许可不能是“${status}”；可用 granted（同意）、refused（拒绝）、unknown（未知）`,
  badPlace: (place, known) => `没有“${place}”这个地区；可用 ${known}，或两个字母的国家代码`,
  placeAsksMore: (country, channels, place) =>
    `在 ${country}，通过 ${channels} 发送营销信息需要同意，除非另有依据：regulars consent rules ${place}`,
  suppressed: (hint) => `今后不会再联系 ${hint}`,
  domainSuppressed: (hint, count) => `今后不再给邮箱为 ${hint} 的任何人发邮件；目前有 ${count} 位客户`,
  whoOrDomain: '请指明对象：联系方式、@example.com 或客户；或用 --domain example.com',
  badDomain: (text) => `“${text}”不是邮箱域名（如 example.com）`,
  suppressionsImported: (added, known, refused) => `禁止联系：新增 ${added} 条，已有 ${known} 条，拒收 ${refused} 条`,
  noSuppressionHeader: (file) => [
    `${file}：既不是每行一个联系方式，也不是含 email、phone、domain 或 customer_id 列的表格`,
    '请这样命名，或说明哪一列是什么：--map email=表头',
  ],
  suppressionRefusals: {
    nothing_named: '这一行没有写明对象',
    bad_email: '不是邮箱地址',
    bad_phone: '不是电话号码；请带上国家代码：+86 …',
    bad_domain: '不是邮箱域名（如 example.com）',
    bad_address: '既不是邮箱、电话，也不是 @example.com 这样的域名',
    unknown_customer: '没有这个编号的客户',
  },
  alreadySuppressed: (hint) => `${hint} 已在禁止联系名单中，未作改动`,
  lifted: (id) => `已解除禁止联系 ${id}`,
  unknownSuppression: (id) => `没有生效中的禁止联系 ${id}`,
  rows: (count, channel, kind) => `${count} 位客户，渠道 ${channel}，用途 ${kind}`,
  leftOut: (count) => `未列入 ${count} 位`,
  reasons: {
    suppressed: (count) => `${count} 位禁止联系`,
    no_address: (count) => `${count} 位没有可用的联系方式`,
    refused: (count) => `${count} 位拒绝联系`,
    service_only: (count, shops) =>
      `${count} 位只在平台下过单，平台只允许联系订单事宜${shops.length > 0 ? `（${shops.join('、')}）` : ''}`,
    no_consent: (count) => `${count} 位从未同意接收营销信息`,
    care_is_promotion: (count) => `${count} 位从未同意，而在其所在地关怀信息视同营销`,
    same_address: (count) => `${count} 位与名单中另一位客户共用联系方式`,
    same_household: (count) => `${count} 位与名单中另一位客户住址相同`,
    beyond_limit: (count) => `${count} 位排在名额之后`,
  },
  changes: {
    suppressed: () => 'regulars suppress list',
    no_address: (channel) =>
      channel === 'sms'
        ? "regulars customers list --where 'customer_phone IS NULL'；--channel phone 也可联系固定电话"
        : `regulars customers list --where 'customer_${channel === 'email' ? 'email' : 'phone'} IS NULL'`,
    refused: () => 'regulars consent show 客户',
    service_only: () => 'regulars shops edit 店名 --contact-policy any（平台规则允许时）',
    no_consent: (channel) =>
      `regulars consent set 客户 ${channel} granted，或 regulars shops edit 店名 --consent-policy not-refused`,
    care_is_promotion: (channel) => `regulars consent set 客户 ${channel} granted；依据：regulars consent rules`,
    same_address: () => 'regulars customers explain 客户',
    same_household: () => '不加 --household 即列入',
    beyond_limit: () => '加大 --limit，或换一种 --priority',
  },
  channelAndKind: '请指明渠道和用途：--channel sms|email|phone，--kind service|care|promotion',
  written: (path) => `已写入 ${path}`,
  named: (list, path) => `上次运行中断时，名单 ${list} 的文件还没有改成正式名称：现在是 ${path}`,
  notNamed: (list, path, file, code) => `名单 ${list} 的文件暂时不能改名为 ${path}（${code}）：在此之前文件是 ${file}`,
  nameTaken: (path, file) => `${path} 这个名称其间已被占用，原文件未动；本次的文件是 ${file}`,
  recorded: (list, known) => (known ? `与今天已交出的名单 ${list} 相同，未作改动` : `已记为交出，名单编号 ${list}`),
  onlyLookedAt: '只是查看，没有记为交出：请用 --out FILE 或 --record',
  part: {
    new: (count, listed, known) =>
      known ? `名单 ${listed} 位中新增 ${count} 位` : `共 ${count} 位：此前没有交出过同样的名单`,
    changed: (count, listed) => `名单 ${listed} 位中有变化 ${count} 位`,
    removed: (count) => `${count} 位已不在名单中；不得使用的联系方式不写出`,
  },
  notByChannel: (format, channel, channels) => `${format} 不用于 ${channel}；它用于 ${channels}`,
  columnsFixed: (format) => `${format} 的列由该工具决定；--columns 只用于普通名单`,
  noFormat: (name, names) => `没有叫“${name}”的名单格式；可用的有 ${names}`,
  mapWrong: (pair) => `“${pair}”不是 --map；请写 字段=列名`,
  mapWithoutSample: '--map 只与 --header-map 一起使用',
  futureConsent: '未来的日期还没有说过什么',
  futureList: '不能在未来的日期交出名单',
  expiredList: (day) => `--expires ${day} 早于名单的日期`,
  mapHint: '--map 字段=列名 说明该列填什么；--map =列名 表示留空',
  removedPlain: (format) => `${format} 会把名单导入进去；要移除的人只能用普通名单列出`,
  noTerminal: (format) => `${format} 不是能在终端显示的文本`,
  outIsDash: '“-”不是文件名；去掉 --out 名单即写到标准输出，加上 --record 则同时记为已交出',
  noLists: '还没有交出过名单；regulars export contacts … --out FILE 会记下',
  whyList: {
    head: (name, number, on, channel, kind) =>
      `${name}  #${number} ${on ? '在名单上' : '不在名单上'}：${channel}，${kind}`,
    rules: {
      chosen: '被选中',
      suppressed: '未禁止联系',
      no_address: '有可用联系方式',
      refused: '未拒绝',
      service_only: '平台允许',
      no_consent: '同意接收营销',
      care_is_promotion: '同意关怀（当地视为营销）',
      same_address: '联系方式不与人共用',
      same_household: '同住址中排在最前',
      beyond_limit: '在名额之内',
      held_out: '不在对照组',
    },
    yes: '是',
    no: '否',
    named: '按姓名指定',
    suppressedBy: (hint, reason, day) => `${hint}，自 ${day} 起${reason === null ? '' : `：${reason}`}`,
    address: (address, orders) =>
      orders === 0 ? `${address}，来自客户文件` : `${address}，见于 ${orders} 笔订单，没有更多的`,
    consent: (status, source, day) => `${status}（${source}，${day}）`,
    marketplaces: (shops) => `${shops}：只允许联系订单事宜`,
    policy: (policy) => (policy === 'granted' ? '店铺须有同意才发送，此人没有' : '店铺可发送给所有没有拒绝的人'),
    instead: (number) => `同一联系方式以客户 ${number} 为先`,
    heldOut: '留作对照，用于看出联系的效果',
  },
  heldOut: (count) => `${count} 位留作对照，不联系`,
  nobodyHeldOut: '没有人留作对照：以前已在这份名单上的人仍在名单上；换一个分组或条件就是另一份名单',
  visible: (change, base, days) => `${days} 天内会购买的约占 ${base}%；小于约 ${change} 个百分点的差别无法与偶然区分`,
  holdoutWrong: (value) => `“${value}”不是可以留作对照的比例；请写 10% 或 2.5%`,
  expiryWrong: (value) => `“${value}”不是日期；请写 2026-12-31`,
};
