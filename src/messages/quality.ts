/** How good what is known of customers is, in sentences; the names stand in doctor/quality. */
import type { QualityNote } from '../doctor/quality.ts';
import { some } from './counted.ts';

const notes: Readonly<Record<QualityNote, (count: number) => string>> = {
  customers_suspected_twice: (n) => `${some(n, 'pair')} of customers who may be one person`,
  customer_unreachable: (n) =>
    `${some(n, 'customer')} cannot be reached: no usable e-mail or phone; a file of customers may have one`,
  contact_stale: (n) => `${some(n, 'customer')} gave no e-mail or phone for two years: it may be another by now`,
  phone_passed_on: (n) =>
    `${some(n, 'customer')} with a phone that somebody of another name has ordered with since: it may not be theirs any more`,
  order_state_unknown: (n) =>
    `${some(n, 'order')} in words that mean nothing yet: ${n === 1 ? 'it does' : 'they do'} not count`,
};

export const en = {
  notes,
  fields: { name: 'name', phone: 'phone', email: 'e-mail', address: 'address', birthday: 'birthday' },
  heading: (customers: number) => `What is known of ${some(customers, 'customer')}`,
  columns: { field: 'field', customers: 'customers', share: 'share' },
  none: 'there are no customers yet',
  noNotes: 'nothing of it wants looking at',
};

export const zh: typeof en = {
  notes: {
    customers_suspected_twice: (n) => `${n} 对客户可能是同一个人`,
    customer_unreachable: (n) => `${n} 位客户无法联系：没有可用的邮箱或电话；客户资料文件里也许有`,
    contact_stale: (n) => `${n} 位客户已两年没有给出邮箱或电话：现在可能换了`,
    phone_passed_on: (n) => `${n} 位客户的电话后来有另一姓名的人用来下单：可能已不是本人的`,
    order_state_unknown: (n) => `${n} 个订单的状态词还没有含义：不计入统计`,
  },
  fields: { name: '姓名', phone: '电话', email: '邮箱', address: '地址', birthday: '生日' },
  heading: (customers) => `${customers} 位客户的资料`,
  columns: { field: '字段', customers: '客户数', share: '比例' },
  none: '还没有客户',
  noNotes: '没有需要注意的',
};
