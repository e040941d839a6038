import { command, text } from './command.ts';

export const followupSkip = command({
  path: 'followup skip <id>',
  summary: { en: 'drop a follow-up without contacting anybody', zh: '跳过一项跟进，不联系客户' },
  examples: ['regulars followup skip a7k2m9xq', 'regulars followup skip a7k2m9xq --note "met at the fair"'],
  options: { note: text('--note <text>', { en: 'why', zh: '理由' }) },
  async run(context, [id = ''], options) {
    const { settle } = await import('./followup-settle.ts');
    return settle(context, id, 'skipped', options.note);
  },
});
