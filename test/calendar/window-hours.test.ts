/** Any window, held against the table on clocks that Intl itself reads. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CalendarChannel } from '../../src/calendar/hours/sending-hours.ts';
import { partZones, placeZone } from '../../src/calendar/place-zone.ts';
import { PROVINCE_ZONES } from '../../src/calendar/province-zones.ts';
import { hoursIn } from '../../src/calendar/quiet-hours.ts';
import { sendingWindow } from '../../src/calendar/window.ts';
import { addDays } from '../../src/values/days.ts';
import { clockIn } from '../helpers/clock-in.ts';

const MINUTES = fc.integer({ min: 0, max: 24 * 60 }).map((minutes) => {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
});
const POLICY = fc.option(
  fc
    .tuple(MINUTES, MINUTES)
    .filter(([one, other]) => one !== other)
    .map((times) => {
      const [from = '', to = ''] = times.toSorted();
      return { from, to };
    }),
  { nil: undefined },
);
const PLACE = fc.oneof(
  fc.constantFrom(...PROVINCE_ZONES.keys()).map((part): [string, string | null] => [part.slice(0, 2), part.slice(3)]),
  fc
    .constantFrom('US', 'CA', 'AU', 'CN', 'FR', 'GB', 'IE', 'DE', 'NL', 'NZ', 'RU', 'ES', 'BR', 'MX', 'JP', 'IN')
    .map((country): [string, string | null] => [country, null]),
);
/** Change days are in them more often than they come. */
const DAY = fc.oneof(
  fc.integer({ min: 0, max: 1800 }).map((days) => addDays('2025-01-01', days)),
  fc.constantFrom('2026-03-08', '2026-11-01', '2026-03-29', '2026-10-25', '2026-04-05', '2026-09-27', '2026-10-04'),
);

/** Whether HH:MM lies within `10:00-13:00 14:00-20:00`. */
const within = (time: string, hours: string) =>
  hours.split(' ').some((one) => {
    const [from = '', to = ''] = one.split('-');
    return from <= time && time < to;
  });

it('every minute of a window is in the hours of the table, in every zone it may be in', () => {
  let looked = 0;
  const channel = fc.constantFrom<CalendarChannel>('sms', 'phone', 'email');
  const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
  fc.assert(
    fc.property(PLACE, channel, POLICY, DAY, share, ([country, province], channel, policy, day, share) => {
      const window = sendingWindow({ country, province, channel, policy, shopZone: 'UTC' }, day);
      if ('closed' in window) return;
      const { notBefore, notAfter, zones } = window;
      expect(notBefore).toBeLessThan(notAfter);
      const some = notBefore + Math.floor((share * (notAfter - notBefore)) / 60) * 60;
      const rules = channel === 'email' ? [] : hoursIn(country, placeZone(country, province, 'UTC').part, channel);
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
      for (const at of [notBefore, some, notAfter - 60]) {
        looked++;
        for (const zone of zones) {
          const [date, time = ''] = clockIn(at, zone).split(' ');
          expect(date, zone).toBe(day);
          if (policy) expect(within(time, `${policy.from}-${policy.to}`), `${zone} ${time}`).toBe(true);
        }
        for (const rule of rules)
          for (const zone of partZones(rule.place) ?? zones) {
            const hours = weekday === 0 ? rule.sunday : weekday === 6 ? rule.saturday : rule.weekdays;
            const time = clockIn(at, zone).slice(11);
            expect(within(time, hours ?? ''), `${rule.place} ${zone} ${time} ${hours}`).toBe(true);
          }
      }
    }),
    { numRuns: 1000 },
  );
  expect(looked).toBeGreaterThan(1000);
});
