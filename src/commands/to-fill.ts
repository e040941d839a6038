/** What whoever works through a list fills in, for `followup import`. */
import type { PlayChannel } from '../followups/plays/play.ts';
import type { Column } from '../output/table.ts';

export const TO_FILL: readonly Column[] = [
  { name: 'outcome', kind: 'text', machineOnly: true },
  { name: 'note', kind: 'text', machineOnly: true },
  { name: 'until_day', kind: 'day', machineOnly: true },
];

/** By a person, who can say what came of it. */
export const isByHand = (channel: PlayChannel): boolean => channel !== 'sms' && channel !== 'email';
