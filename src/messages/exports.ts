/** Sentences of the files that are made for analysts. */
import { some } from './counted.ts';

const rows = (count: number) => some(count, 'row');
const cells = (count: number) => (count === 1 ? '1 cell was' : `${count} cells were`);

export const en = {
  written: (path: string, count: number) => `${rows(count)} written to ${path}`,
  fileNeeded: (format: string) => `${format} is nothing for a terminal; name a file`,
  tooManyRows: (most: number) => `a sheet has room for ${most} rows, and there are more`,
  tooManyColumns: (most: number) => `a sheet has room for ${most} columns, and there are more`,
  cut: (count: number) => `${cells(count)} cut to the 32,767 characters a cell may hold`,
  replaced: (count: number) => `${cells(count)} with characters no workbook can hold; they are written as \\u{…}`,
  contactsOnly: (column: string) => `${column} is only told with --contacts`,
  listsElsewhere: 'this is for looking into; lists to be sent come from regulars export contacts',
  withheld: (count: number) => `${some(count, 'customer')} never to be contacted: without phone and e-mail`,
  refusing: (count: number) => `${some(count, 'customer')} who refused: without the phone or e-mail they refused by`,
  sinceAfterUntil: (since: string, until: string) => `--since ${since} is after --until ${until}`,
};

export const zh: typeof en = {
  written: (path, count) => `已写入 ${path}，共 ${count} 行`,
  fileNeeded: (format) => `${format} 不能显示在终端上，请指定文件`,
  tooManyRows: (most) => `一个工作表最多 ${most} 行，实际超过了`,
  tooManyColumns: (most) => `一个工作表最多 ${most} 列，实际超过了`,
  cut: (count) => `有 ${count} 个单元格超过 32767 个字符，已截断`,
  replaced: (count) => `有 ${count} 个单元格含有工作簿不能保存的字符，已写成 \\u{…}`,
  contactsOnly: (column) => `${column} 只有加上 --contacts 才会列出`,
  listsElsewhere: '此文件用于分析；发送名单请用 regulars export contacts',
  withheld: (count) => `${count} 位客户禁止联系，不列出电话和邮箱`,
  refusing: (count) => `${count} 位客户曾拒绝，不列出所拒绝的电话或邮箱`,
  sinceAfterUntil: (since, until) => `--since ${since} 晚于 --until ${until}`,
};
