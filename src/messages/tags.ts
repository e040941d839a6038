/** Sentences of tags: putting them on and taking them off, groups, expiry, following, names, history and tables of them. */
import type { RefusedTag } from '../tags/read-tags.ts';
import type { RulesNaming } from '../tags/rules-naming.ts';
import { some } from './counted.ts';
import type { Advice } from './file-problems.ts';

const people = (count: number) => some(count, 'customer');

export const en = {
  tagged: (tag: string, added: number, already: number) =>
    `${people(added)} tagged ${tag}${already > 0 ? `; ${already} had it already` : ''}`,
  untagged: (tag: string, removed: number, without: number) =>
    `${tag} taken off ${people(removed)}${without > 0 ? `; ${without} did not have it` : ''}`,
  badTag: (tag: string) => `"${tag}" cannot be a tag: no blanks at the ends, no commas, at most 60 characters`,
  pastExpiry: (day: string) => `${day} is over; a tag expires on a day to come`,
  nobodyChosen: 'nobody was chosen; nothing changed',
  replaced: (tag: string, by: string, group: string, count: number) =>
    `${tag} taken off ${people(count)}: ${group} is one-of, and ${by} took its place`,
  badGroup: (name: string) => `"${name}" cannot be a group: it is what stands before the colon, as care in care:gold`,
  oneOfOrMany: 'a group is --one-of or --many, not both',
  groupNeeded: 'say which group: regulars tag group care --one-of',
  groupSet: (name: string, oneOf: boolean) =>
    oneOf ? `${name} is one-of: putting one of its tags on takes the others off` : `${name} may have many tags at once`,
  groupSame: (name: string, oneOf: boolean) => `${name} is ${oneOf ? 'one-of' : 'of many'} already; nothing changed`,
  groupSeveral: (name: string, count: number) =>
    `${people(count)} ${count === 1 ? 'carries' : 'carry'} more than one tag of ${name}, until another is put on`,
  unknownTag: (tag: string) => `nobody ever carried the tag "${tag}"`,
  sameName: (tag: string) => `${tag} is called so already`,
  nameTaken: (tag: string, line: string): Advice => [`${tag} is another tag already`, `to make one of both: ${line}`],
  notThere: (tag: string, line: string): Advice => [
    `nobody ever carried the tag "${tag}"`,
    `to give it that name: ${line}`,
  ],
  bothFollow: (from: string, into: string, line: string): Advice => [
    `${from} and ${into} follow a segment each, and one tag follows one`,
    line,
  ],
  renamed: (from: string, to: string, count: number) =>
    `${from} is ${to} now; ${people(count)} ${count === 1 ? 'carries' : 'carry'} it`,
  merged: (from: string, into: string, count: number, both: number) =>
    `${from} is ${into} now for ${people(count)}${both > 0 ? `; ${both} had both and ${both === 1 ? 'keeps' : 'keep'} one` : ''}`,
  rulesNaming: (tag: string, { segments, levels }: RulesNaming) =>
    `rules still say ${tag}: ${[
      ...(segments.length > 0 ? [`${segments.length === 1 ? 'segment' : 'segments'} ${segments.join(', ')}`] : []),
      ...(levels.length > 0 ? [`${levels.length === 1 ? 'level' : 'levels'} ${levels.join(', ')}`] : []),
    ].join('; ')}`,
  expirySet: (tag: string, day: string, changed: number) => `${tag} is gone from ${people(changed)} on ${day}`,
  expiryNever: (tag: string, changed: number) => `${tag} stays on ${people(changed)} without a last day`,
  expirySame: (same: number) => `${same} had it so already`,
  expiryWithout: (without: number) => `${without} did not have it`,
  expiryNeeded: 'say until when: --on DAY, or --never',
  imported: (added: number, removed: number, unchanged: number, refused: number) =>
    `tags: ${added} put on, ${removed} taken off, ${unchanged} unchanged, ${refused} refused`,
  noHeader: (file: string): Advice => [
    `${file}: a table of tags has the columns customer_id, phone or email, and tag`,
    'name them so, or say which is which: --map tag=Header',
  ],
  refusals: {
    no_customer: 'no customer is named here',
    unknown_customer: 'no customer answers to this',
    several_customers: 'several customers answer to this: name one by customer_id',
    bad_tag: 'this cannot be a tag: no blanks at the ends, no commas, at most 60 characters',
    bad_day: 'this is not a day',
    past_day: 'this day is over; a tag expires on a day to come',
    bad_action: 'this is neither add nor remove',
  } satisfies Record<RefusedTag['reason'], string> as Readonly<Record<RefusedTag['reason'], string>>,
  whoOrTag: 'say whose history: a customer, or --tag NAME',
  noSegment: (tag: string, segment: string) => `${tag} follows ${segment}, and no segment is called so`,
  noSegmentHint: (line: string) => `its tags stay as they are; regulars segment list, or ${line}`,
  circle: (tag: string, chain: string) => `${tag} cannot follow a segment that asks about it: ${chain}`,
  segmentBroken: (tag: string, problem: string) => `the segment that ${tag} follows cannot be asked: ${problem}`,
  follows: (tag: string, segment: string, joined: number, left: number) =>
    `${tag} follows ${segment}: put on ${people(joined)}${left > 0 ? `, taken off ${left}` : ''}`,
  followsAlready: (tag: string, segment: string) => `${tag} follows ${segment} already`,
  followedBefore: (tag: string, segment: string) => `${tag} followed ${segment} until now`,
  alone: 'give a tag and --segment NAME; neither alone',
  unfollowed: (tag: string, segment: string) => `${tag} no longer follows ${segment}; whoever carries it keeps it`,
  followsNothing: (tag: string) => `${tag} follows no segment`,
  refreshed: (tag: string, segment: string, joined: number, left: number) =>
    `${tag} follows ${segment}: ${[joined > 0 ? `put on ${people(joined)}` : '', left > 0 ? `taken off ${people(left)}` : ''].filter((part) => part !== '').join(', ')}`,
  refreshedLater: (day: string) => `tags were brought up to date as of ${day}; an earlier day changes nothing`,
  future: (day: string) => `${day} has not come yet: tags follow what is known by now`,
  notRefreshed: (line: string) => `tags that follow segments are as they were: ${line}`,
  stale: (tag: string, segment: string, day: string, line: string) =>
    `${tag} follows ${segment} as of ${day}; to bring it up to date: ${line}`,
};

export const zh: typeof en = {
  tagged: (tag, added, already) => `已为 ${added} 位客户加上标签 ${tag}${already > 0 ? `；${already} 位原本就有` : ''}`,
  untagged: (tag, removed, without) =>
    `已从 ${removed} 位客户去掉标签 ${tag}${without > 0 ? `；${without} 位原本没有` : ''}`,
  badTag: (tag) => `“${tag}”不能作为标签：首尾不能有空格，不能有逗号，最多 60 个字符`,
  pastExpiry: (day) => `${day} 已过；标签只能在将来的日期到期`,
  nobodyChosen: '没有选中任何客户，未作改动',
  replaced: (tag, by, group, count) => `已从 ${count} 位客户去掉 ${tag}：分组 ${group} 只能有一个标签，由 ${by} 取代`,
  badGroup: (name) => `“${name}”不能作为标签组：标签组是冒号前的部分，如 care:gold 中的 care`,
  oneOfOrMany: '标签组只能是 --one-of 或 --many 之一',
  groupNeeded: '请指明标签组：regulars tag group care --one-of',
  groupSet: (name, oneOf) =>
    oneOf ? `${name} 组只能有一个标签：加上一个就去掉其他的` : `${name} 组可以同时有多个标签`,
  groupSame: (name, oneOf) => `${name} 组已经是${oneOf ? '只能有一个' : '可以有多个'}，未作改动`,
  groupSeveral: (name, count) => `有 ${count} 位客户带有 ${name} 组的多个标签，在加上另一个之前保持不变`,
  unknownTag: (tag) => `没有客户有过标签“${tag}”`,
  sameName: (tag) => `${tag} 已经叫这个名字`,
  nameTaken: (tag, line) => [`${tag} 已经是另一个标签`, `要合并为一个：${line}`],
  notThere: (tag, line) => [`没有客户有过标签“${tag}”`, `要改成这个名字：${line}`],
  bothFollow: (from, into, line) => [`${from} 和 ${into} 各自跟随一个分组，而一个标签只能跟随一个`, line],
  renamed: (from, to, count) => `${from} 已改名为 ${to}，${count} 位客户带有它`,
  merged: (from, into, count, both) =>
    `已为 ${count} 位客户把 ${from} 并入 ${into}${both > 0 ? `；${both} 位原本两个都有，保留一个` : ''}`,
  rulesNaming: (tag, { segments, levels }) =>
    `仍有规则写着 ${tag}：${[
      ...(segments.length > 0 ? [`分组 ${segments.join('、')}`] : []),
      ...(levels.length > 0 ? [`等级 ${levels.join('、')}`] : []),
    ].join('；')}`,
  expirySet: (tag, day, changed) => `${changed} 位客户的标签 ${tag} 到 ${day} 失效`,
  expiryNever: (tag, changed) => `${changed} 位客户的标签 ${tag} 不再有到期日`,
  expirySame: (same) => `${same} 位原本就是这样`,
  expiryWithout: (without) => `${without} 位原本没有`,
  expiryNeeded: '请指明到什么时候：--on 日期，或 --never',
  imported: (added, removed, unchanged, refused) =>
    `标签：加上 ${added}，去掉 ${removed}，未变 ${unchanged}，拒收 ${refused}`,
  noHeader: (file) => [`${file}：标签表需有客户编号、电话或邮箱列，以及标签列`, '请这样命名列，或指明：--map tag=列名'],
  refusals: {
    no_customer: '这一行没有写明客户',
    unknown_customer: '没有对应的客户',
    several_customers: '有多位客户对应：请用 customer_id 指明一位',
    bad_tag: '不能作为标签：首尾不能有空格，不能有逗号，最多 60 个字符',
    bad_day: '这不是日期',
    past_day: '这一天已过；标签只能在将来的日期到期',
    bad_action: '只能是 add（加上）或 remove（去掉）',
  },
  whoOrTag: '请指明要看谁的记录：一位客户，或 --tag 标签',
  noSegment: (tag, segment) => `${tag} 跟随 ${segment}，但没有这个分组`,
  noSegmentHint: (line) => `已有的标签保持不变；regulars segment list，或 ${line}`,
  circle: (tag, chain) => `${tag} 不能跟随依赖它自己的分组：${chain}`,
  segmentBroken: (tag, problem) => `${tag} 跟随的分组无法使用：${problem}`,
  follows: (tag, segment, joined, left) =>
    `${tag} 跟随 ${segment}：为 ${joined} 位客户加上${left > 0 ? `，从 ${left} 位去掉` : ''}`,
  followsAlready: (tag, segment) => `${tag} 已经跟随 ${segment}`,
  followedBefore: (tag, segment) => `${tag} 在此之前跟随 ${segment}`,
  alone: '请同时给出标签和 --segment 分组',
  unfollowed: (tag, segment) => `${tag} 不再跟随 ${segment}；已有的客户保留该标签`,
  followsNothing: (tag) => `${tag} 没有跟随任何分组`,
  refreshed: (tag, segment, joined, left) =>
    `${tag} 跟随 ${segment}：${[joined > 0 ? `为 ${joined} 位客户加上` : '', left > 0 ? `从 ${left} 位客户去掉` : ''].filter((part) => part !== '').join('，')}`,
  refreshedLater: (day) => `标签已更新到 ${day}；更早的日子不作改动`,
  future: (day) => `${day} 还没有到：标签跟随的是目前已知的数据`,
  notRefreshed: (line) => `跟随分组的标签没有更新：${line}`,
  stale: (tag, segment, day, line) => `${tag} 跟随 ${segment}，截至 ${day}；要更新：${line}`,
};
