/** Sentences of ingest: what was taken, what was refused and why, what to do next. */
import type { SheetNote } from '../ingest/tables/table-source.ts';
import type { Advice } from './file-problems.ts';

export const en = {
  reading: (file: string) => `Reading ${file}`,
  storing: (file: string) => `Storing ${file}`,
  noFiles: 'no file was named',
  noFilesHint: 'regulars ingest orders.csv, or - to read from a pipe',
  proposed: (line: string) =>
    `it may be read like this; look at it and paste it:\n${line}\nregulars platforms explain with the same flags shows how`,
  totalUnclear:
    'orders stand in several rows with the same amount in each: it counts once for the order; where it is the amount of each row, say line_total for order_total',
  justWritten: (file: string) => `${file} was saved a moment ago and may not be whole yet: the next run takes it`,
  proposalHeads: { field: 'field', column: 'column', example: 'first values' },
  firstOrders: 'the first orders, read that way:',
  askProposal: (name: string) => `Read it so, and keep this as "${name}" for later files? [y/N]`,
  proposalDeclined: (file: string) => `${file} was not taken`,
  unknownMap: (name: string, known: string) =>
    `there is no map "${name}"${known === '' ? '' : `; there are: ${known}`}`,
  mapRemoved: (name: string, files: number) =>
    `map ${name} removed; ${files === 1 ? 'the one file' : `the ${files} files`} read with it ${files === 1 ? 'stays' : 'stay'}`,
  emptyFolder: (folder: string) =>
    `${folder} has no file that may be an export (.csv, .tsv, .txt, .xlsx, .xls, .xml, .zip, .gz); folders in it are not looked into: name them, or '${folder}/**/*'`,
  nothingMatches: (pattern: string) => `no file matches ${pattern}`,
  outcomes: { known: 'ingested before', refused: 'not taken' },
  layout: (platform: string, layout: string) => `${platform} ${layout}`,
  newShop: (name: string, currency: string, zone: string) => `new shop ${name}: ${currency}, time zone ${zone}`,
  onlyShop: (name: string, platform: string) =>
    `no shop was named: taken for ${name}, the only shop of ${platform}; of another: --shop NAME`,
  calledInFile: (names: string, shop: string) =>
    `the file calls the shop ${names}; its orders are taken for ${shop}, as --shop says`,
  whichShop: (file: string, platform: string, shops: readonly string[]) =>
    `which shop is ${file} of? It names none, and there are several${platform === '' ? '' : ` of ${platform}`}: ${shops.join(', ')}`,
  whichShopHint: 'put the right one in the place of this; a new name makes a new shop',
  zoneFromFile: (name: string, zone: string, command: string) =>
    `the time zone of ${name} was worked out from the times in the file: ${zone}; to set another: ${command}`,
  alreadyTaken: (file: string, when: string) => `${file} was already ingested on ${when}; nothing changed`,
  saysTheSame: (file: string, when: string, id: number) =>
    `${file} was already ingested on ${when} (import ${id}); read with these flags it says the same, and nothing changed`,
  labels: { orders: 'orders', lines: 'lines', money: 'money', customers: 'customers', rows: 'rows' },
  orders: (added: number, changed: number, unchanged: number, refused: number) =>
    `${added} new, ${changed} changed, ${unchanged} unchanged, ${refused} refused`,
  money: (net: string, refunded: string) => (refunded === '' ? `net ${net}` : `net ${net}, refunded ${refunded}`),
  customers: (added: number, matched: number, anonymous: number) =>
    `${added} new, ${matched} known${anonymous > 0 ? `, ${anonymous} ${anonymous === 1 ? 'order' : 'orders'} without any contact` : ''}`,
  rows: (read: number, parts: readonly string[]) => `${read} read: ${parts.join(', ')}`,
  rowKinds: {
    orders: (count: number) => `${count} of orders`,
    copies: (count: number) => `${count} repeated`,
    blank: (count: number) => `${count} blank`,
    repeatedHeader: (count: number) => `${count} pasted header`,
    description: (count: number) => `${count} explaining the columns`,
    totals: (count: number) => `${count} totals`,
    footer: (count: number) => `${count} footer`,
    refused: (count: number) => `${count} refused`,
  },
  rowsOfCustomers: (count: number) => `${count} of customers`,
  noneRefused: 'nothing was refused',
  next: (command: string) => `Next: ${command}`,
  howToMend: (rejects: string, again: string) => `to mend them: ${rejects}\nthen correct mend.csv and: ${again}`,
  moreRefused: (file: string, count: number) => `${file}: ${count} more refused`,
  rejectsWritten: (rows: number, path: string, command: string) =>
    `${rows} refused ${rows === 1 ? 'row' : 'rows'} written to ${path}; mend them there, then: ${command}`,
  unknownWord: (word: string, column: string, orders: number) =>
    `"${word}" (${column}) is not known: ${orders} ${orders === 1 ? 'order is' : 'orders are'} kept and not counted`,
  mapIt: (line: string) =>
    `say what it means: ${line} (with unpaid, paid, shipped, completed, cancelled, refunded or nothing for the …)`,
  badMeaning: (meaning: string, remove: boolean) =>
    remove ? 'with --remove no meaning is given' : `"${meaning}" is no meaning of a status word`,
  wordNowhere: (word: string, platform: string) => `no order of ${platform} says "${word}" where it is not understood`,
  wordNowhereHint: (platform: string) =>
    `regulars platforms words ${platform} lists what they say; to map it all the same, name its column: --column status`,
  wordMapped: (word: string, meaning: string | null, orders: number) =>
    `"${word}" ${meaning === null ? 'means what the platform’s own list says again' : `means ${meaning}`}: ${orders} ${orders === 1 ? 'order changed' : 'orders changed'}`,
  assumedWord: (word: string, column: string, meaning: string, orders: number) =>
    `"${word}" (${column}) is taken for "${meaning}" in ${orders} ${orders === 1 ? 'order' : 'orders'}: assumed, nobody has seen it in a file yet`,
  waiting: (count: number) =>
    `the items of ${count} ${count === 1 ? 'order' : 'orders'} are kept and wait for the orders themselves: ingest the order report of the same time, before or after`,
  duplicateHeaders: (names: string) => `several columns are called ${names}; none of them is read`,
  encodingGuessed: (encoding: string) =>
    `the file does not say which characters it is written in; read as ${encoding}. If names look wrong, pass --encoding`,
  withoutStatus: 'no row says how its order stands: every order counts as paid',
  repeatedOrders: (orders: string, count: number) =>
    `${count} ${count === 1 ? 'order stands' : 'orders stand'} in the file more than once, row for row; taken once: ${orders}`,
  shiftedTimes: (count: number) =>
    `${count} ${count === 1 ? 'time does' : 'times do'} not exist in the shop's zone (clocks went forward); moved to the next hour`,
  doubleTimes: (count: number) =>
    `${count} ${count === 1 ? 'time exists' : 'times exist'} twice in the shop's zone (clocks went back); the earlier was taken`,
  lostPlatformIds: (count: number) =>
    `the second order number of ${count} ${count === 1 ? 'order' : 'orders'} was rounded by a spreadsheet and is not kept`,
  belowZero: (count: number) =>
    `${count} ${count === 1 ? 'refund names' : 'refunds name'} no sale: kept as ${count === 1 ? 'an order' : 'orders'} below zero, which ${count === 1 ? 'does' : 'do'} not count and take nothing off any other`,
  hiddenRows: (rows: number, columns: number) =>
    `the workbook hides ${rows} ${rows === 1 ? 'row' : 'rows'} and ${columns} ${columns === 1 ? 'column' : 'columns'}; they were read like any other`,
  otherSheets: (read: string, others: string) => `read from sheet ${read}; not read: ${others}`,
  otherSheet: {
    read: (name: string) => name,
    empty: (name: string) => `${name} (empty)`,
    hidden: (name: string) => `${name} (hidden)`,
    other_columns: (name: string) => `${name} (other columns)`,
    not_asked_for: (name: string) => name,
    no_table: (name: string) => `${name} (no known header)`,
  } as Readonly<Record<SheetNote['outcome'], (name: string) => string>>,
  errorCells: (column: string, example: string, count: number) =>
    `${count} ${count === 1 ? 'cell' : 'cells'} of ${column} could not be worked out by the spreadsheet (${example})`,
  datesFromSerial: (count: number) =>
    `${count} ${count === 1 ? 'date was' : 'dates were'} a spreadsheet's bare day ${count === 1 ? 'number' : 'numbers'} (such as 46146.4) and taken as such`,
  datesFromEpoch: (count: number) =>
    `the dates are counts of seconds since 1970 (1777886100); ${count} ${count === 1 ? 'was' : 'were'} taken as times in UTC`,
  floatIds: 'every order number ends in .0, as programs write whole numbers; kept without it',
  regressions: (orders: string, count: number) =>
    `${count} ${count === 1 ? 'order was' : 'orders were'} further along in an earlier file; that state is kept: ${orders}`,
  decidedByArrival: (orders: string, count: number) =>
    `${count} ${count === 1 ? 'order differs' : 'orders differ'} between files that do not say which is newer; the file ingested last was taken: ${orders}`,
  shared: (kind: string, value: string, names: number, accounts: number) =>
    `${kind} ${value} is used by ${names >= 4 ? `${names} names` : `${accounts} accounts`}: it no longer joins customers`,
  keptApart: (kind: string, value: string, names: number) =>
    `${kind} ${value} is used under ${names} names: their orders stay with separate customers`,
  moreShared: (count: number) => `${count} more phones and e-mails are used by several people`,
  contacts: {
    account_masked: (count: number) => `${count} masked ${count === 1 ? 'account' : 'accounts'}: no identity`,
    account_placeholder: (count: number) =>
      `${count} placeholder ${count === 1 ? 'account' : 'accounts'} such as "guest": no identity`,
    phone_masked: (count: number) => `${count} masked ${count === 1 ? 'phone' : 'phones'}: no identity, not reachable`,
    phone_placeholder: (count: number) => `${count} dummy ${count === 1 ? 'phone' : 'phones'}: ignored`,
    phone_virtual: (count: number) =>
      `${count} virtual ${count === 1 ? 'number' : 'numbers'} (expire after delivery): ignored`,
    phone_damaged: (count: number) =>
      `${count} ${count === 1 ? 'phone' : 'phones'} destroyed by a spreadsheet (as 1.38E+10 is): ignored; export the file again and ingest it as it comes, without opening it in Excel or WPS`,
    phone_invalid: (count: number) => `${count} ${count === 1 ? 'phone is' : 'phones are'} no phone number: ignored`,
    email_masked: (count: number) => `${count} masked ${count === 1 ? 'e-mail' : 'e-mails'}: no identity`,
    email_placeholder: (count: number) => `${count} placeholder ${count === 1 ? 'e-mail' : 'e-mails'}: ignored`,
    email_relay: (count: number) =>
      `${count} marketplace relay ${count === 1 ? 'address' : 'addresses'}: never written to`,
    email_invalid: (count: number) => `${count} ${count === 1 ? 'e-mail is' : 'e-mails are'} no address: ignored`,
    email_non_ascii: (count: number) =>
      `${count} ${count === 1 ? 'e-mail has' : 'e-mails have'} letters beyond a-z before the @: look-alikes stay apart, and few mail systems deliver to them`,
  } as Readonly<Record<string, (count: number) => string>>,
  emptyFileWarning: (file: string) => `${file} has no orders`,
  someRefused: (files: number, of: number) => `${files} of ${of} files were not taken`,
  countryUnknown: (shop: string, command: string) =>
    `phones without a country code cannot be read while the country of ${shop} is not known; where it is CN: ${command}, then ingest the file again`,
  needsOwn: 'put your own in the place of these; for phones without a country code, --country CN besides',
  needs: {
    timezone: (shop: string) => `which time zone does the shop "${shop}" keep?`,
    currency: (shop: string) => `which currency does the shop "${shop}" sell in?`,
  },
  ask: {
    timezone: (shop: string) => `Time zone of the shop "${shop}" (for example Asia/Shanghai):`,
    currency: (shop: string) => `Currency of the shop "${shop}" (for example CNY):`,
  },
  shopDisagrees: (shop: string, setting: string, known: string, told: string): Advice => [
    `the shop "${shop}" is set up with ${setting} ${known}, not ${told}`,
    `name another shop with --shop, or leave --${setting} out`,
  ],
  badMap: (text: string, fields: string): Advice => [
    `--map ${text} is not field=Header with a known field`,
    `fields: ${fields}`,
  ],
  badValue: (flag: string, value: string, expected: string): Advice => [`${flag} cannot be "${value}"`, expected],
  unknownPlatform: (name: string, known: string): Advice => [`no platform is called "${name}"`, `known: ${known}`],
};

export const zh: typeof en = {
  reading: (file) => `正在读取 ${file}`,
  storing: (file) => `正在存入 ${file}`,
  noFiles: '没有指定文件',
  noFilesHint: 'regulars ingest 订单.csv，或用 - 从管道读取',
  proposed: (line) =>
    `可以这样读取，确认后粘贴执行：\n${line}\n用同样的选项运行 regulars platforms explain 可查看读取结果`,
  totalUnclear:
    '有的订单占几行，每行金额相同：按整单金额只计一次；如果是每行各自的金额，请把 order_total 改为 line_total',
  justWritten: (file) => `${file} 刚刚保存，可能还不完整：下次运行时再导入`,
  proposalHeads: { field: '字段', column: '列', example: '前几个值' },
  firstOrders: '按此读取的前几个订单：',
  askProposal: (name) => `就这样读取，并保存为“${name}”供以后的文件使用？[y/N]`,
  proposalDeclined: (file) => `未导入 ${file}`,
  unknownMap: (name, known) => `没有名为“${name}”的列对应${known === '' ? '' : `；已有：${known}`}`,
  mapRemoved: (name, files) => `已删除列对应 ${name}；用它导入的 ${files} 个文件保持不变`,
  emptyFolder: (folder) =>
    `${folder} 中没有可能是导出文件的文件（.csv、.tsv、.txt、.xlsx、.xls、.xml、.zip、.gz）；不会查看其中的子文件夹：请直接指明，或用 '${folder}/**/*'`,
  nothingMatches: (pattern) => `没有文件符合 ${pattern}`,
  outcomes: { known: '以前导入过', refused: '未导入' },
  layout: (platform, layout) => `${platform} ${layout}`,
  newShop: (name, currency, zone) => `新店铺 ${name}：${currency}，时区 ${zone}`,
  onlyShop: (name, platform) => `没有指定店铺：按 ${name}（唯一的 ${platform} 店铺）导入；如属另一家：--shop 店名`,
  calledInFile: (names, shop) => `文件里的店铺名是 ${names}；按 --shop 归入 ${shop}`,
  whichShop: (file, platform, shops) =>
    `${file} 是哪家店的？文件没有写明，而${platform === '' ? '' : ` ${platform} `}店铺有：${shops.join('、')}`,
  whichShopHint: '请换成正确的店名；新的店名会建立新店铺',
  zoneFromFile: (name, zone, command) => `${name} 的时区是根据文件里的时间推算的：${zone}；如需修改：${command}`,
  alreadyTaken: (file, when) => `${file} 已于 ${when} 导入过，没有任何变化`,
  saysTheSame: (file, when, id) => `${file} 已于 ${when} 导入过（导入 ${id}）；用这些选项读取，内容相同，没有任何变化`,
  labels: { orders: '订单', lines: '明细', money: '金额', customers: '客户', rows: '行数' },
  orders: (added, changed, unchanged, refused) => `新增 ${added}，更新 ${changed}，未变 ${unchanged}，拒收 ${refused}`,
  money: (net, refunded) => (refunded === '' ? `净额 ${net}` : `净额 ${net}，退款 ${refunded}`),
  customers: (added, matched, anonymous) =>
    `新客 ${added}，老客 ${matched}${anonymous > 0 ? `，${anonymous} 单没有任何联系信息` : ''}`,
  rows: (read, parts) => `共 ${read} 行：${parts.join('，')}`,
  rowKinds: {
    orders: (count) => `订单 ${count}`,
    copies: (count) => `重复 ${count}`,
    blank: (count) => `空行 ${count}`,
    repeatedHeader: (count) => `重复表头 ${count}`,
    description: (count) => `说明行 ${count}`,
    totals: (count) => `合计行 ${count}`,
    footer: (count) => `表尾 ${count}`,
    refused: (count) => `拒收 ${count}`,
  },
  rowsOfCustomers: (count) => `客户 ${count}`,
  noneRefused: '没有拒收',
  next: (command) => `下一步：${command}`,
  howToMend: (rejects, again) => `要修正：${rejects}\n改好 mend.csv 后运行：${again}`,
  moreRefused: (file, count) => `${file}：另有 ${count} 处被拒收`,
  rejectsWritten: (rows, path, command) => `${rows} 行拒收内容已写入 ${path}；在其中改好后运行：${command}`,
  unknownWord: (word, column, orders) => `不认识的状态“${word}”（${column}）：${orders} 单已保存，但不计入统计`,
  mapIt: (line) => `请说明含义：${line}（把 … 换成 unpaid、paid、shipped、completed、cancelled、refunded 或 nothing）`,
  badMeaning: (meaning, remove) => (remove ? '使用 --remove 时不需要含义' : `“${meaning}”不是状态词的含义`),
  wordNowhere: (word, platform) => `${platform} 的订单里没有不认识的“${word}”`,
  wordNowhereHint: (platform) =>
    `regulars platforms words ${platform} 列出所有状态词；仍要说明的话，请指明所在的列：--column status`,
  wordMapped: (word, meaning, orders) =>
    `“${word}”${meaning === null ? '恢复为平台自带的含义' : `的含义为 ${meaning}`}：${orders} 个订单有变化`,
  assumedWord: (word, column, meaning, orders) =>
    `“${word}”（${column}）在 ${orders} 个订单中按“${meaning}”处理：这是推测，还没有人在文件里见过`,
  waiting: (count) => `${count} 个订单的商品明细已保存，等待订单本身：请导入同一时段的订单报表，先后均可`,
  duplicateHeaders: (names) => `有多列同名（${names}），均未读取`,
  encodingGuessed: (encoding) => `文件没有说明字符编码，按 ${encoding} 读取；如果姓名显示不对，请加 --encoding`,
  withoutStatus: '没有一行写明订单状态：所有订单按已付款计',
  repeatedOrders: (orders, count) => `${count} 个订单在文件中逐行重复出现，只取一次：${orders}`,
  shiftedTimes: (count) => `${count} 个时间在店铺时区并不存在（夏令时开始），已顺延一小时`,
  doubleTimes: (count) => `${count} 个时间在店铺时区出现两次（夏令时结束），取较早的一次`,
  lostPlatformIds: (count) => `${count} 个订单的第二编号被表格软件截断，未保存`,
  belowZero: (count) => `${count} 笔退款没有注明是哪一单：作为负数订单保存，不计入统计，也不冲减其他订单`,
  hiddenRows: (rows, columns) => `工作簿隐藏了 ${rows} 行、${columns} 列，已照常读取`,
  otherSheets: (read, others) => `读取了工作表 ${read}；未读取：${others}`,
  otherSheet: {
    read: (name) => name,
    empty: (name) => `${name}（空）`,
    hidden: (name) => `${name}（隐藏）`,
    other_columns: (name) => `${name}（列不同）`,
    not_asked_for: (name) => name,
    no_table: (name) => `${name}（没有认识的表头）`,
  },
  errorCells: (column, example, count) => `${column} 列有 ${count} 个单元格是表格软件未能算出的错误值（${example}）`,
  datesFromSerial: (count) => `${count} 个日期是表格软件的日期序号（如 46146.4），已换算成日期`,
  datesFromEpoch: (count) => `日期是 1970 年以来的秒数（如 1777886100）：${count} 个已按 UTC 换算`,
  floatIds: '所有订单号都以 .0 结尾（程序把整数写成了小数），已去掉 .0',
  regressions: (orders, count) => `${count} 个订单在之前的文件里状态更新，保留原状态：${orders}`,
  decidedByArrival: (orders, count) =>
    `${count} 个订单在不同文件里内容不同，且无法判断新旧，以最后导入的为准：${orders}`,
  shared: (kind, value, names, accounts) =>
    `${kind === 'phone' ? '电话' : '邮箱'} ${value} 被 ${names >= 4 ? `${names} 个姓名` : `${accounts} 个账号`}共用，不再用于合并客户`,
  keptApart: (kind, value, names) =>
    `${kind === 'phone' ? '电话' : '邮箱'} ${value} 有 ${names} 个姓名在用：各自的订单仍归不同客户`,
  moreShared: (count) => `另有 ${count} 个电话或邮箱由多人共用`,
  contacts: {
    account_masked: (count) => `${count} 个账号已打码，不能识别身份`,
    account_placeholder: (count) => `${count} 个占位账号（如“匿名”），不能识别身份`,
    phone_masked: (count) => `${count} 个电话已打码，不能识别身份，也无法联系`,
    phone_placeholder: (count) => `${count} 个假电话，已忽略`,
    phone_virtual: (count) => `${count} 个虚拟号（收货后失效），已忽略`,
    phone_damaged: (count) =>
      `${count} 个电话被表格软件破坏（如 1.38E+10），已忽略；请从平台重新导出，不要用 Excel 或 WPS 打开，直接导入`,
    phone_invalid: (count) => `${count} 个电话不是有效号码，已忽略`,
    email_masked: (count) => `${count} 个邮箱已打码，不能识别身份`,
    email_placeholder: (count) => `${count} 个占位邮箱，已忽略`,
    email_relay: (count) => `${count} 个平台中转邮箱，不会向其发信`,
    email_invalid: (count) => `${count} 个邮箱无效，已忽略`,
    email_non_ascii: (count) => `${count} 个邮箱在 @ 前含非英文字母：形近的地址不会合并，多数邮件系统也无法投递`,
  },
  emptyFileWarning: (file) => `${file} 没有订单`,
  someRefused: (files, of) => `${of} 个文件中有 ${files} 个未被接收`,
  countryUnknown: (shop, command) =>
    `${shop} 的国家未知，无法读取没有国家代码的电话；如果是 CN：${command}，然后重新导入该文件`,
  needsOwn: '请换成你店铺自己的；电话没有国家代码时，再加 --country CN',
  needs: {
    timezone: (shop) => `店铺“${shop}”在哪个时区？`,
    currency: (shop) => `店铺“${shop}”使用哪种货币？`,
  },
  ask: {
    timezone: (shop) => `店铺“${shop}”的时区（例如 Asia/Shanghai）：`,
    currency: (shop) => `店铺“${shop}”的货币（例如 CNY）：`,
  },
  shopDisagrees: (shop, setting, known, told) => [
    `店铺“${shop}”的 ${setting} 已设为 ${known}，不是 ${told}`,
    `用 --shop 指定另一家店，或去掉 --${setting}`,
  ],
  badMap: (text, fields) => [`--map ${text} 的写法应为 字段=表头，且字段须为已知字段`, `可用字段：${fields}`],
  badValue: (flag, value, expected) => [`${flag} 不能是“${value}”`, expected],
  unknownPlatform: (name, known) => [`没有名为“${name}”的平台`, `已知平台：${known}`],
};
