import { PROVIDERS, providerNamed } from '../texts/providers/providers.ts';
import { nearest } from '../values/nearest.ts';
import { type Hours, hoursFor } from './hours.ts';
import { checkPolicySigns } from './plays/check-signs.ts';
import type { PlayFinding } from './plays/finding.ts';
import { PLAY_CHANNELS } from './plays/play.ts';
import type { Policy } from './policy.ts';

/** What its schema does not tell: hours in which nothing could ever go out, a provider nobody knows, signs nobody sees. */
export function checkPolicy(policy: Policy): PlayFinding[] {
  const { hours, channels, sms } = policy;
  const spans = [
    { key: 'hours', ...hours },
    ...PLAY_CHANNELS.filter((name) => channels[name].hours).map((name) => ({
      key: `channels.${name}.hours`,
      ...hoursFor(policy, name),
    })),
  ];
  const isClosed = ({ from, to }: Hours) => from >= to;
  const closed = spans.filter(isClosed);
  // Of what is closed before it, nothing is left for a provider to close.
  const theirs = { key: 'sms.provider', ...hoursFor(policy, 'sms', 'promotion') };
  if (closed.length === 0 && isClosed(theirs)) closed.push(theirs);
  return [
    ...closed.map(({ key, from, to }): PlayFinding => ({ finding: 'hours_end_first', key, value: `${from}–${to}` })),
    ...(sms.provider === undefined || providerNamed(sms.provider) ? [] : [unknownProvider(sms.provider)]),
    ...checkPolicySigns(policy),
  ];
}

function unknownProvider(value: string): PlayFinding {
  const names = PROVIDERS.map(({ name }) => name);
  const found = { finding: 'unknown_provider', key: 'sms.provider', value, about: names.join(', ') } as const;
  return { ...found, nearest: nearest(value, names) };
}
