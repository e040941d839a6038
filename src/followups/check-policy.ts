import { PROVIDERS, providerNamed } from '../texts/providers/providers.ts';
import { nearest } from '../values/nearest.ts';
import type { PlayFinding } from './plays/finding.ts';
import { PLAY_CHANNELS } from './plays/play.ts';
import type { Policy } from './policy.ts';

/** What its schema does not tell: hours in which nothing could ever go out, a provider nobody knows. */
export function checkPolicy({ hours, channels, sms }: Policy): PlayFinding[] {
  const spans = [
    { key: 'hours', from: hours.from, to: hours.to },
    ...PLAY_CHANNELS.flatMap((name) => {
      const own = channels[name].hours;
      if (!own) return [];
      return {
        key: `channels.${name}.hours`,
        from: own.from > hours.from ? own.from : hours.from,
        to: own.to < hours.to ? own.to : hours.to,
      };
    }),
  ];
  const closed = spans.filter(({ from, to }) => from >= to);
  return [
    ...closed.map(({ key, from, to }): PlayFinding => ({ finding: 'hours_end_first', key, value: `${from}–${to}` })),
    ...(sms.provider === undefined || providerNamed(sms.provider) ? [] : [unknownProvider(sms.provider)]),
  ];
}

function unknownProvider(value: string): PlayFinding {
  const names = PROVIDERS.map(({ name }) => name);
  const found = { finding: 'unknown_provider', key: 'sms.provider', value, about: names.join(', ') } as const;
  return { ...found, nearest: nearest(value, names) };
}
