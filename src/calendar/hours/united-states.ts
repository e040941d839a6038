/**
 * United States: the federal hours, and the states that ask for more. Of calls the table could be read as far as New
 * Mexico: a state behind it in the alphabet may ask for more than is here.
 */
import { daily, type SendingHours } from './sending-hours.ts';

const BOTH = ['sms', 'phone'] as const;
const TEXTS = { since: null, source: 'support.referrizer.com TCPA quiet hours', evidence: 'read' } as const;
const CALLS = { since: null, source: 'dropcowboy.com/state-compliance 2025-11-01', evidence: 'read' } as const;

const EIGHT_TO_EIGHT = daily('08:00-20:00');
const NINE_TO_NINE = daily('09:00-21:00');

export const unitedStates: readonly SendingHours[] = [
  {
    place: 'US',
    channels: BOTH,
    ...daily('08:00-21:00'),
    since: null,
    source: 'TCPA, 47 CFR 64.1200(c)(1)',
    evidence: 'read',
  },
  { place: 'US-CT', channels: BOTH, ...daily('09:00-20:00'), ...TEXTS, since: '2023-10-01' },
  { place: 'US-FL', channels: BOTH, ...EIGHT_TO_EIGHT, ...TEXTS },
  { place: 'US-MD', channels: BOTH, ...EIGHT_TO_EIGHT, ...TEXTS },
  { place: 'US-NJ', channels: BOTH, ...EIGHT_TO_EIGHT, ...TEXTS },
  { place: 'US-OK', channels: BOTH, ...EIGHT_TO_EIGHT, ...TEXTS },
  { place: 'US-MS', channels: ['sms'], ...EIGHT_TO_EIGHT, ...TEXTS },
  {
    place: 'US-TX',
    channels: BOTH,
    weekdays: '09:00-21:00',
    saturday: '09:00-21:00',
    sunday: '12:00-21:00',
    ...TEXTS,
    since: '2025-09-01',
  },
  {
    place: 'US-RI',
    channels: BOTH,
    weekdays: '09:00-18:00',
    saturday: '10:00-17:00',
    sunday: '10:00-17:00',
    ...TEXTS,
  },
  // Alabama and Louisiana keep days of their own besides the federal ones, which nothing here knows.
  { place: 'US-AL', channels: ['phone'], ...EIGHT_TO_EIGHT, sunday: null, holidays: ['US', 'US-AL'], ...CALLS },
  { place: 'US-KY', channels: ['phone'], ...daily('10:00-21:00'), ...CALLS },
  { place: 'US-LA', channels: ['phone'], ...EIGHT_TO_EIGHT, sunday: null, holidays: ['US', 'US-LA'], ...CALLS },
  { place: 'US-MA', channels: ['phone'], ...EIGHT_TO_EIGHT, ...CALLS },
  { place: 'US-MI', channels: ['phone'], ...NINE_TO_NINE, ...CALLS },
  { place: 'US-MN', channels: ['phone'], ...NINE_TO_NINE, ...CALLS },
  { place: 'US-MS', channels: ['phone'], ...EIGHT_TO_EIGHT, sunday: null, ...CALLS },
  { place: 'US-NV', channels: ['phone'], ...daily('09:00-20:00'), ...CALLS },
  { place: 'US-NM', channels: ['phone'], ...NINE_TO_NINE, ...CALLS },
];
