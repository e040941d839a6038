/** Sentences of why a customer is in a segment, or is not. */
export const en = {
  heading: (name: string, number: number, segment: string, member: boolean, day: string) =>
    `${name}  #${number} ${member ? 'is in' : 'is not in'} ${segment} on ${day}`,
  condition: 'the segment of this condition',
  all: 'all of these',
  any: 'any of these',
  not: 'not',
  inSegment: (name: string) => `segment ${name}`,
  noValue: 'no value',
  nothing: 'none',
  distance: {
    number: (by: string, above: boolean, border: string) => `${by} ${above ? 'above' : 'below'} ${border}`,
    day: (days: number, later: boolean, border: string) =>
      `${days} ${days === 1 ? 'day' : 'days'} ${later ? 'after' : 'before'} ${border}`,
    exactly: (border: string) => `exactly ${border}`,
  },
  limit: (end: 'TOP' | 'BOTTOM', border: string) =>
    end === 'TOP' ? `the least that is in: ${border}` : `the most that is in: ${border}`,
  percentiles: (borders: string) => `at that percentile: ${borders}`,
  against: (value: string) => `the other: ${value}`,
  matched: (rows: number, of: number) => `${rows} of ${of} match`,
  together: (name: string, value: string) => `${name} ${value}`,
  more: (count: number) => `and ${count} more`,
  asOf: (day: string) => `as of ${day}`,
  behind: 'Orders that count',
  keptOut: 'What keeps them out',
  inIt: 'Nothing keeps them out: they are in it.',
  wouldBring: 'What would bring them in',
  mustHold: (clause: string) => `${clause} would have to hold`,
  mustNotHold: (clause: string) => `${clause} would have to stop holding`,
  needMore: (by: string, field: string) => `${by} more of ${field}`,
  needLess: (by: string, field: string) => `${by} less of ${field}`,
  takes: (clause: string, wanted: boolean, bounds: readonly string[]) =>
    `${clause} ${wanted ? 'takes' : 'stops holding with'} ${bounds.join(' and ')}`,
  bound: (field: string, least: string | undefined, most: string | undefined, now: string) => {
    const range =
      least === undefined
        ? `at most ${most}`
        : most === undefined
          ? `at least ${least}`
          : least === most
            ? least
            : `${least} to ${most}`;
    return `${field} of ${range} (now ${now})`;
  },
  asOthersStand: (text: string) => `${text}, as the others stand`,
  ifSaid: (line: string) => `once they have said so: ${line}`,
  waiting: 'By waiting',
  fallsIn: (day: string, days: number) =>
    `they fall in on ${day}, in ${days} ${days === 1 ? 'day' : 'days'}, if nothing else happens`,
  fallsOut: (day: string, days: number) =>
    `they fall out on ${day}, in ${days} ${days === 1 ? 'day' : 'days'}, if nothing else happens`,
  never: (days: number) => `nothing changes within ${days} days, if nothing else happens`,
  unknown: 'cannot be told: it depends on what everybody else does',
  pastDay: 'is not told for a day that orders came after',
  whoNeeded: 'of whom? name a segment and a customer, or --where and a customer',
};

export const zh: typeof en = {
  heading: (name, number, segment, member, day) =>
    `${name}  #${number} 在 ${day} ${member ? '属于' : '不属于'} ${segment}`,
  condition: '该条件对应的分组',
  all: '以下全部成立',
  any: '以下任一成立',
  not: '不成立',
  inSegment: (name) => `分组 ${name}`,
  noValue: '没有值',
  nothing: '没有',
  distance: {
    number: (by, above, border) => `比 ${border} ${above ? '多' : '少'} ${by}`,
    day: (days, later, border) => `比 ${border} ${later ? '晚' : '早'} ${days} 天`,
    exactly: (border) => `正好 ${border}`,
  },
  limit: (end, border) => (end === 'TOP' ? `入选的最小值：${border}` : `入选的最大值：${border}`),
  percentiles: (borders) => `该百分位的值：${borders}`,
  against: (value) => `对比值：${value}`,
  matched: (rows, of) => `${of} 条中有 ${rows} 条符合`,
  together: (name, value) => `${name} ${value}`,
  more: (count) => `另有 ${count} 条`,
  asOf: (day) => `截至 ${day}`,
  behind: '计入统计的订单',
  keptOut: '被挡在外面的原因',
  inIt: '没有什么挡着：客户就在该分组里。',
  wouldBring: '怎样才会进入',
  mustHold: (clause) => `${clause} 需要成立`,
  mustNotHold: (clause) => `${clause} 需要不再成立`,
  needMore: (by, field) => `${field} 再多 ${by}`,
  needLess: (by, field) => `${field} 减少 ${by}`,
  takes: (clause, wanted, bounds) => `${clause} ${wanted ? '需要' : '不再成立，只要'} ${bounds.join('，并且 ')}`,
  bound: (field, least, most, now) => {
    const range =
      least === undefined
        ? `至多 ${most}`
        : most === undefined
          ? `至少 ${least}`
          : least === most
            ? `为 ${least}`
            : `在 ${least} 到 ${most} 之间`;
    return `${field} ${range}（现为 ${now}）`;
  },
  asOthersStand: (text) => `${text}（以其他客户的现状计）`,
  ifSaid: (line) => `客户表明之后：${line}`,
  waiting: '只需等待',
  fallsIn: (day, days) => `若无其他变化，${days} 天后（${day}）进入`,
  fallsOut: (day, days) => `若无其他变化，${days} 天后（${day}）退出`,
  never: (days) => `若无其他变化，${days} 天内不会改变`,
  unknown: '无法判断：取决于其他所有客户',
  pastDay: '所问日期之后已有订单，不作推算',
  whoNeeded: '请指定分组和客户，或用 --where 指定条件并给出客户',
};
