/** What must be known before somebody is contacted: labels, consent, wishes, and never. */
import type { Card } from '../customers/card.ts';
import type { Words } from '../messages/words.ts';
import { term } from '../output/term.ts';
import type { CardView } from './customer-card.ts';
import { fieldValue } from './edit-words.ts';
import { listed } from './listed.ts';

export function tagsText(words: Words, { tags }: Card, most: number): string {
  const { until } = words.cards;
  const texts = tags.map(({ tag, reason, expires_day: day }) => {
    const about = [reason ?? '', day === null ? '' : until(day)].filter((part) => part !== '').join('; ');
    return about === '' ? tag : `${tag} (${about})`;
  });
  return listed(words, texts, most);
}

/** One a line. */
export function consentText(words: Words, { card, dayOf }: CardView): string {
  return card.consents
    .map(({ channel, status, source, stated_at: at }) => {
      const said = `${words.cards.source(source)}, ${dayOf(Date.parse(at) / 1000)}`;
      return `${term(words, channel)} ${term(words, status)} (${said})`;
    })
    .join('\n');
}

export function wishesText(words: Words, { wishes }: Card): string {
  const { reads, by, every } = words.cards;
  const { language, channel, every_days: days } = wishes;
  return [
    ...(channel === null ? [] : [by(term(words, channel))]),
    ...(days === null ? [] : [every(fieldValue(words, 'every', String(days)))]),
    ...(language === null ? [] : [reads(fieldValue(words, 'language', language))]),
  ].join(', ');
}

/** The channels, and why where somebody said so. */
export function neverText(words: Words, { never: { channels, suppressions }, dayOf }: CardView): string {
  const reasons = suppressions.flatMap(({ reason, added_at: at }) =>
    reason === null ? [] : [`${reason} (${dayOf(at)})`],
  );
  const by = channels.map((channel) => term(words, channel)).join(', ');
  return [by, reasons.join('; ')].filter((part) => part !== '').join(': ');
}
