/** What an e-mail says in front of its subject, that it is an advertisement: where the law asks for it, as dated data. */
import type { Kind } from '../contacts/channels.ts';
import type { LawOfMail } from './law-of-mail.ts';
import type { TextLanguage } from './shown-value.ts';

export const ADVERT_RULES: readonly LawOfMail[] = [
  {
    place: 'cn',
    kinds: ['promotion'],
    source: '互联网电子邮件服务管理办法, 2006-03-30, art. 13 (3); yakdoc.com 142086',
    seen: '2026-11-27',
    evidence: 'read',
  },
];

const MARKS: Readonly<Record<TextLanguage, string>> = { en: 'AD: ', zh: '【广告】' };

/** Undefined where no law of the place asks for one. */
export const advertMark = (place: LawOfMail['place'], kind: Kind, language: TextLanguage): string | undefined =>
  ADVERT_RULES.some((rule) => rule.place === place && rule.kinds.includes(kind)) ? MARKS[language] : undefined;

/** The subject with it in front, once. */
export const markedAs = (mark: string | undefined, subject: string): string =>
  mark === undefined || /^\P{L}*(?:广告|AD(?!\p{L}))/u.test(subject) ? subject : mark + subject;
