import { UsageError } from '../errors.ts';
import { command, text } from './command.ts';
import { daysOption } from './days-option.ts';

export const followupSnooze = command({
  path: 'followup snooze <ids...>',
  summary: { en: 'put follow-ups off to another day', zh: '把若干跟进推迟到另一天' },
  examples: [
    'regulars followup snooze a7k2m9xq --days 3',
    'regulars followup snooze a7k2m9xq --until 2026-07-15 --note "back from holiday then"',
  ],
  description: {
    en: 'They come up on that day, also where their play would have given them up by then, and keep after it for as long as their play has them wait: 3 days at least, 14 at most. The last thing said of one holds.',
    zh: '到那天会再次列出，即使按玩法届时已过期；此后仍按玩法的有效天数保留，最少 3 天，最多 14 天。以最后一次说明为准。',
  },
  options: {
    until: text('--until <day>', {
      en: 'the day on which they come up again, 366 days off at most',
      zh: '再次列出的日期，最多 366 天后',
    }),
    days: daysOption({ en: 'or so many days from today', zh: '或从今天起多少天后' }),
    note: text('--note <text>', { en: 'why', zh: '理由' }),
  },
  async run(context, ids, { until, days, note }) {
    const { common, followupDay } = context.words;
    const { addDays, isDay } = await import('../values/days.ts');
    const { MOST_SNOOZED } = await import('../followups/outcome.ts');
    const { settle } = await import('./followup-settle.ts');
    if ((until === undefined) === (days === undefined))
      throw new UsageError(followupDay.onlyOne, { code: 'until_or_days' });
    if (until !== undefined && !isDay(until)) throw new UsageError(common.badDay(until), { code: 'bad_day' });
    const dayAfter = (today: string): string => {
      const day = until ?? addDays(today, days ?? 1);
      if (day <= today) throw new UsageError(followupDay.notAhead(day), { code: 'past_day' });
      if (day > addDays(today, MOST_SNOOZED))
        throw new UsageError(followupDay.tooFarAhead(day, MOST_SNOOZED), { code: 'far_day' });
      return day;
    };
    return settle(context, ids, { outcome: 'snoozed', result: null, note, until: dayAfter });
  },
});
