/** Our own names of states, channels, groups and the like, as a person reads them; programs read the names. */
import type { ContactPolicy } from '../archive/shop-edits.ts';
import type { WordUse } from '../archive/status-meanings.ts';
import type { OrderState } from '../archive/order-state.ts';
import type { Channel, ConsentPolicy, ConsentStatus, Kind } from '../contacts/gate.ts';
import type { Rule } from '../contacts/rules/rule.ts';
import type { OverrideRow } from '../customers/override-list-queries.ts';
import type { Result } from '../contacts/results/result-export.ts';
import type { PreferredChannel } from '../customers/edit-fields.ts';
import type { NoteKind } from '../customers/note-kinds.ts';
import type { Result as FollowupResult } from '../followups/outcome.ts';
import type { LifecycleStage } from '../measures/lifecycle.ts';
import type { RfmGroup } from '../measures/rfm.ts';
import type { ValueBand } from '../measures/value-bands.ts';
import type { LedgerLine } from '../points/ledger.ts';
import type { TagAct } from '../tags/history-queries.ts';

type Term =
  | OrderState
  | Channel
  | ConsentPolicy
  | ConsentStatus
  | Kind
  | LifecycleStage
  | RfmGroup
  | ValueBand
  // Kinds of segments, evidence of layouts, and what was said by hand.
  | 'rfm'
  | 'lifecycle'
  | 'value'
  | 'saved'
  | 'file'
  | 'source'
  | 'code'
  | 'seen'
  | 'recalled'
  // Of rules: whether what they are from was read.
  | Rule['evidence']
  | 'hand'
  | 'customer'
  | 'domain'
  // What the rows of a saved map are.
  | 'customers'
  | 'orders'
  | PreferredChannel
  | Result
  | FollowupResult
  | NoteKind
  | 'female'
  | 'male'
  | 'other'
  | ContactPolicy
  | TagAct
  | LedgerLine['kind']
  | OverrideRow['kind']
  | OverrideRow['state']
  | WordUse['role']
  | WordUse['by'];

/** The names are English words. */
export const en: Readonly<Record<string, string>> = {
  in_force: 'in force',
  taken_back: 'taken back',
  no_answer: 'no answer',
  opted_out: 'opted out',
  first_order: 'first order',
  opening: 'as a file says',
  add: 'added',
  redeem: 'used',
  kept_off: 'kept off',
  expiry_changed: 'expiry changed',
};

const chinese: Readonly<Record<Term, string>> = {
  added: '加上',
  removed: '去掉',
  kept_off: '去掉并不再加上',
  expired: '到期',
  expiry_changed: '改到期日',
  renamed: '改名',
  merged: '合并',
  followed: '开始跟随',
  unfollowed: '停止跟随',
  order: '订单',
  first_order: '首单',
  birthday: '生日',
  opening: '文件所载',
  add: '增加',
  redeem: '使用',
  merge: '合并',
  split: '拆分',
  in_force: '有效',
  taken_back: '已撤回',
  waiting: '被拆分阻止',
  overruled: '已被合并取代',
  forgotten: '客户已被忘记',
  unpaid: '未付款',
  paid: '已付款',
  shipped: '已发货',
  completed: '已完成',
  cancelled: '已取消',
  refunded: '已退款',
  unknown: '未知',
  sms: '短信',
  email: '邮件',
  phone: '电话',
  wechat: '微信',
  post: '邮寄',
  parcel: '随包裹',
  delivered: '送达',
  bounced: '退回',
  replied: '回复',
  unsubscribed: '退订',
  complained: '投诉',
  reached: '联系上',
  no_answer: '无人接听',
  wants: '有意向',
  opted_out: '不再联系',
  female: '女',
  male: '男',
  other: '其他',
  note: '备注',
  call: '通话',
  complaint: '投诉',
  praise: '表扬',
  satisfaction: '满意度',
  referral: '介绍',
  granted: '同意',
  refused: '拒绝',
  'not-refused': '未拒绝即可',
  any: '不限',
  'service-only': '仅订单事务',
  service: '订单事务',
  care: '关怀',
  promotion: '营销',
  lead: '未成交',
  first: '首单',
  active: '活跃',
  regular: '常客',
  due: '该来了',
  late: '迟了',
  lapsed: '久未下单',
  lost: '流失',
  champions: '最佳客户',
  loyal: '忠诚客户',
  potential_loyalist: '潜在忠诚客户',
  new_customers: '新客户',
  promising: '有潜力',
  need_attention: '需要关注',
  about_to_sleep: '即将沉睡',
  at_risk: '有流失风险',
  cant_lose: '不能失去',
  hibernating: '沉睡',
  vip: '贵宾',
  major: '重要',
  ordinary: '普通',
  small: '小额',
  rfm: 'RFM 分组',
  lifecycle: '生命周期',
  value: '价值分层',
  saved: '自建',
  file: '真实文件',
  source: '平台源代码',
  code: '他人的程序',
  seen: '见过',
  read: '读过原文',
  recalled: '凭记忆',
  hand: '手动',
  customer: '客户',
  domain: '域名',
  customers: '客户',
  orders: '订单',
  status: '订单状态',
  payment: '付款状态',
  fulfilment: '发货状态',
  refund: '退款状态',
  cancellation: '取消',
  platform: '平台词表',
  assumed: '推测',
  you: '你说明的',
  nobody: '不认识',
};
export const zh: typeof en = chinese;
