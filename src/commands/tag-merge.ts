import { command } from './command.ts';
import { nameTag } from './tag-names.ts';

export const tagMerge = command({
  path: 'tag merge <from> <into>',
  summary: { en: 'make one tag of two', zh: '把两个标签合并为一个' },
  examples: ['regulars tag merge VIP vip', 'regulars tag merge 老客户 老客 -n'],
  description: {
    en: 'Whoever carries both keeps one: the one put on by hand rather than by following, and of these the one that lasts longest. The other stands in the history as taken off.',
    zh: '两个都有的客户保留一个：手动加的优先于跟随分组的，再保留有效期最长的。另一个在历史中记为去掉。',
  },
  options: {},
  run: (context, [from = '', into = '']) => nameTag(context, 'merge', [from, into]),
});
