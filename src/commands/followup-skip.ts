import { command, text } from './command.ts';

export const followupSkip = command({
  path: 'followup skip <ids...>',
  summary: { en: 'drop follow-ups without contacting anybody', zh: '跳过若干跟进，不联系客户' },
  examples: ['regulars followup skip a7k2m9xq', 'regulars followup skip a7k2m9xq vvzjkx9i --note "met at the fair"'],
  options: { note: text('--note <text>', { en: 'why', zh: '理由' }) },
  async run(context, ids, { note }) {
    const { settle } = await import('./followup-settle.ts');
    return settle(context, ids, { outcome: 'skipped', result: null, note });
  },
});
