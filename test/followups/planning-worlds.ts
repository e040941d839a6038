/** Candidates, contacts of before and policies of any kind, for what is true of every plan. */
import fc from 'fast-check';
import type { Kind } from '../../src/contacts/gate.ts';
import type { Candidate, PlannedPlay } from '../../src/followups/candidate.ts';
import type { PastTouch, PlanPolicy } from '../../src/followups/ledger.ts';
import type { Reach } from '../../src/followups/planning.ts';
import type { PlayChannel } from '../../src/followups/plays/play.ts';
import { policySchema } from '../../src/followups/policy.ts';
import { candidate, day, first, type Given, play } from './planning.ts';

const CHANNELS = ['sms', 'email', 'phone'] as const;
const KINDS: readonly Kind[] = ['service', 'care', 'promotion'];
export const PLAYS: readonly PlannedPlay[] = KINDS.flatMap((kind) =>
  CHANNELS.map((channel, at) =>
    play({
      name: `${kind} by ${channel}`,
      kind,
      channels: [channel],
      priority: 50 + at,
      ...(channel === 'phone' ? { capacity: 1 } : {}),
      ...(channel === 'sms' && kind === 'service' ? {} : { holdout: 0.4 }),
      repeat: channel === 'email' ? { after_days: 9 } : channel === 'sms' && kind === 'care' ? 'once' : 'every',
    }),
  ),
);
const customer = fc.integer({ min: 1, max: 4 });

const candidates: fc.Arbitrary<Candidate[]> = fc
  .array(
    fc.record({
      customer,
      play: fc.constantFrom(...PLAYS),
      due: fc.integer({ min: -15, max: 45 }),
      lasts: fc.nat(40),
      value: fc.constantFrom(null, 100, 200),
    }),
    { maxLength: 24 },
  )
  .map((all) =>
    all.map(({ lasts, due, ...rest }, at) => candidate(`order/${at}`, { ...rest, due, until: due + lasts })),
  );
const touches: fc.Arbitrary<PastTouch[]> = fc.array(
  fc
    .record({
      customer,
      day: fc.integer({ min: -45, max: 0 }).map(day),
      kind: fc.constantFrom(...KINDS),
      channel: fc.constantFrom<PlayChannel>(...CHANNELS),
    })
    .map((one) => ({ ...one, play: `${one.kind} by ${one.channel}` })),
  { maxLength: 12 },
);
const limit = fc.record({ most: fc.integer({ min: 1, max: 3 }), days: fc.integer({ min: 1, max: 30 }) });
const policies: fc.Arbitrary<PlanPolicy> = fc
  .record({
    per_day: fc.integer({ min: 1, max: 2 }),
    promotions: limit,
    all: limit,
    channels: fc.record(
      Object.fromEntries(
        CHANNELS.map((channel) => [
          channel,
          fc
            .tuple(limit, fc.nat(5), fc.integer({ min: 1, max: 3 }))
            .map(([own, gap, capacity]) => ({ ...own, gap_days: gap, capacity })),
        ]),
      ),
    ),
  })
  .map((policy) => policySchema.parse(policy));
const range = fc.integer({ min: 1, max: 45 }).map(first);

/** The gate keeps out every fifth; two of the customers are reached at one address, and one wants to hear every six days. */
const reachOf = ({ occurrence, customer: whose, play: { channels } }: Candidate): Reach =>
  occurrence.endsWith('4')
    ? { reason: 'refused' }
    : {
        channel: channels[0] ?? 'sms',
        address: whose <= 2 ? 'ann@example.com' : `${whose}`,
        everyDays: whose === 3 ? 6 : undefined,
      };

export interface World {
  readonly some: Candidate[];
  readonly given: Given & { readonly touches: PastTouch[]; readonly policy: PlanPolicy };
}
export const worlds: fc.Arbitrary<World> = fc
  .record({ some: candidates, touches, policy: policies, range })
  .map(({ some, ...given }) => ({ some, given: { ...given, reachOf } }));
