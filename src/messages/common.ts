/** Sentences shared by every command. */
export const en = {
  hint: (text: string) => `hint: ${text}`,
  warning: (text: string) => `warning: ${text}`,
  nothingChanged: 'dry run: nothing was changed',
  notConfirmed: 'not confirmed; nothing was changed',
  nothingFound: 'nothing found',
  badDay: (text: string) => `"${text}" is not a day such as 2026-12-31`,
  /** Between parts of a sentence. */
  between: '; ',
  /** Between names in a sentence. */
  listed: ', ',
  inTheWay: {
    file: (path: string) => `${path} exists already and was left as it was; name another file`,
    folder: (path: string) => `${path} is a folder; name a file in it`,
    link: (path: string) => `${path} is a link, and nothing is written through one; name the file it leads to`,
    device: (path: string, option: string) =>
      `${path} is no ordinary file; leave ${option} away and send stdout there, with >`,
    archive: (path: string) => `${path} is the archive or belongs to it, and is never replaced; name another file`,
  },
  noOrdinaryFile: (path: string) => `${path} is no ordinary file, and nothing would be kept in it; name a file`,
  noFileName: (option: string) => `"-" is no name of a file; leave ${option} away to write to stdout`,
  noNameAtAll: '"-" is no name of a file, and this is not written to stdout; name a file',
  emptyName: (option: string) => `there is no name behind ${option}`,
  noRows: (format: string) => `this is no table, and cannot be written as ${format}`,
  yes: 'yes',
  no: 'no',
  defused: (cells: number) =>
    `${cells === 1 ? '1 cell that a spreadsheet would run as a formula starts' : `${cells} cells that a spreadsheet would run as formulas start`} with ' in this output`,
  controlsShown: (cells: number) =>
    `${cells === 1 ? '1 cell has' : `${cells} cells have`} control characters in the data, written as \\u{…} in this output`,
};

export const zh: typeof en = {
  hint: (text) => `提示：${text}`,
  warning: (text) => `注意：${text}`,
  nothingChanged: '试运行：没有改动任何内容',
  notConfirmed: '没有确认，没有改动任何内容',
  nothingFound: '没有找到任何结果',
  badDay: (text) => `“${text}”不是日期（如 2026-12-31）`,
  between: '；',
  listed: '、',
  inTheWay: {
    file: (path) => `${path} 已存在，未作改动；请换一个文件名`,
    folder: (path) => `${path} 是文件夹；请写明其中的文件名`,
    link: (path) => `${path} 是链接，不会通过链接写入；请写明它所指的文件`,
    device: (path, option) => `${path} 不是普通文件；请去掉 ${option}，用 > 把标准输出送到那里`,
    archive: (path) => `${path} 是档案或属于档案，绝不会被替换；请换一个文件名`,
  },
  noOrdinaryFile: (path) => `${path} 不是普通文件，写进去不会留下；请写明一个文件名`,
  noFileName: (option) => `“-”不是文件名；去掉 ${option} 即写到标准输出`,
  noNameAtAll: '“-”不是文件名，而这里不写到标准输出；请写明一个文件名',
  emptyName: (option) => `${option} 后面没有文件名`,
  noRows: (format) => `这不是表格，不能输出为 ${format}`,
  yes: '是',
  no: '否',
  defused: (cells) => `有 ${cells} 个单元格会被表格软件当作公式执行，输出时已在前面加上 '`,
  controlsShown: (cells) => `有 ${cells} 个单元格含有控制字符，输出时已写成 \\u{…}`,
};
