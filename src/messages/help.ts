/** The frame of the help texts; what a command does stands with the command. */
export const en = {
  about: 'regulars turns order exports into an archive of your customers.',
  usage: (path: string) => `Usage: regulars ${path} [options]`,
  /** What stands for any command in a usage line. */
  command: '<command>',
  group: (path: string) => `commands of ${path}`,
  examples: 'Examples:',
  commands: 'Commands:',
  options: 'Options:',
  everyOption: 'Options of every command:',
  section: (title: string) => `${title}:`,
  more: 'More',
  choices: (about: string, choices: readonly string[]) => `${about}: ${choices.join(', ')}`,
  notes: (about: string, notes: readonly string[]) => `${about} (${notes.join(', ')})`,
  needed: 'needed',
  repeatable: 'may be repeated',
  first: {
    ingest: 'take in an export as it comes',
    show: 'one customer, whole',
    members: 'who is slipping',
    today: 'whom to write to today',
  },
  tellsMore: (topics: readonly string[]) => `regulars <command> --help tells more; regulars help ${topics.join(', ')}.`,
  groupTellsMore: (path: string) =>
    `regulars ${path} <command> --help tells more; regulars --help lists the options every command takes.`,
};

export const zh: typeof en = {
  about: 'regulars 把店铺导出的订单变成你自己的客户档案。',
  usage: (path) => `用法：regulars ${path} [选项]`,
  command: '<命令>',
  group: (path) => `${path} 的命令`,
  examples: '示例：',
  commands: '命令：',
  options: '选项：',
  everyOption: '所有命令通用的选项：',
  section: (title) => `${title}：`,
  more: '其他',
  choices: (about, choices) => `${about}：${choices.join('、')}`,
  notes: (about, notes) => `${about}（${notes.join('，')}）`,
  needed: '必填',
  repeatable: '可重复使用',
  first: {
    ingest: '按平台导出的原样导入订单',
    show: '一位客户的全部情况',
    members: '谁正在流失',
    today: '今天要联系谁',
  },
  tellsMore: (topics) => `详细说明：regulars <命令> --help；regulars help ${topics.join('、')}。`,
  groupTellsMore: (path) => `详细说明：regulars ${path} <命令> --help；通用选项：regulars --help。`,
};
