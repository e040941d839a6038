/** Whether a play ever comes, and in time. */
import type { Policy } from '../policy.ts';
import type { PlayFinding } from './finding.ts';
import type { Play } from './play.ts';

/** Wishes that are later than this by so many days are better not said. */
const LATE = 3;
/** What is about an order, or what became of one. */
const OF_ORDERS: readonly Play['trigger']['on'][] = ['order', 'refund', 'complaint'];

export function checkTiming(play: Play, { policy }: { readonly policy: Policy }): PlayFinding[] {
  const { trigger, kind, expires_after_days: expires } = play;
  const findings: PlayFinding[] = [];
  if (trigger.on === 'date' && !isDay(trigger.month, trigger.day))
    findings.push({ finding: 'no_such_day', key: 'trigger.day', value: `${trigger.month}-${trigger.day}` });
  if ((trigger.on === 'birthday' || trigger.on === 'festival') && expires - trigger.lead_days > LATE)
    findings.push({
      finding: 'too_late',
      key: 'expires_after_days',
      value: String(expires),
      about: String(expires - trigger.lead_days),
    });
  if (kind === 'service' && !OF_ORDERS.includes(trigger.on))
    findings.push({ finding: 'not_of_an_order', key: 'kind', value: kind });
  if (kind === 'promotion' && (trigger.on === 'refund' || trigger.on === 'complaint')) {
    const pause = policy.pause_days[trigger.on];
    if (trigger.delay_days + expires < pause)
      findings.push({
        finding: 'paused_throughout',
        key: 'expires_after_days',
        value: String(expires),
        about: String(pause),
      });
  }
  if (!hasRoom(play, policy)) findings.push({ finding: 'no_room', key: 'channels', value: play.channels.join(', ') });
  return findings;
}

function hasRoom({ kind, channels }: Play, { promotions, all, channels: limits }: Policy): boolean {
  if (kind === 'promotion' && promotions.most === 0) return false;
  if (kind !== 'service' && all.most === 0) return false;
  return channels.some((name) => limits[name].capacity !== 0 && (kind === 'service' || limits[name].most > 0));
}

/** Of some year. */
function isDay(month: number, day: number): boolean {
  return new Date(Date.UTC(2024, month - 1, day)).getUTCDate() === day;
}
