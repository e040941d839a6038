/** Mailchimp: the three files of an audience export, and whose mail of one campaign came back. Times are in UTC. */
import type { Layout } from '../../platforms/layout.ts';
import { meaningOf } from './result-words.ts';
import type { ResultExport } from './result-export.ts';

const form = (
  name: string,
  columns: Layout['columns'],
  { requires, lacks = [] }: { readonly requires: readonly string[]; readonly lacks?: readonly string[] },
): Layout => ({
  platform: 'mailchimp',
  name,
  evidence: 'code',
  requires,
  lacks,
  grain: 'customer',
  columns: { email: ['Email Address'], ...columns },
  agree: [],
});

const audience = {
  tool: 'mailchimp',
  evidence: 'seen',
  source: 'programs of others that read the audience export (subscribed, unsubscribed and cleaned members)',
  zone: 'UTC',
} as const;

/** Mailchimp's own codes and sentences: SPAM, "The emails are spam and should be reported", abuse complaint. */
const COMPLAINT = /\b(?:spam|abuse)\b/i;

export const mailchimpResults: readonly ResultExport[] = [
  {
    ...audience,
    layout: form(
      'unsubscribed members',
      { refusedAt: ['UNSUB_TIME'], reason: ['UNSUB_REASON'] },
      { requires: ['Email Address', 'UNSUB_TIME'] },
    ),
    dates: ['refusedAt'],
    says: (cells) => {
      const complained = COMPLAINT.test(cells('reason'));
      if (cells('refusedAt') === '') return [{ meaning: 'none', field: 'refusedAt', at: 'refusedAt' }];
      return [{ meaning: complained ? 'complained' : 'unsubscribed', field: 'refusedAt', at: 'refusedAt' }];
    },
  },
  {
    ...audience,
    // What bounced hard once, or softly time and again: Mailchimp itself writes there no more.
    layout: form('cleaned members', { bouncedAt: ['CLEAN_TIME'] }, { requires: ['Email Address', 'CLEAN_TIME'] }),
    dates: ['bouncedAt'],
    says: (cells) => [{ meaning: cells('bouncedAt') === '' ? 'none' : 'bounced', field: 'bouncedAt', at: 'bouncedAt' }],
  },
  {
    ...audience,
    layout: form(
      'subscribed members',
      {},
      {
        requires: ['Email Address', 'MEMBER_RATING', 'OPTIN_TIME', 'LEID', 'EUID'],
        lacks: ['UNSUB_TIME', 'CLEAN_TIME'],
      },
    ),
    dates: [],
    says: () => [{ meaning: 'none', field: 'email', at: 'happenedAt' }],
  },
  {
    tool: 'mailchimp',
    evidence: 'seen',
    source: 'a program of others that reads aggregate_activity/bounces of the reports of campaigns',
    zone: 'UTC',
    layout: form('campaign bounces', { bounceType: ['Bounce Type'] }, { requires: ['Email Address', 'Bounce Type'] }),
    // It says which campaign by the name of the file, and not when.
    dates: [],
    says: (cells) => [{ meaning: meaningOf(cells('bounceType')), field: 'bounceType', at: 'happenedAt' }],
  },
];
