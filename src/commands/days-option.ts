import { UsageError } from '../errors.ts';
import type { Bilingual } from '../messages/words.ts';
import { parsed } from './command.ts';

export const daysOption = (description: Bilingual) =>
  parsed('--days <n>', description, (value, words) => {
    const days = Number(value);
    if (/^\d{1,3}$/.test(value) && days >= 1 && days <= 366) return days;
    throw new UsageError(words.followups.badDays(value), { code: 'bad_days' });
  });
