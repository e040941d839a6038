/** Every country but the United States, and what stands for those of which nothing is written down here. */
import { daily, type SendingHours } from './sending-hours.ts';

const KLAVIYO = { since: null, source: 'help.klaviyo.com 4408737146651', evidence: 'read' } as const;

/** With its parts overseas, which have codes of their own and keep the clock of the consumer. */
const FRANCE = ['FR', 'BL', 'GF', 'GP', 'MF', 'MQ', 'PM', 'RE', 'YT'];

export const otherCountries: readonly SendingHours[] = [
  // Providers differ: some send until 22:00, and one that sends until 20:00 must not be asked for more.
  {
    place: 'CN',
    channels: ['sms'],
    ...daily('08:00-20:00'),
    since: null,
    source: 'developer.qiniu.com/sms/5814; geekdaxue.co/read/alibabacem@crm (08-22)',
    evidence: 'read',
  },
  ...['GB', 'IE', 'DE', 'NL', 'AU', 'NZ', 'CA'].map(
    (place): SendingHours => ({ place, channels: ['sms'], ...daily('08:00-21:00'), ...KLAVIYO }),
  ),
  ...FRANCE.flatMap((place): SendingHours[] => [
    {
      place,
      channels: ['sms'],
      ...daily('08:00-22:00'),
      sunday: null,
      holidays: ['FR'],
      since: null,
      source: 'help.klaviyo.com 4408737146651; developers.brevo.com/reference/transactional-sms-1',
      evidence: 'read',
    },
    {
      place,
      channels: ['phone'],
      weekdays: '10:00-13:00 14:00-20:00',
      saturday: null,
      sunday: null,
      holidays: ['FR'],
      since: '2023-03-01',
      source: 'Décret 2022-1313 (Code de la consommation, D223-9)',
      evidence: 'read',
    },
  ]),
  {
    place: 'AU',
    channels: ['phone'],
    weekdays: '09:00-20:00',
    saturday: '09:00-17:00',
    sunday: null,
    holidays: ['AU'],
    since: '2017-03-29',
    source: 'Telecommunications (Telemarketing and Research Calls) Industry Standard 2017; donotcall.gov.au',
    evidence: 'read',
  },
  {
    place: 'CA',
    channels: ['phone'],
    weekdays: '09:00-21:30',
    saturday: '10:00-18:00',
    sunday: '10:00-18:00',
    since: '2008-09-30',
    source: 'CRTC Unsolicited Telecommunications Rules; crtc.gc.ca/eng/phone/telemarketing',
    evidence: 'read',
  },
];

export const elsewhere: readonly SendingHours[] = [
  {
    place: '',
    channels: ['sms'],
    ...daily('08:00-20:00'),
    since: null,
    source: 'help.getvero.com/vero-2/channels/sms/sms-quiet-hours-compliance',
    evidence: 'read',
  },
  { place: '', channels: ['phone'], ...daily('09:00-20:00'), since: null, source: '-', evidence: 'recalled' },
];
