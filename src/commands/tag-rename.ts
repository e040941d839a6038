import { command } from './command.ts';
import { nameTag } from './tag-names.ts';

export const tagRename = command({
  path: 'tag rename <old> <new>',
  summary: { en: 'give a tag another name', zh: '给标签改名' },
  examples: ['regulars tag rename vip 贵宾', 'regulars tag rename silver care:silver -n'],
  description: {
    en: 'On everybody and in the past as well, so that a day asked for later has it by one name. Files of customers that still say the old name mean the new one; rename it back and they do not. What you wrote in conditions stays as it is written.',
    zh: '所有客户、包括过去的记录都改成新名字，以后查看任何一天都是同一个名字。客户文件里的旧名字从此按新名字处理；改回来即恢复。你自己写的条件不会改动。',
  },
  options: {},
  run: (context, [from = '', to = '']) => nameTag(context, 'rename', [from, to]),
});
