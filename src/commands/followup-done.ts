import { command, text } from './command.ts';

export const followupDone = command({
  path: 'followup done <id>',
  summary: 'note that a follow-up was carried out; it counts against the customer’s budget',
  examples: ['regulars followup done a7k2m9xq', 'regulars followup done a7k2m9xq --note "wants the spring harvest"'],
  options: { note: text('--note <text>', 'what came of it') },
  async run(context, [id = ''], options) {
    const { settle } = await import('./followup-settle.ts');
    return settle(context, id, 'done', options.note);
  },
});
