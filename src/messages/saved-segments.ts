/** Sentences of segments that were saved under a name. */
import type { FileMistake } from '../segments/segment-file.ts';
import type { PlannedSegment } from '../segments/segment-plan.ts';
import { some } from './counted.ts';

type FileProblems = Readonly<Record<FileMistake['problem'], (key: string) => string>>;
type Changes = Readonly<Record<PlannedSegment['change'], string>>;

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
  uses: {
    segments: {
      told: (name: string, by: string) => `${name} stands in the rule of ${by}`,
      line: 'regulars segment save',
    },
    levels: {
      told: (name: string, by: string) => `${name} stands in the rule of level ${by}`,
      line: 'regulars levels set',
    },
    plays: {
      told: (name: string, by: string) => `${name} stands in the rule of play ${by}`,
      line: 'regulars play apply',
    },
    tags: { told: (name: string, by: string) => `${name} is followed by tag ${by}`, line: 'regulars tag follow' },
  },
  changeFirst: (lines: string) => `change those first: ${lines}`,
  unknownVersion: (name: string, version: string, last: number) =>
    `${name} has no version "${version}"; there are 1 to ${last}`,
  wasRemoved: (name: string, when: string) => `${name} was removed on ${when}`,
  noVersions: (name: string) => `${name} is a built-in segment and has no versions`,
  broken: (name: string, problem: string) => `${name} cannot be worked out: ${problem}`,
  notExported: (name: string) => `${name} is a built-in segment; only saved ones are exported`,
  noneSaved: 'no segment was saved yet; regulars segment save makes one',
  exported: (count: number, path: string) => `${some(count, 'segment')} written to ${path}`,
  notUtf8: (file: string) => `${file} is not UTF-8; save it so`,
  mistakes: (count: number) => `there are ${count} mistakes`,
  notApplied: 'nothing was applied; mend the file and apply it again',
  line: (line: number) => `line ${line}`,
  column: (column: number) => `column ${column}`,
  fileProblems: {
    not_toml: () => 'this is no TOML',
    not_segments: () => 'segments has to be a table: [segments.NAME]',
    unknown_key: (key: string) => `"${key}" means nothing here`,
    no_where: () => 'there is no rule: where = "…"',
    not_text: (key: string) => `${key} has to be text in quotes`,
    bad_name: () => 'no commas, quotes or invisible signs in a name, at most 60 characters',
    built_in: () => 'a built-in segment has this name',
    named_twice: () => 'this segment stands in the file twice',
  } satisfies FileProblems as FileProblems,
  changes: { new: 'new', changed: 'changed', unchanged: 'unchanged' } satisfies Changes as Changes,
  planned: (changes: number, unchanged: number, others: number) =>
    `${changes === 0 ? 'nothing to change' : `${changes} to change`}, ${unchanged} unchanged${others === 0 ? '' : `, ${others} not in the file, left as ${others === 1 ? 'it is' : 'they are'}`}`,
  confirmApply: (count: number) => `Save ${count === 1 ? 'this segment' : `these ${count} segments`}? [y/N]`,
  confirmApplyNeeded: (count: number) => `this changes ${some(count, 'segment')}; confirm with --yes`,
  applied: (count: number) => `${some(count, 'segment')} saved`,
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
  uses: {
    segments: { told: (name, by) => `${by} 的条件里用到了 ${name}`, line: 'regulars segment save' },
    levels: { told: (name, by) => `等级 ${by} 的规则里用到了 ${name}`, line: 'regulars levels set' },
    plays: { told: (name, by) => `玩法 ${by} 的规则里用到了 ${name}`, line: 'regulars play apply' },
    tags: { told: (name, by) => `标签 ${by} 跟随 ${name}`, line: 'regulars tag follow' },
  },
  changeFirst: (lines) => `请先修改它们：${lines}`,
  unknownVersion: (name, version, last) => `${name} 没有第“${version}”版；共有 1 至 ${last} 版`,
  wasRemoved: (name, when) => `${name} 已于 ${when} 删除`,
  noVersions: (name) => `${name} 是内置分组，没有版本`,
  broken: (name, problem) => `${name} 无法计算：${problem}`,
  notExported: (name) => `${name} 是内置分组；只能导出保存的分组`,
  noneSaved: '还没有保存过分组；用 regulars segment save 保存一个',
  exported: (count, path) => `已把 ${count} 个分组写入 ${path}`,
  notUtf8: (file) => `${file} 不是 UTF-8 编码，请另存为 UTF-8`,
  mistakes: (count) => `有 ${count} 处错误`,
  notApplied: '没有改动任何内容；请改好文件后再执行',
  line: (line) => `第 ${line} 行`,
  column: (column) => `第 ${column} 列`,
  fileProblems: {
    not_toml: () => '这不是有效的 TOML',
    not_segments: () => 'segments 必须是表：[segments.名称]',
    unknown_key: (key) => `“${key}”在这里没有意义`,
    no_where: () => '没有条件：where = "…"',
    not_text: (key) => `${key} 必须是引号里的文字`,
    bad_name: () => '名称不能有逗号、引号或不可见的符号，最多 60 个字符',
    built_in: () => '内置分组已用了这个名称',
    named_twice: () => '文件里有两个同名的分组',
  },
  changes: { new: '新增', changed: '有变化', unchanged: '未变' },
  planned: (changes, unchanged, others) =>
    `${changes === 0 ? '没有需要改动的' : `${changes} 个要改动`}，${unchanged} 个未变${others === 0 ? '' : `，${others} 个不在文件里，保持不变`}`,
  confirmApply: (count) => `保存这 ${count} 个分组吗？[y/N]`,
  confirmApplyNeeded: (count) => `这会改动 ${count} 个分组；请加 --yes 确认`,
  applied: (count) => `已保存 ${count} 个分组`,
  acts: {
    saved: (version) => `第 ${version} 版`,
    renamed: (_, name) => `改名为 ${name}`,
    removed: () => '删除',
  },
};
