/** At which hours of which days somebody in a place may be written to or called: dated data with where it is written. */

/** E-mail waits until it is read; only a shop's own policy bounds it. */
export type TimedChannel = 'sms' | 'phone';
export type CalendarChannel = TimedChannel | 'email';

/** `09:00-20:00`, two of them with a blank between where there is a pause; null where the day is closed. */
type DayHours = string | null;

export interface SendingHours {
  /** ISO 3166-1 alpha-2, or ISO 3166-2 of a part that asks for more than its country; '' of every other country. */
  readonly place: string;
  readonly channels: readonly TimedChannel[];
  readonly weekdays: string;
  readonly saturday: DayHours;
  readonly sunday: DayHours;
  /** Closed on the public holidays of these places, as `holidayOn` names them. */
  readonly holidays?: readonly string[];
  /** YYYY-MM-DD, from which it holds; null where the source does not say, or where it is custom. */
  readonly since: string | null;
  /** The page or the law. */
  readonly source: string;
  /** Whether the source was read, or is remembered. */
  readonly evidence: 'read' | 'recalled';
}

/** The same hours on every day. */
export const daily = (hours: string) => ({ weekdays: hours, saturday: hours, sunday: hours });
