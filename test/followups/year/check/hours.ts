/** Whether the times of a file are hours at which somebody may be written to or called where they live. */
import type { Contact } from '../facts.ts';
import type { Home } from './archive.ts';

/** Of the places the people of the tea shop live in. */
const ZONES: Readonly<Record<string, string>> = {
  MA: 'America/New_York',
  NY: 'America/New_York',
  DC: 'America/New_York',
  CO: 'America/Denver',
  OR: 'America/Los_Angeles',
  TX: 'America/Chicago',
  WI: 'America/Chicago',
};
function zoneOf({ country, province }: Home): string | undefined {
  if (country === 'US') return ZONES[province ?? ''];
  // Nobody who buys on Taobao lives abroad.
  return country === 'CN' || country === null ? 'Asia/Shanghai' : undefined;
}

export function brokenHours(contact: Contact, home: Home | undefined, hours: { from: string; to: string }): string[] {
  const { id, day, channel, notBefore, notAfter } = contact;
  if (channel === 'parcel') return [];
  const zone = home && zoneOf(home);
  if (zone === undefined) return [`${day} ${id}: nobody knows which time it is in ${home?.country} ${home?.province}`];
  const [from, to] = [wallClock(notBefore, zone), wallClock(notAfter, zone)];
  const isSunday = new Date(`${day}T00:00:00Z`).getUTCDay() === 0;
  // Texas wants its Sunday mornings.
  const first =
    home?.province === 'TX' && isSunday && (channel === 'sms' || channel === 'phone') ? '12:00' : hours.from;
  const isWithin =
    from.day === day && to.day === day && from.time >= first && to.time <= hours.to && from.time < to.time;
  if (isWithin) return [];
  return [`${day} ${id}: ${channel} from ${from.day} ${from.time} to ${to.day} ${to.time} in ${zone}`];
}

function wallClock(instant: string, zone: string): { readonly day: string; readonly time: string } {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return { day: 'no day', time: `'${instant}'` };
  const text = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(at);
  return { day: text.slice(0, 10), time: text.slice(11, 16) };
}
