/** At which hours of a day a customer may be contacted: by the law of where they live, by the policy and by the provider. */
import type { CalendarChannel } from '../calendar/hours/sending-hours.ts';
import { sendingWindow } from '../calendar/window.ts';
import { KINDS } from '../contacts/channels.ts';
import { archiveZone } from '../measures/queries.ts';
import type { Archive } from '../store/open.ts';
import { hoursFor } from './hours.ts';
import type { WindowOf } from './planning.ts';
import { PLAY_CHANNELS, type PlayChannel } from './plays/play.ts';
import type { Policy } from './policy.ts';
import { placesOf } from './queries.ts';

/** A message by hand waits until it is read, as e-mail does; what is put to an order keeps no hours. */
const HOURS_OF: Readonly<Record<PlayChannel, CalendarChannel | undefined>> = {
  sms: 'sms',
  email: 'email',
  phone: 'phone',
  wechat: 'email',
  parcel: undefined,
};

interface WindowsAsked {
  /** Of them alone. */
  readonly customer?: number | undefined;
  /** In UTC seconds: a window that has passed then is closed; without it every day is still whole. */
  readonly moment?: number | undefined;
}

export function windowsBy(
  archive: Archive,
  asked: Pick<Policy, 'hours' | 'channels' | 'sms'>,
  { customer, moment = -Infinity }: WindowsAsked = {},
): WindowOf {
  const shopZone = archiveZone(archive);
  const placeOf = placesOf(archive, customer);
  const kept = new Map(
    PLAY_CHANNELS.flatMap((channel) =>
      KINDS.map((kind) => [`${channel} ${kind}`, hoursFor(asked, channel, kind)] as const),
    ),
  );
  return ({ customer: whom, play: { kind } }, channel, day) => {
    const hoursOf = HOURS_OF[channel];
    if (hoursOf === undefined) return undefined;
    const policy = kept.get(`${channel} ${kind}`);
    if (policy && policy.from >= policy.to) return { closed: { reason: 'no_common_hours' } };
    const window = sendingWindow({ ...placeOf(whom), channel: hoursOf, shopZone, policy }, day);
    return 'notAfter' in window && window.notAfter <= moment ? { closed: { reason: 'hours_over' } } : window;
  };
}
