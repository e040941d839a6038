/** By whose clock-times a channel is kept: the policy's, within them the channel's own, and for text messages the provider's. Pure. */
import type { Kind } from '../contacts/channels.ts';
import { providerNamed, sendingHours } from '../texts/providers/providers.ts';
import type { PlayChannel } from './plays/play.ts';
import type { Policy } from './policy.ts';

/** HH:MM where the customer is: where `from` is not before `to` there is no time at all. */
export type Hours = Policy['hours'];

/** A provider has hours for a kind of message alone. */
export function hoursFor(
  { hours, channels, sms }: Pick<Policy, 'hours' | 'channels' | 'sms'>,
  channel: PlayChannel,
  kind?: Kind,
): Hours {
  const provider = channel === 'sms' && sms.provider !== undefined ? providerNamed(sms.provider) : undefined;
  const theirs = provider && kind && sendingHours(provider, kind);
  return [channels[channel].hours, theirs].reduce<Hours>(
    (within, own) =>
      own
        ? { from: own.from > within.from ? own.from : within.from, to: own.to < within.to ? own.to : within.to }
        : within,
    hours,
  );
}
