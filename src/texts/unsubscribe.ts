/** How an e-mail says that no more of them are wanted: where the law asks for it, as dated data, and in which words. */
import type { Kind } from '../contacts/channels.ts';
import type { LawOfMail } from './law-of-mail.ts';
import type { TextLanguage } from './shown-value.ts';

export const UNSUBSCRIBE_RULES: readonly LawOfMail[] = [
  {
    place: 'cn',
    kinds: ['promotion'],
    source: '互联网电子邮件服务管理办法, 2006-03-30, art. 14; yakdoc.com 142086',
    seen: '2026-11-27',
    evidence: 'read',
  },
  // It also asks for a postal address, which only the shop's own line can have.
  {
    place: 'us',
    kinds: ['promotion'],
    source: 'CAN-SPAM, 15 USC 7704(a)(3) and (5); iubenda.com 22723',
    seen: '2026-11-27',
    evidence: 'weak',
  },
  {
    place: 'eu-uk',
    kinds: ['promotion'],
    source: 'PECR 2003 (UK) reg. 24; ePrivacy 2002/58/EC art. 13(4)',
    seen: '2026-11-27',
    evidence: 'read',
  },
  { place: 'default', kinds: ['promotion'], source: '-', seen: null, evidence: 'recalled' },
];

/** Words of our own. An answer reaches whoever sends from a mailbox; a mailer has a link, which is the shop's own line. */
export const UNSUBSCRIBE_LINES: Readonly<Record<TextLanguage, string>> = {
  en: 'If you would rather not get e-mails like this one, reply with "unsubscribe".',
  zh: '如不想再收到此类邮件，请直接回复“退订”。',
};

export const asksForUnsubscribe = (place: LawOfMail['place'], kind: Kind): boolean =>
  UNSUBSCRIBE_RULES.some((rule) => rule.place === place && rule.kinds.includes(kind));

/** Whether a text has it already, in whatever words. */
export const saysUnsubscribe = (text: string): boolean =>
  /unsubscribe|\*\|unsub\|\*|\bopt[ -]?out\b|退订|拒收|取消订阅|不再接收/iu.test(text);
