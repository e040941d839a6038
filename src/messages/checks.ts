/** What `segment check` says of conditions. */
import type { Finding } from '../segments/findings.ts';

type Hints = Readonly<Record<Finding['finding'], (about: readonly string[]) => string>>;

export const en = {
  findings: {
    nobody: 'nobody is in it',
    everybody: 'everybody is in it',
    missing_kept: 'keeps missing values',
    never: 'holds for nobody',
    always: 'holds for everybody',
    changes_nothing: 'changes nothing beside the other clauses',
    shopify_orders: 'counts other orders than Shopify',
    shopify_spent: 'nets refunds otherwise than Shopify',
    shopify_places: 'reads other places than Shopify',
    overlap: 'overlap',
    uncovered: 'in none of them',
    partition: 'each customer is in exactly one',
  } as Readonly<Record<Finding['finding'], string>>,
  hints: {
    nobody: () => 'a clause that holds for nobody is named below, if there is one',
    everybody: () => 'it tells nobody from the others',
    missing_kept: ([field]) => `also keeps customers without ${field}; add AND ${field} IS NOT NULL`,
    never: () => 'look at the value, or leave the clause out',
    always: () => 'leave the clause out, or look at the value',
    changes_nothing: () => 'the members are the same without it',
    shopify_orders: () => 'Shopify counts cancelled orders too; orders_all is every order',
    shopify_spent: () => 'Shopify takes refunds off when they are made; here they come off their order',
    shopify_places: () => 'places on orders here, the default address there',
    overlap: ([one, share, other, otherShare]) => `${share} of ${one}, ${otherShare} of ${other}`,
    uncovered: ([share]) => `${share} of all customers`,
    partition: () => 'nobody is left out, and nobody is in two',
  } as Hints,
  summary: (name: string, members: number, of: number, milliseconds: number) =>
    `${name}: ${members} of ${of} customers, ${milliseconds} ms`,
  mistake: (name: string, message: string, hint: string | undefined) =>
    hint === undefined ? `${name}: ${message}` : `${name}: ${message}\nhint: ${hint}`,
  mistakes: (count: number, of: number) =>
    count === 1 ? `1 of ${of} conditions has a mistake` : `${count} of ${of} conditions have a mistake`,
  condition: 'condition',
  clause: 'clause',
  hint: 'what to do',
  nothingFound: 'nothing found to say',
};

export const zh: typeof en = {
  findings: {
    nobody: '没有客户',
    everybody: '包含所有客户',
    missing_kept: '保留了没有值的客户',
    never: '没有客户符合',
    always: '所有客户都符合',
    changes_nothing: '在其他条件下不起作用',
    shopify_orders: '订单计法与 Shopify 不同',
    shopify_spent: '退款扣法与 Shopify 不同',
    shopify_places: '地区来源与 Shopify 不同',
    overlap: '重叠',
    uncovered: '不在任何一个分组',
    partition: '每位客户恰好在一个分组',
  },
  hints: {
    nobody: () => '若有哪个条件没有客户符合，见下文',
    everybody: () => '它没有区分任何客户',
    missing_kept: ([field]) => `也保留了没有 ${field} 的客户；可加上 AND ${field} IS NOT NULL`,
    never: () => '请检查取值，或去掉这个条件',
    always: () => '可以去掉这个条件，或检查取值',
    changes_nothing: () => '没有它成员也一样',
    shopify_orders: () => 'Shopify 也计已取消的订单；orders_all 为所有订单',
    shopify_spent: () => 'Shopify 在退款发生时扣除；这里从原订单扣除',
    shopify_places: () => '这里看订单上的地址，Shopify 看默认地址',
    overlap: ([one, share, other, otherShare]) => `占 ${one} 的 ${share}，占 ${other} 的 ${otherShare}`,
    uncovered: ([share]) => `占全部客户的 ${share}`,
    partition: () => '没有遗漏，也没有重复',
  },
  summary: (name, members, of, milliseconds) => `${name}：${of} 位客户中的 ${members} 位，${milliseconds} 毫秒`,
  mistake: (name, message, hint) => (hint === undefined ? `${name}：${message}` : `${name}：${message}\n提示：${hint}`),
  mistakes: (count, of) => `${of} 个条件中有 ${count} 个有错误`,
  condition: '条件',
  clause: '条件',
  hint: '建议',
  nothingFound: '没有需要说明的',
};
