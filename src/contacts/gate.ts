/**
 * The one gate every list and every follow-up passes: may this person be contacted on this channel
 * for this purpose? Suppression first, then an address to write to, then what they said.
 */
export const CHANNELS = ['sms', 'email', 'phone'] as const;
export type Channel = (typeof CHANNELS)[number];

export type Kind = 'service' | 'care' | 'promotion';

export type ConsentStatus = 'granted' | 'refused' | 'unknown';

/** Whom promotions may reach: those who agreed, or all who did not refuse. */
export type ConsentPolicy = 'granted' | 'not-refused';

export interface GatePerson {
  readonly suppressed: boolean;
  /** Usable for the channel; null where there is none. */
  readonly address: string | null;
  readonly consent: ConsentStatus;
  /** The strictest of the shops the person bought in. */
  readonly policy: ConsentPolicy;
  /** Every shop the person bought in is of a platform that allows service messages alone. */
  readonly serviceOnly: boolean;
}

export type GateReason = 'suppressed' | 'no_address' | 'refused' | 'service_only' | 'no_consent' | 'same_address';

export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly reason: GateReason };

/** A marketplace's rules give way to what the person said to the shop itself. A purchase is not consent: `unknown` lets service and care through, promotion only by the shop's own policy. */
export function decide(person: GatePerson, kind: Kind): Decision {
  if (person.suppressed) return { allowed: false, reason: 'suppressed' };
  if (person.address === null) return { allowed: false, reason: 'no_address' };
  if (person.consent === 'refused') return { allowed: false, reason: 'refused' };
  if (kind !== 'service' && person.serviceOnly && person.consent !== 'granted')
    return { allowed: false, reason: 'service_only' };
  if (kind === 'promotion' && person.consent !== 'granted' && person.policy !== 'not-refused')
    return { allowed: false, reason: 'no_consent' };
  return { allowed: true };
}
