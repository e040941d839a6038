/** Sentences for files and rows that cannot be taken: what is wrong and what to do next. */
import type { FileDetail, FileReason, RefusalReason } from '../ingest/refusal.ts';
import { en as containerEn, sheetsEn, sheetsZh, zh as containerZh } from './container-problems.ts';

/** A message and what to do next. */
export type Advice = readonly [message: string, hint?: string];

const at = (file: string, line: number | undefined) => (line === undefined ? file : `${file}:${line}`);
const list = (items: readonly string[] | undefined) => (items ?? []).join(', ');
const EXPORT_AGAIN = 'export the file again and ingest it as it comes, without opening it in Excel or WPS';
const EXPORT_AGAIN_ZH = '请从平台重新导出，不要用 Excel 或 WPS 打开，直接导入';

/** Files of a platform that hold no orders. */
const OTHER: Readonly<Record<string, string>> = {
  settlement: 'a settlement',
  bill: 'a bill',
  logistics: 'a list of parcels',
  payments: 'a list of payments',
  promotion: 'a report on promotions',
  returns: 'a list of returns',
};
const OTHER_ZH: Readonly<Record<string, string>> = {
  settlement: '结算文件',
  bill: '账单',
  logistics: '物流明细',
  payments: '收款明细',
  promotion: '推广报表',
  returns: '售后明细',
};

export const en = {
  refusal: {
    missing_order_id: 'the row has no order number',
    order_id_scientific: `the order number was destroyed by a spreadsheet, and two orders may have become one; ${EXPORT_AGAIN}`,
    order_id_invalid: 'this cannot be an order number',
    column_count: 'the row has another number of columns than the header',
    invalid_encoding: `characters here cannot be read or were lost (\uFFFD); type them in, or ${EXPORT_AGAIN}`,
    nul_byte: `there is a zero byte here, which no text has; mend it, or ${EXPORT_AGAIN}`,
    broken_quotes: 'a quote opens or closes here in the middle of a cell; write a quote inside a quoted cell twice',
    stray_quote: 'there is a quote here where no value has one; mend it and ingest the row again',
    missing_date: 'the order has no date',
    bad_date: 'this cannot be read as a date; where the order of day and month is the question, pass --date-format',
    date_too_old: 'no order is that old: a blank cell shown as a date, most likely',
    future_date: 'the date lies in the future',
    bad_amount: "this is not an amount in the order's currency; where the decimal sign is the question, pass --decimal",
    missing_amount: 'the order has no amount',
    too_many_decimals: 'the amount has more decimals than its currency',
    bad_quantity: 'this is not a whole number of pieces',
    bad_currency: 'this is not a currency code such as CNY or USD',
    conflicting_order_fields: 'the rows of this order contradict each other here',
    missing_customer: 'the row says neither account, e-mail, phone nor name',
    bad_flag: 'this is neither yes nor no',
  } satisfies Record<RefusalReason, string> as Readonly<Record<RefusalReason, string>>,
  fileRefused: {
    missing: (file) => [`${file}: no such file`],
    is_directory: (file) => [`${file} is a folder`, `name the files in it: regulars ingest ${file}/*.csv`],
    unreadable: (file, { value }) => [`${file} cannot be read (${value})`, 'check its permissions'],
    changed_meanwhile: (file) => [
      `${file} was written to while it was read; nothing of it was stored`,
      'wait until the download or the other program is done, then ingest it again',
    ],
    ...containerEn,
    pdf: (file) => [`${file} is a PDF, not a table`, 'export the orders as CSV or Excel'],
    json: (file) => [
      `${file} is JSON, not a table of orders`,
      'an error message of the shop, perhaps; export the orders as CSV or Excel',
    ],
    sqlite: (file) => [`${file} is an SQLite database, not an export`, 'to use it as the archive: --db FILE'],
    binary: (file) => [`${file} is not a text table`, 'export the orders as CSV or Excel'],
    bad_encoding: (file, { line, value }) => [
      `${at(file, line)}: the characters cannot be read as ${value}`,
      'the file may be cut off; export it again, or name its encoding with --encoding gb18030',
    ],
    unterminated_quote: (file, { line }) => [
      `${at(file, line)}: a quote opened here is never closed`,
      'the file may be cut off; export it again',
    ],
    truncated_row: (file, { line }) => [
      `${at(file, line)}: the last row is cut off`,
      'the download was not complete; export it again',
    ],
    mostly_unreadable: (file, { line }) => [
      `${at(file, line)}: more than 100,000 rows cannot be read as rows of this table`,
      EXPORT_AGAIN,
    ],
    no_header: (file, { closest, missing, headers, map, fields, sheets }) => [
      `${file}: no known header; closest is ${closest ?? '-'}, which lacks ${list(missing)}`,
      `${sheetsEn(sheets)}columns found: ${list(headers)}\ntell which is which: ${map ?? ''}\nother fields: ${list(fields)}`,
    ],
    no_product_facts: (file, { line }) => [
      `${at(file, line)}: there is nothing of products here but their names`,
      'the facts are category, cost and days_of_supply; where they are called otherwise: --map cost=Header',
    ],
    customers: (file) => [`${file} holds customers, not orders`, `to take them in: regulars ingest ${file}`],
    orders: (file) => [`${file} holds orders, not customers`, `to take them in: regulars ingest ${file}`],
    no_orders: (file, { line, found, value, expected }) => [
      `${at(file, line)}: this is ${OTHER[value ?? ''] ?? 'another file'} of ${found ?? '?'}; it holds no orders`,
      expected === undefined
        ? 'export the orders of the shop that was paid through it, and ingest those'
        : `export the order report of ${expected} and ingest that`,
    ],
    mojibake_header: (file, { line, value, found }) => [
      found
        ? `${at(file, line)}: the header is garbled: "${value}" was once "${found}", read in a wrong encoding and saved so`
        : `${at(file, line)}: the header is garbled: "${value}"; its letters are lost`,
      `what was garbled cannot be trusted to be mended; ${EXPORT_AGAIN}`,
    ],
    headerless: (file, { line, value }) => [
      `${at(file, line)}: the table begins with values ("${value}") and has no header`,
      'export it with its column names, or put them in as the first line',
    ],
    sideways: (file, { line }) => [
      `${at(file, line)}: the table lies on its side: its column names stand below each other`,
      'turn it round (paste special, transpose) or export it again',
    ],
    other_header: (file, { line }) => [
      `${at(file, line)}: a second header begins here, with its columns in other places`,
      'two exports were joined; ingest each of them by itself',
    ],
    duplicate_column: (file, { line, column }) => [
      `${at(file, line)}: two columns are called "${column}"`,
      'rename or delete one of them and ingest again',
    ],
    no_rows: (file) => [`${file} has a header and no orders`, 'choose a longer period when exporting'],
    ambiguous_number: (file, { line, value }) => [
      `${at(file, line)}: "${value}" may mean thousands or decimals`,
      'say which sign separates decimals: --decimal point or --decimal comma',
    ],
    mixed_numbers: (file, { line, value }) => [
      `${at(file, line)}: "${value}" is written another way than the amounts above`,
      'say which sign separates decimals: --decimal point or --decimal comma',
    ],
    ambiguous_date: (file, { line, value }) => [
      `${at(file, line)}: "${value}" may be day/month or month/day`,
      'say which: --date-format dmy or --date-format mdy',
    ],
    mixed_dates: (file, { line, value }) => [
      `${at(file, line)}: "${value}" puts day and month another way round than other rows`,
      'the file mixes two date styles; export it again, or --date-format dmy (or mdy) to refuse only the odd rows',
    ],
    rotated_dates: (file, { line, value }) => [
      `${at(file, line)}: "${value}": a spreadsheet has turned the dates of this file round; year, month and day stand in each other's place`,
      EXPORT_AGAIN,
    ],
    rounded_order_ids: (file, { line, column, value }) => [
      `${at(file, line)}: ${column} "${value}": a spreadsheet has rounded the order numbers of this file`,
      EXPORT_AGAIN,
    ],
    other_shop: (file, { line, value, found }) => [
      `${at(file, line)}: order ${value} of the shop "${found}" is known with another buyer or date`,
      'if this file is from another shop, name it: --shop NAME',
    ],
    map_name_taken: (_, { value }) => [
      `${value} names a map for other rows already`,
      'regulars maps list; take another name',
    ],
    taken_for_other_shop: (file, { value, found }) => [
      `${file} was already ingested for the shop "${found}"; the same orders are not taken for another`,
      `if the shop was wrong: regulars imports undo ${value}, then ingest it again`,
    ],
    orders_of_unnamed_shop: (file, { value, found, expected }) => [
      `${file} names the shop "${expected}", and orders of it stand already in "${found}", from a file that named no shop`,
      `if they are one shop: regulars ingest ${file} --shop '${found}'; for its own name: regulars imports undo ${value}, ingest this file, then that one again`,
    ],
    unexpected_orders: (file, { expected, found }) => [
      `${file} has ${found} orders, not ${expected} as expected`,
      'nothing was stored; check the period of the export, or the refused rows',
    ],
    unexpected_total: (file, { expected, found, value }) => [
      `the orders of ${file} come to ${value} ${found}, not ${expected} as expected`,
      'nothing was stored; check the period of the export, or the refused rows',
    ],
  } as Readonly<Record<FileReason, (file: string, detail: FileDetail) => Advice>>,
};

export const zh: typeof en = {
  refusal: {
    missing_order_id: '这一行没有订单号',
    order_id_scientific: `订单号被表格软件破坏，两个订单可能变成同一个；${EXPORT_AGAIN_ZH}`,
    order_id_invalid: '这不可能是订单号',
    column_count: '这一行的列数与表头不同',
    invalid_encoding: `这里有无法读取或已丢失的字符（\uFFFD）；请补上，或${EXPORT_AGAIN_ZH.replace('请', '')}`,
    nul_byte: `这里有零字节，文本中不应出现；请修正，或${EXPORT_AGAIN_ZH.replace('请', '')}`,
    broken_quotes: '引号在单元格中间打开或关闭；带引号的单元格里，引号要写两次',
    stray_quote: '这里的值不应含有引号；请修正后重新导入这一行',
    missing_date: '订单没有日期',
    bad_date: '这无法读作日期；如果是日月顺序的问题，请加 --date-format',
    date_too_old: '不会有这么早的订单：很可能是空单元格显示成了日期',
    future_date: '日期在未来',
    bad_amount: '这不是该订单货币的金额；如果是小数点的问题，请加 --decimal',
    missing_amount: '订单没有金额',
    too_many_decimals: '金额的小数位数超过该货币的位数',
    bad_quantity: '这不是整数件数',
    bad_currency: '这不是货币代码（如 CNY、USD）',
    conflicting_order_fields: '同一订单的各行在这里互相矛盾',
    missing_customer: '这一行没有账号、邮箱、电话，也没有姓名',
    bad_flag: '这里既不是“是”也不是“否”',
  },
  fileRefused: {
    missing: (file) => [`${file}：没有这个文件`],
    is_directory: (file) => [`${file} 是文件夹`, `请指定其中的文件：regulars ingest ${file}/*.csv`],
    unreadable: (file, { value }) => [`无法读取 ${file}（${value}）`, '请检查文件权限'],
    changed_meanwhile: (file) => [`${file} 在读取时被改写；没有存入任何内容`, '请等下载或其他程序完成后再导入'],
    ...containerZh,
    pdf: (file) => [`${file} 是 PDF，不是表格`, '请把订单导出为 CSV 或 Excel'],
    json: (file) => [`${file} 是 JSON，不是订单表格`, '可能是店铺后台返回的错误；请把订单导出为 CSV 或 Excel'],
    sqlite: (file) => [`${file} 是 SQLite 数据库，不是导出文件`, '如要作为档案使用：--db 文件'],
    binary: (file) => [`${file} 不是文本表格`, '请把订单导出为 CSV 或 Excel'],
    bad_encoding: (file, { line, value }) => [
      `${at(file, line)}：无法按 ${value} 读取文字`,
      '文件可能被截断，请重新导出；或用 --encoding gb18030 指定编码',
    ],
    unterminated_quote: (file, { line }) => [`${at(file, line)}：这里打开的引号没有关闭`, '文件可能被截断，请重新导出'],
    truncated_row: (file, { line }) => [`${at(file, line)}：最后一行不完整`, '下载没有完成，请重新导出'],
    mostly_unreadable: (file, { line }) => [`${at(file, line)}：超过 100,000 行无法按此表读取`, EXPORT_AGAIN_ZH],
    no_header: (file, { closest, missing, headers, map, fields, sheets }) => [
      `${file}：没有认识的表头；最接近的是 ${closest ?? '-'}，缺少 ${list(missing)}`,
      `${sheetsZh(sheets)}文件中的列：${list(headers)}\n请指明各列含义：${map ?? ''}\n其他字段：${list(fields)}`,
    ],
    no_product_facts: (file, { line }) => [
      `${at(file, line)}：除了商品名称，没有其他资料`,
      '资料列为 category、cost、days_of_supply；列名不同时请指明：--map cost=列名',
    ],
    customers: (file) => [`${file} 里是客户，不是订单`, `导入：regulars ingest ${file}`],
    orders: (file) => [`${file} 里是订单，不是客户`, `导入：regulars ingest ${file}`],
    no_orders: (file, { line, found, value, expected }) => [
      `${at(file, line)}：这是 ${found ?? '?'} 的${OTHER_ZH[value ?? ''] ?? '其他文件'}，其中没有订单`,
      expected === undefined ? '请从收款的店铺导出订单再导入' : `请导出 ${expected} 的订单报表再导入`,
    ],
    mojibake_header: (file, { line, value, found }) => [
      found
        ? `${at(file, line)}：表头是乱码：“${value}”原为“${found}”，曾以错误的编码打开并保存`
        : `${at(file, line)}：表头是乱码：“${value}”，原来的文字已丢失`,
      `乱码的内容无法可靠复原；${EXPORT_AGAIN_ZH}`,
    ],
    headerless: (file, { line, value }) => [
      `${at(file, line)}：表格一开始就是数据（“${value}”），没有表头`,
      '请连同列名一起导出，或把列名补在第一行',
    ],
    sideways: (file, { line }) => [
      `${at(file, line)}：表格是横放的：列名竖着排列`,
      '请转置（选择性粘贴→转置）后再导入，或重新导出',
    ],
    other_header: (file, { line }) => [
      `${at(file, line)}：从这里开始是另一个表头，各列位置不同`,
      '两份导出被拼在了一起；请分别导入',
    ],
    duplicate_column: (file, { line, column }) => [
      `${at(file, line)}：有两列都叫“${column}”`,
      '请改名或删除其中一列后再导入',
    ],
    no_rows: (file) => [`${file} 只有表头，没有订单`, '导出时请选择更长的时间段'],
    ambiguous_number: (file, { line, value }) => [
      `${at(file, line)}：“${value}”可能是千分位，也可能是小数`,
      '请指明小数符号：--decimal point 或 --decimal comma',
    ],
    mixed_numbers: (file, { line, value }) => [
      `${at(file, line)}：“${value}”的写法与前面的金额不同`,
      '请指明小数符号：--decimal point 或 --decimal comma',
    ],
    ambiguous_date: (file, { line, value }) => [
      `${at(file, line)}：“${value}”可能是日/月，也可能是月/日`,
      '请指明：--date-format dmy 或 --date-format mdy',
    ],
    mixed_dates: (file, { line, value }) => [
      `${at(file, line)}：“${value}”的日月顺序与其他行相反`,
      '文件混用了两种日期写法；请重新导出，或用 --date-format dmy（或 mdy）只拒收异常行',
    ],
    rotated_dates: (file, { line, value }) => [
      `${at(file, line)}：“${value}”：表格软件把这份文件的日期弄乱了，年、月、日互相错位`,
      EXPORT_AGAIN_ZH,
    ],
    rounded_order_ids: (file, { line, column, value }) => [
      `${at(file, line)}：${column}“${value}”：这份文件的订单号已被表格软件截断`,
      EXPORT_AGAIN_ZH,
    ],
    other_shop: (file, { line, value, found }) => [
      `${at(file, line)}：店铺“${found}”的订单 ${value} 已存在，但买家或日期不同`,
      '如果这份文件来自另一家店，请用 --shop 店名 指明',
    ],
    map_name_taken: (_, { value }) => [`名称 ${value} 已用于另一类行的列对应`, 'regulars maps list；请另取一个名称'],
    taken_for_other_shop: (file, { value, found }) => [
      `${file} 已作为店铺“${found}”导入；同样的订单不会再计入另一家店`,
      `如果店铺有误：先 regulars imports undo ${value}，再重新导入`,
    ],
    orders_of_unnamed_shop: (file, { value, found, expected }) => [
      `${file} 写明店铺“${expected}”，但其中有订单已经在“${found}”里，来自没写店铺的文件`,
      `如果是同一家店：regulars ingest ${file} --shop '${found}'；想用店铺自己的名字：先 regulars imports undo ${value}，导入本文件，再重新导入那个文件`,
    ],
    unexpected_orders: (file, { expected, found }) => [
      `${file} 有 ${found} 个订单，不是预期的 ${expected} 个`,
      '没有存入任何内容；请检查导出的时间段或拒收的行',
    ],
    unexpected_total: (file, { expected, found, value }) => [
      `${file} 的订单合计 ${value} ${found}，不是预期的 ${expected}`,
      '没有存入任何内容；请检查导出的时间段或拒收的行',
    ],
  },
};
