import { command, text } from './command.ts';

export const followupDone = command({
  path: 'followup done <id>',
  summary: {
    en: 'note that a follow-up was carried out; it counts against the customer’s budget',
    zh: '记下一项跟进已完成，计入该客户的联系次数上限',
  },
  examples: ['regulars followup done a7k2m9xq', 'regulars followup done a7k2m9xq --note "wants the spring harvest"'],
  options: { note: text('--note <text>', { en: 'what came of it', zh: '结果如何' }) },
  async run(context, [id = ''], options) {
    const { settle } = await import('./followup-settle.ts');
    return settle(context, id, 'done', options.note);
  },
});
