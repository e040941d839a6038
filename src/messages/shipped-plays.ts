/** What the shipped plays are for, why they come when they do, why they are on or off, and what a person makes sure of. */
import type { ShippedName } from '../followups/plays/shipped.ts';

interface ShippedWords {
  readonly summary: string;
  /** Of the timing, and where it is from. */
  readonly timing: string;
  /** Why it is on, or off. */
  readonly state: string;
  readonly verify: readonly string[];
}
type Shipped = Readonly<Record<ShippedName, ShippedWords>>;

export const en: Shipped = {
  thank_you: {
    summary: 'thanks within two days of the first order',
    timing: 'two days after the order: soon enough to be remembered, and before most parcels disappoint',
    state: 'it asks for nothing, and a first order is the one moment everybody has',
    verify: ['whether it is on its way, or arrived well'],
  },
  usage_tip: {
    summary: 'help with using what arrived',
    timing: 'three days after the order was completed, when it has been unpacked and questions come up',
    state: 'write a tip of your own for what you sell first; a general one says little',
    verify: ['whether they know how to use it'],
  },
  review: {
    summary: 'an honest opinion, asked of whoever is content',
    timing: 'seven days after the order was completed, as sellers find best (7 to 14)',
    state:
      'marketplaces ask themselves, and providers of text messages refuse to carry it; by a person or e-mail alone, never for a reward',
    verify: ['whether anything is wrong: then mend it, and do not ask', 'no gift and no money for a good review'],
  },
  second_order_3: {
    summary: 'a first nudge to the second order',
    timing: 'the third day, as sellers in China have it: the third and the seventh day after the first order',
    state: 'where parcels take longer than two days this asks for a second order before the first has arrived',
    verify: [],
  },
  second_order_7: {
    summary: 'a nudge to the second order',
    timing:
      'the seventh day after the first order, as sellers in China have it; elsewhere 30 days are usual: save one of your own',
    state: 'whoever buys twice stays far more often, and after a refund or complaint it does not come',
    verify: [],
  },
  replenishment: {
    summary: 'a reminder before what they bought runs out',
    timing: 'five days before, by the days of supply of the product, else by how often it is bought again',
    state: 'it is of use to the customer, and comes only for what is bought again',
    verify: [],
  },
  birthday: {
    summary: 'a wish on the birthday, with nothing to sell in it',
    timing: 'the day itself; a week before would be an offer',
    state: 'only those come whose birthday you were told; by text message it counts as promotion in China',
    verify: [],
  },
  new_best: {
    summary: 'personal thanks to whoever became one of your best',
    timing: 'at once when they join champions, once a year at most',
    state: 'three a day at most, and worth more than any discount',
    verify: ['what they like, and what is missing', 'how they want to hear from you'],
  },
  win_back: {
    summary: 'a word to whoever stays away beyond their own rhythm',
    timing: 'at one and a half times the time between their own orders, never after so many days for all',
    state: 'from two orders on; some providers of text messages (Tencent) refuse win-back: send it by e-mail there',
    verify: [],
  },
  refund_call: {
    summary: 'a call by a person after a refund',
    timing:
      'within 24 hours of the refund; three days are left to it, for files come late. Promotions pause for 30 days: see the policy',
    state: 'it is about the order, and keeps more customers than any offer',
    verify: ['that the money has arrived', 'what went wrong', 'whether they want a replacement'],
  },
  parcel_gift: {
    summary: 'a card or small gift in the next parcel of your best customers',
    timing: 'with an order of a champion or a loyal customer, twice a year at most, before the parcel leaves',
    state: 'somebody has to pack it, and gifts cost money; it needs nobody to have agreed to messages',
    verify: ['the name on the card'],
  },
};

export const zh: Shipped = {
  thank_you: {
    summary: '首单两天内致谢',
    timing: '下单后第二天：客户还记得，也在多数包裹可能出问题之前',
    state: '不要求客户做什么，而首单人人都有',
    verify: ['是否已在途中，或已顺利收货'],
  },
  usage_tip: {
    summary: '收货后的使用小贴士',
    timing: '订单完成后三天，已拆箱试用，正有疑问的时候',
    state: '请先为自己的商品写好小贴士，泛泛而谈用处不大',
    verify: ['是否会用'],
  },
  review: {
    summary: '向满意的客户征求真实意见',
    timing: '订单完成后七天，卖家的经验是 7 到 14 天',
    state: '平台自己会邀评，短信服务商不允许邀请好评；只由人工或邮件联系，绝不以返现换好评',
    verify: ['有没有问题：有就先解决，不要邀评', '不以礼物或返现换取好评'],
  },
  second_order_3: {
    summary: '第一次促成第二单',
    timing: '首单后第三天：国内卖家的节奏是第 3 天和第 7 天',
    state: '快递超过两天的地方，首单还没到货就催单了',
    verify: [],
  },
  second_order_7: {
    summary: '促成第二单',
    timing: '首单后第七天：国内卖家的节奏；海外一般为 30 天，可另存自己的玩法',
    state: '买过第二次的客户更容易留下来；退款或投诉之后不会发出',
    verify: [],
  },
  replenishment: {
    summary: '在商品用完之前提醒补货',
    timing: '用完前五天：按商品的可用天数，没有则按复购间隔推算',
    state: '对客户有用，而且只针对会重复购买的商品',
    verify: [],
  },
  birthday: {
    summary: '生日祝福，不带推销',
    timing: '生日当天；提前一周的就是促销了',
    state: '只针对告知过生日的客户；在国内，短信形式的生日祝福按营销短信对待',
    verify: [],
  },
  new_best: {
    summary: '亲自感谢新晋的最佳客户',
    timing: '进入 champions 分组后立即，每年最多一次',
    state: '每天最多三位，比任何折扣都有价值',
    verify: ['喜欢什么、还缺什么', '希望怎样被联系'],
  },
  win_back: {
    summary: '超过自己的节奏仍未下单时问候',
    timing: '达到客户自己下单间隔的一倍半时，而不是对所有人都用同样的天数',
    state: '至少两单；有的短信服务商（腾讯云）不允许用户召回短信，那里请用邮件',
    verify: [],
  },
  refund_call: {
    summary: '退款后人工回访',
    timing: '退款后 24 小时内；文件可能晚到，所以保留三天。营销暂停 30 天，见联系规则',
    state: '关系到订单本身，比任何优惠都更能留住客户',
    verify: ['退款是否到账', '问题出在哪里', '是否需要换货'],
  },
  parcel_gift: {
    summary: '给最佳客户的下一个包裹放卡片或小礼物',
    timing: '最佳或忠诚客户下单时，包裹发出之前，一年最多两次',
    state: '需要有人放，礼物也有成本；不需要客户同意接收信息',
    verify: ['卡片上的称呼'],
  },
};
