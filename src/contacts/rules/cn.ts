/** Mainland China. A revised rule on text messages is told of as of 1 May 2026, by one weak source: it is not in here. */
import type { Place, Rule } from './rule.ts';

const MESSAGES = { since: '2015-06-30', evidence: 'read' } as const;
const ADVERTISING = { since: '2015-09-01', evidence: 'read' } as const;

const rules: readonly Rule[] = [
  { channel: 'sms', kind: 'service', needs: 'not-refused', ...MESSAGES, source: '通信短信息服务管理规定' },
  {
    channel: 'sms',
    kind: 'care',
    needs: 'granted',
    ...MESSAGES,
    source: '通信短信息服务管理规定; help.aliyun.com 91975 短信模板规范',
  },
  {
    channel: 'sms',
    kind: 'promotion',
    needs: 'granted',
    ...MESSAGES,
    source: '通信短信息服务管理规定; 广告法 43',
  },
  { channel: 'email', kind: 'service', needs: 'not-refused', ...ADVERTISING, source: '广告法 43' },
  // The page speaks of text messages; the law makes no difference between them and e-mail.
  {
    channel: 'email',
    kind: 'care',
    needs: 'granted',
    since: '2015-09-01',
    evidence: 'recalled',
    source: '广告法 43; help.aliyun.com 91975 短信模板规范',
  },
  { channel: 'email', kind: 'promotion', needs: 'granted', ...ADVERTISING, source: '广告法 43' },
  { channel: 'phone', kind: 'service', needs: 'not-refused', ...ADVERTISING, source: '广告法 43' },
  {
    channel: 'phone',
    kind: 'care',
    needs: 'not-refused',
    since: '2015-09-01',
    evidence: 'recalled',
    source: '广告法 43',
  },
  {
    channel: 'phone',
    kind: 'promotion',
    needs: 'granted',
    since: '2015-09-01',
    evidence: 'recalled',
    source: '广告法 43',
  },
];

export const cn: Place = { name: 'cn', countries: ['CN'], rules };
