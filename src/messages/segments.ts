/** Sentences of segments, measures and the choice of customers. */
import type { Expected, SegmentProblem } from '../segments/segment-error.ts';

export const en = {
  problems: {
    unknown_character: 'this sign has no meaning here',
    unclosed_string: 'this quote is never closed',
    unclosed_bracket: 'this bracket is never closed',
    unexpected: 'this does not fit here',
    unknown_field: 'no field has this name',
    unknown_segment: 'no segment has this name',
    unknown_level: 'this field never has that value',
    wrong_operator: 'this field cannot be compared that way',
    wrong_value: 'this value does not fit the field',
    not_a_day: 'there is no such day',
    too_long: 'the query is too long',
    too_deep: 'too many brackets inside each other',
    empty: 'there is no condition',
    not_a_number: 'this is not a number',
    number_too_long: 'this number has more digits than can be compared',
  } as Readonly<Record<SegmentProblem, string>>,
  expected: (what: Expected) => {
    if (typeof what !== 'string')
      return 'amountIn' in what
        ? `expected an amount in ${what.amountIn}, such as 500`
        : `expected ${what.oneOf.join(', ')}`;
    const texts = {
      field: 'a field, such as number_of_orders',
      value: "a value: 3, 'text', 2026-01-31, -90d",
      number: 'a number',
      plain_number: 'a number without thousands signs: 1500.50',
      day: 'a day: 2026-01-31, -90d, today',
      text: "text in quotes: 'text'",
      list: "a list: ('a', 'b')",
      segment_name: "a segment in quotes: 'champions'",
    };
    return `expected ${texts[what]}`;
  },
  didYouMean: (name: string) => `did you mean ${name}?`,
  kinds: { rfm: 'RFM group', lifecycle: 'lifecycle stage', value: 'value band' } as Readonly<Record<string, string>>,
  members: (count: number, of: number, share: string) => `${count} of ${of} customers (${share})`,
  show: { segment: 'segment', kind: 'kind', query: 'query', rule: 'rule', members: 'members', net: 'net' },
  choiceNeeded: 'whom? name a segment, a condition, a file or customers',
  choiceHint: "--segment at_risk, --where 'number_of_orders >= 3', --from FILE, --customer WHO",
  unknownCustomers: (names: string, count: number) => `${count} not found: ${names}`,
  fromFileNeedsColumn: (file: string) => `${file} has no column customer_id, phone or email`,
  unknownColumn: (name: string, known: string) => `no column is called "${name}"; known: ${known}`,
  notFound: (text: string) => `nothing holds "${text}"`,
  measures: {
    asOf: 'as of',
    currency: 'currency',
    customers: 'customers',
    gap: 'median gap',
    gapText: (days: number) => `${days} days between order days, over all customers`,
    customersText: (all: number, counting: number) => `${all}, ${counting} with a counting order`,
    definitions: 'Measures',
    rules: 'Rules',
    today: 'Cut points',
    cuts: (points: string, origin: string) => `${points} (${origin})`,
    quantiles: 'at 20, 40, 60 and 80 % of customers',
    fixed: 'fixed, for want of five different values',
    recency: 'recency, days',
    frequency: 'frequency, orders',
    monetary: 'monetary',
    otherCurrency: (orders: number, currency: string) =>
      `${orders} counting ${orders === 1 ? 'order is' : 'orders are'} in ${currency}: counted as orders, left out of amounts`,
    rfmRule:
      'score = 1 + number of cut points below the value (recency the other way round); equal values score alike; group by recency and frequency:',
    lifecycleRule:
      'lead: no counting order · first: one order · active: 2–3 · regular: 4 and more; then by lateness: due above 1, late above 1.5, lapsed above 2.5, lost above 5',
    valueRule:
      'customers by what they spent: vip make the first 50 %, major up to 80 %, ordinary up to 95 %, small the rest',
    rhythmRule:
      'rhythm = geometric mean of own gaps and three times the shop’s median gap; lateness = days since last order ÷ rhythm',
    countingRule:
      'an order counts when money was received (or, for cash on delivery, when it was shipped) and it was neither cancelled nor wholly refunded',
    limit: (band: string, from: string) => `${band} from ${from}`,
  },
};

export const zh: typeof en = {
  problems: {
    unknown_character: '这个符号在这里没有意义',
    unclosed_string: '引号没有关闭',
    unclosed_bracket: '括号没有关闭',
    unexpected: '这里不应该出现这个',
    unknown_field: '没有这个字段',
    unknown_segment: '没有这个分组',
    unknown_level: '该字段没有这个取值',
    wrong_operator: '该字段不能这样比较',
    wrong_value: '该值与字段类型不符',
    not_a_day: '没有这一天',
    too_long: '条件太长',
    too_deep: '括号嵌套太多',
    empty: '没有写条件',
    not_a_number: '这不是数字',
    number_too_long: '这个数字的位数太多，无法比较',
  },
  expected: (what) => {
    if (typeof what !== 'string')
      return 'amountIn' in what ? `应为 ${what.amountIn} 金额，如 500` : `应为 ${what.oneOf.join('、')}`;
    const texts = {
      field: '字段，如 number_of_orders',
      value: "值：3、'文字'、2026-01-31、-90d",
      number: '数字',
      plain_number: '不带千分位的数字：1500.50',
      day: '日期：2026-01-31、-90d、today',
      text: "引号中的文字：'文字'",
      list: "列表：('a', 'b')",
      segment_name: "引号中的分组名：'champions'",
    };
    return `应为${texts[what]}`;
  },
  didYouMean: (name) => `您是不是想写 ${name}？`,
  kinds: { rfm: 'RFM 分组', lifecycle: '生命周期', value: '价值分层' },
  members: (count, of, share) => `${of} 位客户中的 ${count} 位（${share}）`,
  show: { segment: '分组', kind: '类型', query: '条件', rule: '规则', members: '成员', net: '净额' },
  choiceNeeded: '选择哪些客户？请指定分组、条件、文件或客户',
  choiceHint: "--segment at_risk，--where 'number_of_orders >= 3'，--from 文件，--customer 客户",
  unknownCustomers: (names, count) => `有 ${count} 个没有找到：${names}`,
  fromFileNeedsColumn: (file) => `${file} 没有 customer_id、phone 或 email 列`,
  unknownColumn: (name, known) => `没有名为“${name}”的列；可用：${known}`,
  notFound: (text) => `没有任何内容包含“${text}”`,
  measures: {
    asOf: '截至',
    currency: '货币',
    customers: '客户',
    gap: '间隔中位数',
    gapText: (days) => `全部客户两次下单日之间 ${days} 天`,
    customersText: (all, counting) => `${all} 位，其中 ${counting} 位有计入统计的订单`,
    definitions: '指标',
    rules: '规则',
    today: '分界点',
    cuts: (points, origin) => `${points}（${origin}）`,
    quantiles: '客户的 20、40、60、80 % 分位',
    fixed: '固定值，因为不同取值少于五个',
    recency: '最近下单（天）',
    frequency: '下单次数',
    monetary: '消费金额',
    otherCurrency: (orders, currency) => `${orders} 个计入统计的订单为 ${currency}：计订单数，不计金额`,
    rfmRule: '得分 = 1 + 低于该值的分界点个数（最近下单反向）；相同的值得分相同；按最近下单和次数分组：',
    lifecycleRule:
      'lead：没有计入统计的订单 · first：一单 · active：2–3 单 · regular：4 单及以上；再看迟到程度：due 超过 1，late 超过 1.5，lapsed 超过 2.5，lost 超过 5',
    valueRule: '按消费金额排序：vip 贡献前 50 %，major 到 80 %，ordinary 到 95 %，其余为 small',
    rhythmRule: '节奏 = 自己的间隔与三次店铺中位间隔的几何平均；迟到程度 = 距上次下单天数 ÷ 节奏',
    countingRule: '已收款（货到付款店铺为已发货）、未取消且未全额退款的订单才计入统计',
    limit: (band, from) => `${band} 起点 ${from}`,
  },
};
