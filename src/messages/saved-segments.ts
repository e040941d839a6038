/** Sentences of segments that were saved under a name. */
import { some } from './counted.ts';

const customers = (count: number) => some(count, 'customer');

export const en = {
  badName: (name: string) =>
    `"${name}" cannot name a segment: no commas, quotes or invisible signs, at most 60 characters`,
  builtIn: (name: string) => `${name} is a built-in segment; take another name`,
  builtInStays: (name: string) => `${name} is a built-in segment, and stays as it is`,
  nameTaken: (name: string) => `there is a segment called ${name} already`,
  whereNeeded: (name: string) => `what is the rule of ${name}? give it with --where`,
  circle: (chain: readonly string[]) => `a segment cannot follow from itself: ${chain.join(' → ')}`,
  saved: (name: string, version: number, count: number, net: string) =>
    `${name} saved as version ${version}: ${customers(count)} today, net ${net}`,
  unchanged: (name: string, version: number) => `${name} is unchanged, version ${version}`,
  nobody: (name: string) => `nobody is in ${name} today`,
  renamed: (from: string, to: string) => `${from} is called ${to} now`,
  removed: (name: string) => `${name} removed; its versions stay: regulars segment show`,
  referredTo: (name: string, by: readonly string[]) => `${name} stands in the rule of ${by.join(', ')}`,
  referredToHint: 'change those first: regulars segment save',
  unknownVersion: (name: string, version: string, last: number) =>
    `${name} has no version "${version}"; there are 1 to ${last}`,
  wasRemoved: (name: string, when: string) => `${name} was removed on ${when}`,
  noVersions: (name: string) => `${name} is a built-in segment and has no versions`,
  broken: (name: string, problem: string) => `${name} cannot be worked out: ${problem}`,
  acts: {
    saved: (version: number) => `version ${version}`,
    renamed: (_: number, name: string) => `called ${name}`,
    removed: () => 'removed',
  } as Readonly<Record<'saved' | 'renamed' | 'removed', (version: number, name: string) => string>>,
};

export const zh: typeof en = {
  badName: (name) => `“${name}”不能作为分组名称：不能有逗号、引号或不可见的符号，最多 60 个字符`,
  builtIn: (name) => `${name} 是内置分组，请换一个名称`,
  builtInStays: (name) => `${name} 是内置分组，不能改动`,
  nameTaken: (name) => `已经有名为 ${name} 的分组`,
  whereNeeded: (name) => `${name} 的条件是什么？请用 --where 写明`,
  circle: (chain) => `分组不能由自己得出：${chain.join(' → ')}`,
  saved: (name, version, count, net) => `已保存 ${name}，第 ${version} 版：今天有 ${count} 位客户，净额 ${net}`,
  unchanged: (name, version) => `${name} 没有变化，仍是第 ${version} 版`,
  nobody: (name) => `今天 ${name} 里没有客户`,
  renamed: (from, to) => `${from} 现在叫 ${to}`,
  removed: (name) => `已删除 ${name}；各版本保留，可用 regulars segment show 查看`,
  referredTo: (name, by) => `${by.join('、')} 的条件里用到了 ${name}`,
  referredToHint: '请先修改它们：regulars segment save',
  unknownVersion: (name, version, last) => `${name} 没有第“${version}”版；共有 1 至 ${last} 版`,
  wasRemoved: (name, when) => `${name} 已于 ${when} 删除`,
  noVersions: (name) => `${name} 是内置分组，没有版本`,
  broken: (name, problem) => `${name} 无法计算：${problem}`,
  acts: {
    saved: (version) => `第 ${version} 版`,
    renamed: (_, name) => `改名为 ${name}`,
    removed: () => '删除',
  },
};
