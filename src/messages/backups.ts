/** Sentences around copies of the archive: taking one, listing them, proving one, putting one back. */
import type { SpokenKind } from '../archive/dump.ts';
import type { CopyReason } from '../store/copies.ts';
import { are, some } from './counted.ts';

type Left = Readonly<Record<SpokenKind, (count: number, line: string) => string>>;

export const en = {
  taken: (path: string, orders: number) => `copied to ${path} and checked: ${some(orders, 'order')}`,
  keptFor: (days: number) =>
    `copies the program made by itself are removed after ${days} days, those you asked for never, nor what was set aside as damaged`,
  none: 'there is no copy of this archive yet; regulars backup makes one',
  why: {
    hand: 'asked for',
    migration: 'before a new version of the archive',
    restore: 'before another copy was put in its place',
    rebuild: 'before everything derived was worked out anew',
  } satisfies Readonly<Record<CopyReason, string>> as Readonly<Record<CopyReason, string>>,
  setAside: 'what could not be read when another copy was put in its place',
  gone: (why: string) => `not there any more: ${why}`,
  unfinished: (copy: string, companion: string) =>
    `${copy} is no finished copy: ${companion} beside it holds a part of it, or of another archive`,
  unfinishedHint: (line: string) =>
    `copy the two together with ${line}, then restore that; or remove the one that does not belong`,
  damaged: (copy: string, detail: string) => `${copy} is damaged: ${detail}`,
  flawed: (line: string) => `it holds what is wrong in itself, as it did before it was copied: ${line}`,
  notNoted: (path: string) => `${path} cannot be written to: backup list and doctor will not know of this copy`,
  isArchive: (copy: string) => `${copy} is the archive itself`,
  nameOfArchive: (path: string) => `a copy called ${path} would be taken for a part of the archive; name another file`,
  confirm: (path: string) => `Put the copy in the place of ${path}? The archive there now is kept. [y/N]`,
  confirmNeeded: (path: string) => `this puts a copy in the place of ${path}; confirm with --yes`,
  restored: (path: string, orders: number, lastDay: string) =>
    `${path} restored: ${some(orders, 'order')}${lastDay === '' ? '' : `, the last of ${lastDay}`}`,
  kept: (path: string) => `the archive before is kept as ${path}`,
  keptDamaged: (path: string) => `what stood there was damaged and is kept as it was: ${path}`,
  carried: (suppressions: number, refusals: number) =>
    `said since the copy was taken, and kept: ${some(suppressions, 'suppression')}, ${some(refusals, 'refusal')} of contact`,
  notCarried:
    'what was said since the copy was taken, suppressions and who was forgotten too, could not all be read and may not be in it; look through it before anybody is contacted',
  left: {
    shop: (count: number, line: string) =>
      `${some(count, 'shop')} of the archive before ${are(count)} not in the copy, or set up otherwise there: ${line}`,
    product: (count: number, line: string) =>
      `${some(count, 'product')} told of in the archive before ${are(count)} not in the copy, or told otherwise: ${line}`,
    word: (count: number, line: string) =>
      `${some(count, 'status word')} given a meaning in the archive before ${count === 1 ? 'is' : 'are'} not in the copy: ${line}`,
    map: (count: number, line: string) =>
      `${some(count, 'saved set of columns', 'saved sets of columns')} of the archive before ${are(count)} not in the copy: ${line}`,
    rate: (count: number, line: string) =>
      `${some(count, 'exchange rate')} of the archive before ${are(count)} not in the copy: ${line}`,
    override: (count: number, line: string) =>
      `${some(count, 'merge or split', 'merges and splits')} of the archive before ${are(count)} not in the copy: ${line}`,
    edit: (count: number, line: string) =>
      `${some(count, 'correction')} of the archive before ${are(count)} not in the copy: ${line}`,
    note: (count: number, line: string) =>
      `${some(count, 'note')} of the archive before ${are(count)} not in the copy: ${line}`,
    tag: (count: number, line: string) =>
      `${some(count, 'tag')} of the archive before ${are(count)} not in the copy: ${line}`,
    tag_group: (count: number, line: string) =>
      `${some(count, 'group of tags', 'groups of tags')} of the archive before ${are(count)} not set in the copy: ${line}`,
    tag_follow: (count: number, line: string) =>
      `${some(count, 'tag')} of the archive before ${count === 1 ? 'does' : 'do'} not follow a segment in the copy, or another: ${line}`,
    tag_rename: (count: number, line: string) =>
      `${some(count, 'tag')} of the archive before ${count === 1 ? 'has its' : 'have their'} old name in the copy: ${line}`,
    level: (count: number, line: string) =>
      `${some(count, 'level')} of the archive before ${are(count)} not in the copy, or by another rule: ${line}`,
    point_rule: (count: number, line: string) =>
      `${some(count, 'rule')} of points of the archive before ${are(count)} not in the copy: ${line}`,
    points: (count: number, line: string) =>
      `${some(count, 'entry', 'entries')} of points of the archive before ${are(count)} not in the copy: ${line}`,
    consent: (count: number, line: string) =>
      `${some(count, 'consent')} of the archive before ${are(count)} not in the copy: ${line}`,
    suppression: (count: number, line: string) =>
      `${some(count, 'suppression')} of the archive before ${are(count)} not in the copy, being lifted or of customers or a key it does not know: ${line}`,
    touch: (count: number, line: string) =>
      `${some(count, 'contact')} of the archive before ${are(count)} not in the copy: ${line}`,
    contact_list: (count: number, line: string) =>
      `${some(count, 'list')} handed over from the archive before ${are(count)} not in the copy, nor who was held out: ${line}`,
    result: (count: number, line: string) =>
      `${some(count, 'result of a message', 'results of messages')} told to the archive before ${are(count)} not in the copy; import the reports again: ${line}`,
    outcome: (count: number, line: string) =>
      `${some(count, 'settled follow-up')} of the archive before ${are(count)} not in the copy: ${line}`,
    calendar: (count: number, line: string) =>
      `${some(count, 'follow-up')} that calendars have from the archive before ${are(count)} not known in the copy as ones they have, and never cancelled there: ${line}`,
    play: (count: number, line: string) =>
      `${some(count, 'word', 'words')} on plays, saved or switched, of the archive before ${are(count)} not in the copy: ${line}`,
    segment: (count: number, line: string) =>
      `${some(count, 'version of a saved segment', 'versions of saved segments')} of the archive before ${are(count)} not in the copy: ${line}`,
    snapshot: (count: number, line: string) =>
      `${some(count, 'snapshot')} of segments of the archive before ${are(count)} not in the copy: ${line}`,
    erasure: (count: number, line: string) =>
      `${some(count, 'mark')} of people who were forgotten ${are(count)} not in the copy, which hashes with another key: they may come back: ${line}`,
  } satisfies Left as Left,
  check: {
    copy: 'copy',
    sound: 'sound',
    soundText: 'every page and every reference was read',
    holds: 'holds',
    holdsText: (orders: number, lines: number, customers: number, imports: number) =>
      [some(orders, 'order'), some(lines, 'line'), some(customers, 'customer'), some(imports, 'import')].join(', '),
    period: 'period',
    periodText: (first: string, last: string) => `${first} to ${last}`,
    content: 'content',
    contentText: (facts: number, digest: string) => `${some(facts, 'fact')}, sha256 ${digest}`,
    doctor: 'doctor',
    nothingWrong: 'nothing wrong',
    compared: 'archive',
    same: 'holds exactly the same',
    differs: (orders: number, facts: number) => `differs: ${some(orders, 'order')}, ${some(facts, 'fact')}`,
    noArchive: 'cannot be read, nothing to compare with',
  },
};

export const zh: typeof en = {
  taken: (path, orders) => `已复制到 ${path} 并校验：${orders} 个订单`,
  keptFor: (days) => `程序自动保留的副本 ${days} 天后删除，你自己做的副本和因损坏而另存的文件一直保留`,
  none: '这个档案还没有副本；用 regulars backup 做一个',
  why: {
    hand: '手动备份',
    migration: '档案升级之前',
    restore: '恢复另一个副本之前',
    rebuild: '重新计算所有推导内容之前',
  },
  setAside: '恢复副本时原处无法读取的文件',
  gone: (why) => `已不在原处：${why}`,
  unfinished: (copy, companion) => `${copy} 不是完整的副本：旁边的 ${companion} 含有它的一部分，或属于另一个档案`,
  unfinishedHint: (line) => `用 ${line} 把两者合成一个副本再恢复；或删除不属于它的那个文件`,
  damaged: (copy, detail) => `${copy} 已损坏：${detail}`,
  flawed: (line) => `其中的内容本身有问题，复制之前就是如此：${line}`,
  notNoted: (path) => `无法写入 ${path}：backup list 和 doctor 不会知道这个副本`,
  isArchive: (copy) => `${copy} 就是档案本身`,
  nameOfArchive: (path) => `名为 ${path} 的副本会被当作档案的一部分；请换一个文件名`,
  confirm: (path) => `要用副本替换 ${path} 吗？现有的档案会保留。[y/N]`,
  confirmNeeded: (path) => `这会用副本替换 ${path}；请加 --yes 确认`,
  restored: (path, orders, lastDay) =>
    `已恢复 ${path}：${orders} 个订单${lastDay === '' ? '' : `，最后一个在 ${lastDay}`}`,
  kept: (path) => `原来的档案保存在 ${path}`,
  keptDamaged: (path) => `原处的文件已损坏，原样保存在 ${path}`,
  carried: (suppressions, refusals) => `副本之后所说的已保留：${suppressions} 条禁止联系，${refusals} 条拒绝联系`,
  notCarried: '副本之后所说的（包括禁止联系和被忘记的人）未能全部读取，可能不在其中；联系任何人之前请先核对',
  left: {
    shop: (count, line) => `原来的档案里有 ${count} 个店铺不在副本中，或在副本中设置不同：${line}`,
    product: (count, line) => `原来的档案里有 ${count} 个商品的资料不在副本中或不同：${line}`,
    word: (count, line) => `原来的档案里有 ${count} 个状态词的含义不在副本中：${line}`,
    map: (count, line) => `原来的档案里有 ${count} 组保存的列对应不在副本中：${line}`,
    rate: (count, line) => `原来的档案里有 ${count} 条汇率不在副本中：${line}`,
    override: (count, line) => `原来的档案里有 ${count} 次合并或拆分不在副本中：${line}`,
    edit: (count, line) => `原来的档案里有 ${count} 项更正不在副本中：${line}`,
    note: (count, line) => `原来的档案里有 ${count} 条记录不在副本中：${line}`,
    tag: (count, line) => `原来的档案里有 ${count} 个标签不在副本中：${line}`,
    tag_group: (count, line) => `原来的档案里有 ${count} 个标签组的设置不在副本中：${line}`,
    tag_follow: (count, line) => `原来的档案里有 ${count} 个标签对分组的跟随不在副本中或不同：${line}`,
    tag_rename: (count, line) => `原来的档案里改过的 ${count} 个标签在副本中仍是旧名字：${line}`,
    level: (count, line) => `原来的档案里有 ${count} 个等级不在副本中或规则不同：${line}`,
    point_rule: (count, line) => `原来的档案里有 ${count} 条积分规则不在副本中：${line}`,
    points: (count, line) => `原来的档案里有 ${count} 条积分记录不在副本中：${line}`,
    consent: (count, line) => `原来的档案里有 ${count} 条联系许可不在副本中：${line}`,
    suppression: (count, line) =>
      `原来的档案里有 ${count} 条禁止联系不在副本中（已解除，或副本不认识其客户或密钥）：${line}`,
    touch: (count, line) => `原来的档案里有 ${count} 次联系不在副本中：${line}`,
    contact_list: (count, line) => `原来的档案里已交出的 ${count} 份名单（及留作对照的人）不在副本中：${line}`,
    result: (count, line) => `原来的档案里有 ${count} 条消息结果不在副本中，请重新导入回执：${line}`,
    outcome: (count, line) => `原来的档案里有 ${count} 条已处理的跟进不在副本中：${line}`,
    calendar: (count, line) => `原来的档案里有 ${count} 项已写入日历的跟进，副本不知道，因此不会在日历中取消：${line}`,
    play: (count, line) => `原来的档案里有 ${count} 次对玩法的保存或开关不在副本中：${line}`,
    segment: (count, line) => `原档案中有 ${count} 个自建分组的版本不在副本里：${line}`,
    snapshot: (count, line) => `原档案中有 ${count} 个分组快照不在副本里：${line}`,
    erasure: (count, line) => `原来的档案里有 ${count} 条删除标记不在副本中，其中的人可能会重新出现：${line}`,
  },
  check: {
    copy: '副本',
    sound: '完好',
    soundText: '每一页、每一处引用都已读过',
    holds: '内容',
    holdsText: (orders, lines, customers, imports) =>
      `${orders} 个订单，${lines} 行，${customers} 位客户，${imports} 次导入`,
    period: '期间',
    periodText: (first, last) => `${first} 至 ${last}`,
    content: '摘要',
    contentText: (facts, digest) => `${facts} 条，sha256 ${digest}`,
    doctor: '检查',
    nothingWrong: '没有问题',
    compared: '档案',
    same: '内容完全相同',
    differs: (orders, facts) => `不同：${orders} 个订单，${facts} 条`,
    noArchive: '无法读取，没有可比较的',
  },
};
