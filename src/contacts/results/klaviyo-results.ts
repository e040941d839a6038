/** Klaviyo: profiles of a list, a segment or the suppressed, and the suppressed in the words of its API. */
import type { Layout } from '../../platforms/layout.ts';
import { meaningOf } from './result-words.ts';
import type { Cells, ResultExport, Said } from './result-export.ts';

const form = (name: string, requires: readonly string[], columns: Layout['columns']): Layout => ({
  platform: 'klaviyo',
  name,
  evidence: 'code',
  requires,
  grain: 'customer',
  columns: { email: ['Email'], ...columns },
  agree: [],
});

export const klaviyoResults: readonly ResultExport[] = [
  {
    tool: 'klaviyo',
    evidence: 'seen',
    source: 'programs of others that read the export of a list or segment; of SMS what the help says of importing one',
    zone: 'UTC',
    layout: form('profiles', ['Email', 'Email Suppressions'], {
      phone: ['Phone Number'],
      result: ['Email Suppressions'],
      happenedAt: ['Email Suppressions Timestamp'],
      acceptsEmail: ['Email Marketing Consent'],
      acceptedAt: ['Email Marketing Consent Timestamp'],
      acceptsSms: ['SMS Marketing Consent'],
      smsStatedAt: ['SMS Marketing Consent Timestamp'],
    }),
    dates: ['happenedAt', 'acceptedAt', 'smsStatedAt'],
    says: profileSays,
  },
  {
    tool: 'klaviyo',
    evidence: 'recalled',
    source: 'the names its API has for a suppression: email, reason, timestamp',
    zone: 'UTC',
    layout: form('suppressed profiles', ['Email', 'Suppression Reason', 'Timestamp'], {
      result: ['Suppression Reason'],
      happenedAt: ['Timestamp'],
    }),
    dates: ['happenedAt'],
    says: (cells) => [
      { meaning: meaningOf(cells('result')), field: 'result', at: 'happenedAt', channel: 'email' as const },
    ],
  },
];

/** `["HARD_BOUNCE"]`, with or without the brackets; `[]` where they may be written to. */
function profileSays(cells: Cells): Said[] {
  const said: Said[] = cells('result')
    .split(/[[\]"',;|\s]+/)
    .filter((word) => word !== '')
    .map((word) => ({ meaning: meaningOf(word), field: 'result', at: 'happenedAt', channel: 'email' }));
  const refuses = (field: 'acceptsEmail' | 'acceptsSms') => /^unsubscribed?$/i.test(cells(field));
  if (refuses('acceptsEmail') && !said.some(({ meaning }) => meaning === 'unsubscribed'))
    said.push({ meaning: 'unsubscribed', field: 'acceptsEmail', at: 'acceptedAt', channel: 'email' });
  if (refuses('acceptsSms') && cells('phone') !== '')
    said.push({ meaning: 'unsubscribed', field: 'acceptsSms', at: 'smsStatedAt', channel: 'sms' });
  return said.length > 0 ? said : [{ meaning: 'none', field: 'result', at: 'happenedAt' }];
}
