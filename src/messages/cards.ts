/** Labels and sentences of a customer's card beside those of its measures, and of where a text was found. */
export const en = {
  labels: {
    otherNames: 'also named',
    otherNumbers: 'also',
    ownFields: 'own fields',
    wishes: 'wishes',
    referredBy: 'referred by',
    referred: 'referred',
    overrides: 'by hand',
  },
  sections: { due: 'Due', touches: 'Last contacts', notes: 'Notes' },
  until: (day: string) => `until ${day}`,
  reads: (language: string) => `reads ${language}`,
  by: (channel: string) => `by ${channel}`,
  every: (days: string) => `at most one contact in ${days}`,
  source: (source: string) => (source === 'hand' ? 'by hand' : source),
  person: (name: string | null, number: number) => (name === null ? `#${number}` : `${name} #${number}`),
  overridden: (merges: number, splits: number) =>
    `${[merges > 0 ? 'merged' : '', splits > 0 ? 'split' : ''].filter((word) => word !== '').join(' and ')}; regulars customers merges`,
  more: (count: number) => `${count} more`,
  moreWith: (count: number, line: string) => `${count} more: ${line}`,
  score: (score: number) => `${score} of 10`,
  brought: (whom: string) => `brought ${whom}`,
  dueStates: {
    deferred: (reason: string) => `put off: ${reason}`,
    expiring: (reason: string) => `will expire: ${reason}`,
    left_out: (reason: string) => `left out: ${reason}`,
  },
  foundIn: {
    name: 'name',
    account: 'account',
    email: 'e-mail',
    phone: 'phone',
    address: 'address',
    order: 'order number',
    product: 'product',
    nickname: 'nickname',
    note: 'note',
    field: 'own field',
  } as Readonly<Record<string, string>>,
};

export const zh: typeof en = {
  labels: {
    otherNames: '其他姓名',
    otherNumbers: '其他编号',
    ownFields: '自定义字段',
    wishes: '意愿',
    referredBy: '介绍人',
    referred: '介绍了',
    overrides: '手动',
  },
  sections: { due: '待跟进', touches: '最近联系', notes: '备注' },
  until: (day) => `至 ${day}`,
  reads: (language) => `语言 ${language}`,
  by: (channel) => `首选${channel}`,
  every: (days) => `${days}内最多联系一次`,
  source: (source) =>
    source === 'hand'
      ? '手动'
      : source === 'customer file'
        ? '客户文件'
        : source === 'consent file'
          ? '许可表'
          : source.replace(/^order /, '订单 '),
  person: (name, number) => (name === null ? `#${number}` : `${name} #${number}`),
  overridden: (merges, splits) =>
    `${[merges > 0 ? '合并' : '', splits > 0 ? '拆分' : ''].filter((word) => word !== '').join('、')}；regulars customers merges`,
  more: (count) => `另有 ${count} 项`,
  moreWith: (count, line) => `另有 ${count} 项：${line}`,
  score: (score) => `${score} 分（满分 10）`,
  brought: (whom) => `介绍了 ${whom}`,
  dueStates: {
    deferred: (reason) => `推迟：${reason}`,
    expiring: (reason) => `将过期：${reason}`,
    left_out: (reason) => `未列入：${reason}`,
  },
  foundIn: {
    name: '姓名',
    account: '账号',
    email: '邮箱',
    phone: '电话',
    address: '地址',
    order: '订单号',
    product: '商品',
    nickname: '昵称',
    note: '备注',
    field: '自定义字段',
  },
};
