/** Whether what a play says fits the channels it goes out on. */
import { optOutsIn } from '../../texts/opt-out.ts';
import { saysUnsubscribe } from '../../texts/unsubscribe.ts';
import type { Policy } from '../policy.ts';
import type { PlayFinding } from './finding.ts';
import type { Play, PlayChannel, PlayMessage } from './play.ts';

/** A person finds words of their own; a machine sends none. */
const WRITTEN = ['sms', 'email'] as const satisfies readonly PlayChannel[];
const SAYS_HOW_TO_REFUSE = { sms: (text: string) => optOutsIn(text).length > 0, email: saysUnsubscribe };

export function checkChannels(
  { kind, channels, messages }: Play,
  { policy }: { readonly policy: Policy },
): readonly PlayFinding[] {
  const twice = channels.filter((name, index) => channels.indexOf(name) !== index);
  return [
    ...twice.map((value): PlayFinding => ({ finding: 'channel_twice', key: 'channels', value })),
    ...WRITTEN.filter(
      (name) =>
        kind === 'promotion' &&
        channels.includes(name) &&
        !policy[name].opt_out &&
        messages.some((message) => isFor(message, name) && !SAYS_HOW_TO_REFUSE[name](message.text)),
    ).map((value): PlayFinding => ({ finding: 'no_opt_out', key: 'channels', value })),
  ];
}

export function checkMessages({ channels, messages }: Play): readonly PlayFinding[] {
  const findings: PlayFinding[] = [];
  for (const name of WRITTEN.filter((one) => channels.includes(one)))
    if (!messages.some((message) => isFor(message, name)))
      findings.push({ finding: 'no_message', key: 'messages', value: name });
  for (const [index, message] of messages.entries()) {
    const key = `messages.${index + 1}`;
    const { channel } = message;
    const hidden = messages.slice(0, index).some((earlier) => covers(earlier, message));
    if (channel !== undefined && !channels.includes(channel))
      findings.push({ finding: 'message_of_no_channel', key: `${key}.channel`, value: channel });
    else if (hidden) findings.push({ finding: 'message_never_taken', key });
    else if (goesByEmail(message, index, messages, channels) && message.subject === undefined)
      findings.push({ finding: 'no_subject', key });
  }
  return findings;
}

const isFor = ({ channel }: PlayMessage, name: PlayChannel) => channel === undefined || channel === name;

/** Whoever gets the second would have got the first. */
const covers = (first: PlayMessage, second: PlayMessage) =>
  (first.channel === undefined || first.channel === second.channel) &&
  (first.language === undefined || first.language === second.language);

function goesByEmail(
  message: PlayMessage,
  index: number,
  messages: readonly PlayMessage[],
  channels: readonly PlayChannel[],
): boolean {
  if (!channels.includes('email') || !isFor(message, 'email')) return false;
  return !messages.slice(0, index).some((earlier) => covers(earlier, { ...message, channel: 'email' }));
}
