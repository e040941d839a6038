import { RESULTS } from '../followups/outcome.ts';
import { choice, command, text } from './command.ts';
import { playChannelOption } from './play-channel-option.ts';

export const followupDone = command({
  path: 'followup done <ids...>',
  summary: {
    en: 'note that follow-ups were carried out, and what came of them',
    zh: '记下已完成的跟进及其结果',
  },
  examples: [
    'regulars followup done a7k2m9xq',
    'regulars followup done a7k2m9xq --outcome wants --note "the spring harvest"',
    'regulars followup done a7k2m9xq vvzjkx9i --outcome no_answer',
    'regulars followup done a7k2m9xq --outcome opted_out --channel sms',
  ],
  description: {
    en: 'Counts against how often the customer may be contacted. Nobody there (no_answer) counts for nothing, and is tried again the next day, three times in all. Who opted out has refused the channel from now on. A complaint is a note of that kind, and promotions rest for a while; say opted_out for whoever complains of being written to. Saying it again changes nothing.',
    zh: '计入该客户的联系次数。无人接听（no_answer）不计，次日再试，共三次。不再联系（opted_out）即自此拒绝该渠道。投诉（complaint）会记成投诉备注，并暂停营销一段时间；抱怨被打扰的，请用 opted_out。重复记录没有变化。',
  },
  options: {
    outcome: choice('--outcome <outcome>', { en: 'what came of it', zh: '结果' }, RESULTS),
    note: text('--note <text>', { en: 'what they said', zh: '客户说了什么' }),
    channel: playChannelOption({
      en: 'by which it was done (default: as handed over, else as planned)',
      zh: '通过哪个渠道（默认为交出时的渠道，否则为计划的渠道）',
    }),
  },
  async run(context, ids, { outcome, note, channel }) {
    const { settle } = await import('./followup-settle.ts');
    return settle(context, ids, { outcome: 'done', result: outcome ?? null, note, channel });
  },
});
