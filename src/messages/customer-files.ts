/** Sentences of `customers import`: what a table of customers brought, and what to say where it is not known. */
import { some } from './counted.ts';

export const en = {
  noFilesHint: 'regulars customers import customers.xlsx, or - to read from a pipe',
  unknown: (file: string) => `${file}: no known header of customers`,
  noColumns: (headers: string, line: string, fields: string) =>
    `columns found: ${headers}\ntell which is which, an account, e-mail, phone or name at least: ${line}\nother fields: ${fields}; own:NAME keeps a column under a name of yours`,
  looksLikeCustomers: (file: string) => `${file} has neither amounts nor items; it may be a table of customers`,
  takeAsCustomers: (line: string, asOrders: string) =>
    `to take it in as such: ${line}\nif it holds orders, tell which column is which: ${asOrders}`,
  proposed: (line: string) => `it may be read like this; look at it and paste it:\n${line}`,
  notProposed: (headers: string) =>
    `not read: ${headers}; to keep one of these under a name of yours: --map own:NAME=Header`,
  needsCountry: (file: string) => `in which country are the phones of ${file} that have no country code?`,
  needsCountryHint: (line: string) => `${line}\nput your own in the place of CN`,
  askCountry: 'Country of the phones without a country code (for example CN):',
  badMap: (text: string) => `--map ${text} is not field=Header with a known field, or own:NAME=Header`,
  nameOnly: (rows: number) =>
    `${some(rows, 'row')} ${rows === 1 ? 'has' : 'have'} only a name: they join nobody, and are customers of their own`,
  blacklisted: (rows: number) =>
    `${some(rows, 'row')} of a blacklist: never contacted from now on; regulars suppress list shows and lifts it`,
  leftOut: (cells: number) =>
    `${some(cells, 'cell')} could not be read and ${cells === 1 ? 'was' : 'were'} left out; the rest of the row was taken. Mend the file and import it again, or say it with regulars customers edit`,
  readBefore: (file: string, id: number, undo: string) =>
    `${file} was taken before with other flags (import ${id}), and both stand: what this one says holds; without the other: ${undo}`,
  notRead: (headers: string) => `columns that are not read: ${headers}`,
  standingUnknown:
    'neither the name of the file nor a column says whether these people are subscribed: nobody is taken to have agreed; Mailchimp calls its files subscribed_…, unsubscribed_… and cleaned_…',
};

export const zh: typeof en = {
  noFilesHint: 'regulars customers import 客户.xlsx，或用 - 从管道读取',
  unknown: (file) => `${file}：没有认识的客户表头`,
  noColumns: (headers, line, fields) =>
    `文件中的列：${headers}\n请指明各列含义，至少要有账号、邮箱、电话或姓名之一：${line}\n其他字段：${fields}；own:名称 可以把一列按你自己的名称保存`,
  looksLikeCustomers: (file) => `${file} 既没有金额也没有商品，可能是一份客户表`,
  takeAsCustomers: (line, asOrders) => `作为客户表导入：${line}\n如果里面是订单，请指明各列含义：${asOrders}`,
  proposed: (line) => `可以这样读取，确认后粘贴执行：\n${line}`,
  notProposed: (headers) => `未读取：${headers}；要以自己的名称保存其中某列：--map own:名称=表头`,
  needsCountry: (file) => `${file} 里没有国家代码的电话是哪个国家的？`,
  needsCountryHint: (line) => `${line}\n请把 CN 换成你自己的`,
  askCountry: '没有国家代码的电话属于哪个国家（例如 CN）：',
  badMap: (text) => `--map ${text} 的写法应为 字段=表头（字段须为已知字段）或 own:名称=表头`,
  nameOnly: (rows) => `${rows} 行只有姓名：不与任何人合并，各自成为一位客户`,
  blacklisted: (rows) => `${rows} 行在黑名单中：今后不再联系；regulars suppress list 可查看和解除`,
  leftOut: (cells) =>
    `${cells} 个单元格无法读取，已略去，该行其余内容已导入。可改好文件后重新导入，或用 regulars customers edit 填写`,
  readBefore: (file, id, undo) =>
    `${file} 之前用其他选项导入过（导入 ${id}），两次都有效，以这次所说为准；要去掉之前那次：${undo}`,
  notRead: (headers) => `未读取的列：${headers}`,
  standingUnknown:
    '文件名和各列都没有写明这些人是否订阅：不视为任何人同意；Mailchimp 的文件名以 subscribed_、unsubscribed_ 或 cleaned_ 开头',
};
