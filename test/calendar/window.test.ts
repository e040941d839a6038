/** When somebody may be written to or called, on the clock of wherever they may be. */
import { describe, expect, it, test } from 'vitest';
import { type Recipient, type SendingWindow, sendingWindow } from '../../src/calendar/window.ts';
import { clockIn } from '../helpers/clock-in.ts';

const person = (country: string | null, province: string | null = null, more: Partial<Recipient> = {}): Recipient => ({
  country,
  province,
  channel: 'sms',
  shopZone: 'Asia/Shanghai',
  ...more,
});
const call = (country: string | null, province: string | null = null) =>
  person(country, province, { channel: 'phone' });

const open = (window: SendingWindow) => {
  if ('closed' in window) throw new Error(`closed: ${window.closed.reason}`);
  return window;
};
function local(recipient: Recipient, day: string, zone: string): string {
  const { notBefore, notAfter } = open(sendingWindow(recipient, day));
  return `${clockIn(notBefore, zone)} to ${clockIn(notAfter, zone)}`;
}
const closed = (recipient: Recipient, day: string) => {
  const window = sendingWindow(recipient, day);
  return 'closed' in window ? window.closed.reason : 'open';
};

describe('the window of a place that is known', () => {
  // 2026-06-06 is a Saturday, 2026-06-07 a Sunday.
  test.each([
    ['CN', '浙江省', '2026-06-08', 'Asia/Shanghai', '08:00', '20:00'],
    ['CN', '新疆', '2026-06-08', 'Asia/Shanghai', '08:00', '20:00'],
    ['GB', null, '2026-06-07', 'Europe/London', '08:00', '21:00'],
    ['FR', null, '2026-06-06', 'Europe/Paris', '08:00', '22:00'],
    ['US', 'NY', '2026-06-07', 'America/New_York', '08:00', '21:00'],
    ['US', 'Florida', '2026-06-08', 'America/New_York', '09:00', '20:00'],
    ['US', 'Rhode Island', '2026-06-08', 'America/New_York', '09:00', '18:00'],
    ['US', 'RI', '2026-06-06', 'America/New_York', '10:00', '17:00'],
    ['US', 'Hawaii', '2026-06-08', 'Pacific/Honolulu', '08:00', '21:00'],
    ['CA', 'British Columbia', '2026-01-15', 'America/Vancouver', '08:00', '20:00'],
    ['CA', 'QC', '2026-01-15', 'America/Toronto', '08:00', '20:00'],
    ['AU', 'Queensland', '2026-01-15', 'Australia/Brisbane', '08:00', '21:00'],
    ['JP', '東京都', '2026-06-08', 'Asia/Tokyo', '08:00', '20:00'],
    ['Japan', null, '2026-06-08', 'Asia/Tokyo', '08:00', '20:00'],
  ])('%s %s on %s', (country, province, day, zone, from, to) =>
    expect(local(person(country, province), day, zone)).toBe(`${day} ${from} to ${day} ${to}`),
  );

  it('of Texas begins at noon on Sundays, in both of its zones', () => {
    expect(local(person('US', 'TX'), '2026-06-07', 'America/Denver')).toBe('2026-06-07 12:00 to 2026-06-07 20:00');
    expect(local(person('US', 'TX'), '2026-06-07', 'America/Chicago')).toBe('2026-06-07 13:00 to 2026-06-07 21:00');
    expect(local(person('US', 'TX'), '2026-06-08', 'America/Denver')).toBe('2026-06-08 09:00 to 2026-06-08 20:00');
  });

  test.each([
    ['00:00', '24:00', '14:00', '20:00'],
    ['13:30', '18:00', '14:00', '18:00'],
    ['09:00', '15:00', '10:00', '13:00'],
  ])('has no pause of calls in France within it: %s-%s', (from, to, opens, closes) => {
    const late = person('FR', null, { channel: 'phone', policy: { from, to } });
    expect(local(late, '2026-06-08', 'Europe/Paris')).toBe(`2026-06-08 ${opens} to 2026-06-08 ${closes}`);
  });

  test.each([
    ['FR', null, 'sms', '2026-06-07', 'sunday'],
    ['FR', null, 'sms', '2026-07-14', 'holiday'],
    ['FR', null, 'sms', '2026-04-06', 'holiday'],
    ['RE', null, 'sms', '2026-07-14', 'holiday'],
    ['FR', null, 'sms', '2026-06-06', 'open'],
    ['FR', null, 'phone', '2026-06-06', 'saturday'],
    ['FR', null, 'email', '2026-07-14', 'open'],
    ['AU', 'VIC', 'phone', '2026-12-28', 'holiday'],
    ['AU', 'VIC', 'sms', '2026-12-28', 'open'],
    ['US', 'LA', 'phone', '2026-06-07', 'sunday'],
    ['US', 'NY', 'phone', '2026-07-04', 'open'],
  ] as const)('%s %s by %s on %s: %s', (country, province, channel, day, reason) =>
    expect(closed(person(country, province, { channel }), day)).toBe(reason),
  );

  it('tells which holiday, and of which year the holidays are not known', () => {
    expect(sendingWindow(person('FR'), '2026-05-14')).toEqual({
      closed: { reason: 'holiday', place: 'FR', name: 'Ascension' },
      uncovered: [],
    });
    expect(sendingWindow(call('US', 'AL'), '2026-06-08').uncovered).toEqual([{ place: 'US-AL', year: 2026 }]);
    expect(closed(call('US', 'AL'), '2026-12-25')).toBe('holiday');
    // Nothing is closed there on holidays.
    expect(sendingWindow(person('CN'), '2031-10-01').uncovered).toEqual([]);
  });
});

describe('the window of a place that is half known', () => {
  it('is open only where all of the country is', () => {
    const { notBefore, notAfter, zones } = open(sendingWindow(person('US'), '2026-06-08'));
    expect(zones).toContain('Pacific/Honolulu');
    expect(clockIn(notBefore, 'Pacific/Honolulu')).toBe('2026-06-08 08:00');
    // Rhode Island closes first.
    expect(clockIn(notAfter, 'America/New_York')).toBe('2026-06-08 18:00');
  });

  it('is shut to calls on a day on which some state is', () => {
    expect(closed(call('US'), '2026-06-07')).toBe('sunday');
    expect(sendingWindow(call('US'), '2026-06-08').uncovered.map(({ place }) => place)).toEqual(['US-AL', 'US-LA']);
    expect(closed(call('US', 'WA'), '2026-06-07')).toBe('open');
  });

  it('is that of the shop where the country is not known, with the hours that stand for all others', () => {
    for (const country of [null, '', 'Narnia', 'ZZ'])
      expect(local(person(country), '2026-06-08', 'Asia/Shanghai')).toBe('2026-06-08 08:00 to 2026-06-08 20:00');
  });

  it('is that of the country where the province is not known', () =>
    expect(sendingWindow(person('CA', 'Nowhere'), '2026-06-08')).toEqual(sendingWindow(person('CA'), '2026-06-08')));
});

describe('the policy of a shop', () => {
  test.each([
    ['sms', '09:00', '20:00', '09:00', '20:00'],
    ['sms', '06:00', '23:00', '08:00', '21:00'],
    ['email', '09:00', '18:00', '09:00', '18:00'],
  ] as const)('narrows the window and never widens it: %s %s-%s', (channel, from, to, opens, closes) =>
    expect(local(person('GB', null, { channel, policy: { from, to } }), '2026-06-08', 'Europe/London')).toBe(
      `2026-06-08 ${opens} to 2026-06-08 ${closes}`,
    ),
  );

  it('may leave no hour', () => {
    expect(closed(person('GB', null, { policy: { from: '21:00', to: '23:00' } }), '2026-06-08')).toBe(
      'no_common_hours',
    );
    expect(closed(person('US', null, { policy: { from: '09:00', to: '11:00' } }), '2026-06-08')).toBe(
      'no_common_hours',
    );
  });

  it('is all there is of an e-mail: else the day is open', () =>
    expect(local(person('GB', null, { channel: 'email' }), '2026-06-08', 'Europe/London')).toBe(
      '2026-06-08 00:00 to 2026-06-09 00:00',
    ));
});

describe('where the clocks change', () => {
  const hours = (recipient: Recipient, day: string) => {
    const { notBefore, notAfter } = open(sendingWindow(recipient, day));
    return (notAfter - notBefore) / 3600;
  };

  it('the window is at its hours on that day too', () => {
    expect(local(person('US', 'NY'), '2026-03-08', 'America/New_York')).toBe('2026-03-08 08:00 to 2026-03-08 21:00');
    expect(new Date(open(sendingWindow(person('US', 'NY'), '2026-03-08')).notBefore * 1000).toISOString()).toBe(
      '2026-03-08T12:00:00.000Z',
    );
    expect(new Date(open(sendingWindow(person('US', 'NY'), '2026-03-07')).notBefore * 1000).toISOString()).toBe(
      '2026-03-07T13:00:00.000Z',
    );
  });

  it('a day of e-mail is as long as it is', () => {
    const mail = person('US', 'NY', { channel: 'email' });
    expect(['2026-03-08', '2026-06-08', '2026-11-01'].map((day) => hours(mail, day))).toEqual([23, 24, 25]);
  });

  it('an hour that comes twice is in it once it is past for good, one that is skipped not at all', () => {
    const mail = (from: string, to: string) => person('US', 'NY', { channel: 'email', policy: { from, to } });
    expect(hours(mail('01:30', '03:00'), '2026-11-01')).toBe(1.5);
    expect(hours(mail('00:00', '01:30'), '2026-11-01')).toBe(1.5);
    expect(local(mail('02:30', '05:00'), '2026-03-08', 'America/New_York')).toBe(
      '2026-03-08 03:30 to 2026-03-08 05:00',
    );
    expect(local(mail('01:00', '02:30'), '2026-03-08', 'America/New_York')).toBe(
      '2026-03-08 01:00 to 2026-03-08 01:30',
    );
  });
});
