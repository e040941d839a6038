/** Sentences for files whose container cannot be read: archives, workbooks, other programs' formats. */
import type { ContainerReason, FileDetail } from '../ingest/refusal.ts';
import type { SheetNote } from '../ingest/tables/table-source.ts';
import type { Advice } from './file-problems.ts';

type Sentences = Readonly<Record<ContainerReason, (file: string, detail: FileDetail) => Advice>>;

const at = (file: string, line: number | undefined) => (line === undefined ? file : `${file}:${line}`);
/** An archive may hold thousands. */
const SHOWN = 12;
const list = (items: readonly string[] = [], separator = ', ') =>
  [...items.slice(0, SHOWN), ...(items.length > SHOWN ? ['…'] : [])].join(separator);

const SAVE_AS = 'open it and save it as .xlsx or CSV, then ingest that';
const SAVE_AS_ZH = '请打开它，另存为 .xlsx 或 CSV 后再导入';
const AGAIN = 'the download may be incomplete; export it again';
const AGAIN_ZH = '下载可能不完整，请重新导出';

const OUTCOMES: Readonly<Record<SheetNote['outcome'], readonly [en: string, zh: string]>> = {
  read: ['no known header', '没有认识的表头'],
  empty: ['empty', '空'],
  hidden: ['hidden', '隐藏'],
  other_columns: ['other columns', '列不同'],
  not_asked_for: ['not asked for', '未指定'],
  no_table: ['no known header', '没有认识的表头'],
};

/** One line that names every sheet of a workbook and why it was not taken; '' where there are none to name. */
export function sheetsEn(sheets: readonly SheetNote[] | undefined): string {
  if (!sheets) return '';
  const names = list(sheets.map(({ name, outcome }) => `${name} (${OUTCOMES[outcome][0]})`));
  return `sheets: ${names}${choosable(sheets) ? '; --sheet NAME reads one of them' : ''}\n`;
}

export function sheetsZh(sheets: readonly SheetNote[] | undefined): string {
  if (!sheets) return '';
  const names = sheets.map(({ name, outcome }) => `${name}（${OUTCOMES[outcome][1]}）`);
  return `工作表：${list(names, '、')}${choosable(sheets) ? '；用 --sheet 名称 指定其中一个' : ''}\n`;
}

const choosable = (sheets: readonly SheetNote[]) => sheets.some(({ outcome }) => outcome !== 'empty');

export const en: Sentences = {
  nothing_below: (file) => [`${file} has a header and no rows below it`, 'look whether it was saved or exported whole'],
  empty: (file, { sheets }) => [
    `${file} is empty`,
    sheets ? sheetsEn(sheets).trim() : 'the download may have failed; export it again',
  ],
  html: (file) => [
    `${file} is a web page or XML (HTML), not a CSV or Excel workbook`,
    'the login may have expired during the download; export it again, or save it as .xlsx',
  ],
  zip: (file) => [`${file} is a zip archive without an export in it`, 'unpack it and ingest the files in it'],
  zip_several: (file, { files }) => [
    `${file} holds several files: ${list(files)}`,
    'unpack it and ingest those that are exports',
  ],
  zip_password: (file, { value }) => [
    `${file}: ${value} is protected by a password`,
    'unpack it with the password the platform gave you, then ingest what is inside',
  ],
  zip_method: (file, { value }) => [
    `${file}: ${value} is compressed in a way that cannot be read here`,
    'unpack it and ingest what is inside',
  ],
  zip_cut_off: (file) => [`${file} is cut off`, AGAIN],
  zip_damaged: (file, { value }) => [`${file} is damaged${value === undefined ? '' : ` at ${value}`}`, AGAIN],
  zip_duplicate: (file, { value }) => [
    `${file} holds ${value} twice, and programs differ in which they read`,
    'open it in Excel or WPS, save it again and ingest that, or export it again',
  ],
  zip_bomb: (file, { value }) => [
    `${file} inflates to far more than a file of its size holds${value === undefined ? '' : ` (${value})`}`,
    'this is no export; if it is, unpack it, save it as CSV and ingest that',
  ],
  password: (file) => [`${file} is protected by a password`, 'open it, remove the password and save it again'],
  old_excel: (file, { value }) => [
    `${file} is a workbook of Excel ${value}, which is too old to read`,
    'open it and save it as .xlsx or CSV, or export it as such',
  ],
  other_format: (file, { value }) => [`${file} is ${value}, not a CSV or Excel (.xlsx, .xls) file`, SAVE_AS],
  bad_workbook: (file, { value, line }) => [
    `${at(file, line)} cannot be read as a workbook: ${value} is damaged`,
    AGAIN,
  ],
  xml_doctype: (file) => [
    `${file} has a document type declaration (DOCTYPE) inside, which no spreadsheet writes`,
    'it was made by something else, and may be harmful; export it again from the shop',
  ],
  cell_too_long: (file, { line }) => [
    `${at(file, line)}: a cell is longer than the 32,767 characters a spreadsheet can hold`,
    'the file was not made by a spreadsheet; export it as CSV',
  ],
  too_large: (file, { line }) => [
    `${at(file, line)}: the workbook is larger than a spreadsheet can be`,
    'export a shorter period, or CSV',
  ],
  too_slow: (file) => [`${file} takes too long to read as a workbook`, SAVE_AS],
  no_such_sheet: (file, { value, sheets = [] }) => [
    `${file} has no sheet ${value}`,
    `its sheets: ${list(sheets.map(({ name }) => name))}; give an exact name, or a number from 1`,
  ],
  several_tables: (file, { files, value }) => [
    `${file} has orders under different headers on several sheets: ${list(files)}`,
    `ingest them one by one: --sheet ${JSON.stringify(files?.[0] ?? value)}`,
  ],
  formula_without_value: (file, { line, column }) => [
    `${at(file, line)}: ${column} is a formula that was never worked out`,
    'open the file in Excel or WPS, save it, and ingest it again',
  ],
};

export const zh: Sentences = {
  nothing_below: (file) => [`${file} 只有表头，下面没有任何行`, '请检查该文件是否完整保存或导出'],
  empty: (file, { sheets }) => [`${file} 是空文件`, sheets ? sheetsZh(sheets).trim() : '可能下载失败了，请重新导出'],
  html: (file) => [
    `${file} 是网页或 XML（HTML），不是 CSV 或 Excel`,
    '下载时登录可能已过期；请重新导出，或另存为 .xlsx',
  ],
  zip: (file) => [`${file} 是压缩包，里面没有导出文件`, '请解压后导入其中的文件'],
  zip_several: (file, { files }) => [`${file} 里有多个文件：${list(files, '、')}`, '请解压后导入其中的导出文件'],
  zip_password: (file, { value }) => [`${file}：${value} 有密码保护`, '请用平台提供的密码解压，再导入里面的文件'],
  zip_method: (file, { value }) => [`${file}：${value} 的压缩方式无法读取`, '请解压后导入里面的文件'],
  zip_cut_off: (file) => [`${file} 不完整`, AGAIN_ZH],
  zip_damaged: (file, { value }) => [`${file} 已损坏${value === undefined ? '' : `（${value}）`}`, AGAIN_ZH],
  zip_duplicate: (file, { value }) => [
    `${file} 里有两个 ${value}，不同软件会读到不同内容`,
    '请用 Excel 或 WPS 打开后另存再导入，或重新导出',
  ],
  zip_bomb: (file, { value }) => [
    `${file} 解压后远大于正常文件${value === undefined ? '' : `（${value}）`}`,
    '这不像导出文件；如果确实是，请解压后另存为 CSV 再导入',
  ],
  password: (file) => [`${file} 有密码保护`, '请打开文件，去掉密码后另存'],
  old_excel: (file, { value }) => [`${file} 是 Excel ${value} 的工作簿，版本太旧，无法读取`, SAVE_AS_ZH],
  other_format: (file, { value }) => [`${file} 是 ${value}，不是 CSV 或 Excel（.xlsx、.xls）文件`, SAVE_AS_ZH],
  bad_workbook: (file, { value, line }) => [`${at(file, line)} 无法作为工作簿读取：${value} 已损坏`, AGAIN_ZH],
  xml_doctype: (file) => [
    `${file} 内含文档类型声明（DOCTYPE），表格软件不会写入这种内容`,
    '它由别的程序生成，可能有害；请从店铺后台重新导出',
  ],
  cell_too_long: (file, { line }) => [
    `${at(file, line)}：有单元格超过表格软件上限的 32767 个字符`,
    '文件不是表格软件生成的；请导出为 CSV',
  ],
  too_large: (file, { line }) => [`${at(file, line)}：工作簿超过表格软件的上限`, '请导出更短的时间段，或导出 CSV'],
  too_slow: (file) => [`${file} 作为工作簿读取时间过长`, SAVE_AS_ZH],
  no_such_sheet: (file, { value, sheets = [] }) => [
    `${file} 没有名为 ${value} 的工作表`,
    `现有工作表：${list(
      sheets.map(({ name }) => name),
      '、',
    )}；请给出准确名称，或从 1 开始的序号`,
  ],
  several_tables: (file, { files, value }) => [
    `${file} 有多个工作表含有订单且表头不同：${list(files, '、')}`,
    `请逐个导入：--sheet ${JSON.stringify(files?.[0] ?? value)}`,
  ],
  formula_without_value: (file, { line, column }) => [
    `${at(file, line)}：${column} 是从未计算过的公式`,
    '请用 Excel 或 WPS 打开文件并保存，再重新导入',
  ],
};
