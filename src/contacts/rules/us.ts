/** United States, by federal law; some states ask for more. */
import type { Place, Rule } from './rule.ts';

const MAIL = { since: '2004-01-01', source: 'CAN-SPAM Act; FTC compliance guide' } as const;
const TELEPHONE = { since: '2013-10-16', source: 'TCPA, 47 CFR 64.1200; natlawreview.com 2025-03-14' } as const;

const rules: readonly Rule[] = [
  { channel: 'sms', kind: 'service', needs: 'not-refused', ...TELEPHONE, evidence: 'recalled' },
  { channel: 'sms', kind: 'care', needs: 'not-refused', ...TELEPHONE, evidence: 'recalled' },
  { channel: 'sms', kind: 'promotion', needs: 'granted', ...TELEPHONE, evidence: 'read' },
  { channel: 'email', kind: 'service', needs: 'not-refused', ...MAIL, evidence: 'recalled' },
  { channel: 'email', kind: 'care', needs: 'not-refused', ...MAIL, evidence: 'recalled' },
  { channel: 'email', kind: 'promotion', needs: 'not-refused', ...MAIL, evidence: 'read' },
  { channel: 'phone', kind: 'service', needs: 'not-refused', ...TELEPHONE, evidence: 'recalled' },
  { channel: 'phone', kind: 'care', needs: 'not-refused', ...TELEPHONE, evidence: 'recalled' },
  { channel: 'phone', kind: 'promotion', needs: 'granted', ...TELEPHONE, evidence: 'recalled' },
];

export const us: Place = { name: 'us', countries: ['US'], rules };
