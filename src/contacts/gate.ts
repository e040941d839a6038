/**
 * The one gate every list and every follow-up passes: may this person be contacted on this channel
 * for this purpose? Suppression first, then an address to write to, then what they said, and what must
 * be said where they live.
 */
import type { Channel, Kind } from './channels.ts';
import { placeOf } from './rules/places.ts';

export { type Channel, CHANNELS, type Kind, KINDS } from './channels.ts';

export type ConsentStatus = 'granted' | 'refused' | 'unknown';

/** Whom promotions may reach: those who agreed, or all who did not refuse. */
export type ConsentPolicy = 'granted' | 'not-refused';

export interface GatePerson {
  readonly channel: Channel;
  /** ISO 3166-1 alpha-2: where they live, else where the shops are they bought in; the strictest place holds. */
  readonly countries: readonly string[];
  readonly suppressed: boolean;
  /** Usable for the channel; null where there is none. */
  readonly address: string | null;
  readonly consent: ConsentStatus;
  /** The strictest of the shops the person bought in. */
  readonly policy: ConsentPolicy;
  /** Every shop the person bought in is of a platform that allows service messages alone. */
  readonly serviceOnly: boolean;
}

export type GateReason =
  | 'suppressed'
  | 'no_address'
  | 'refused'
  | 'service_only'
  | 'no_consent'
  | 'care_is_promotion'
  | 'same_address';

export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly reason: GateReason };

/**
 * A marketplace's rules give way to what the person said to the shop itself. A purchase is not consent: `unknown` lets
 * service through, and care where it is not taken for promotion; promotion only by the shop's own policy.
 */
export function decide(person: GatePerson, kind: Kind): Decision {
  if (person.suppressed) return { allowed: false, reason: 'suppressed' };
  if (person.address === null) return { allowed: false, reason: 'no_address' };
  if (person.consent === 'refused') return { allowed: false, reason: 'refused' };
  if (kind !== 'service' && person.serviceOnly && person.consent !== 'granted')
    return { allowed: false, reason: 'service_only' };
  if (needsConsent(person, kind) && person.consent !== 'granted' && person.policy !== 'not-refused')
    return { allowed: false, reason: kind === 'promotion' ? 'no_consent' : 'care_is_promotion' };
  return { allowed: true };
}

/** Promotion by the shop's policy whatever the place says; all else by the place. */
function needsConsent({ channel, countries }: GatePerson, kind: Kind): boolean {
  if (kind === 'promotion') return true;
  return countries.some((country) =>
    placeOf(country).rules.some((rule) => rule.channel === channel && rule.kind === kind && rule.needs === 'granted'),
  );
}
