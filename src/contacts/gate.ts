/**
 * The one gate every list and every follow-up passes: may this person be contacted on this channel
 * for this purpose? Suppression first, then an address to write to, then what they said, and what must
 * be said where they live.
 */
import { type Channel, CHANNELS, type Kind, KINDS } from './channels.ts';
import { PLACES, placeOf } from './rules/places.ts';
import type { Place } from './rules/rule.ts';

export { type Channel, CHANNELS, type Kind, KINDS };

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
  if (person.suppressed) return NO.suppressed;
  if (person.address === null) return NO.no_address;
  if (person.consent === 'refused') return NO.refused;
  if (kind !== 'service' && person.serviceOnly && person.consent !== 'granted') return NO.service_only;
  if (needsConsent(person, kind) && person.consent !== 'granted' && person.policy !== 'not-refused')
    return kind === 'promotion' ? NO.no_consent : NO.care_is_promotion;
  return YES;
}

const YES: Decision = { allowed: true };
const no = (reason: GateReason): Decision => ({ allowed: false, reason });
/** One of each, however many people there are. */
const NO = {
  suppressed: no('suppressed'),
  no_address: no('no_address'),
  refused: no('refused'),
  service_only: no('service_only'),
  no_consent: no('no_consent'),
  care_is_promotion: no('care_is_promotion'),
} as const;

/** Promotion by the shop's policy whatever the place says; all else by the place. */
function needsConsent(person: GatePerson, kind: Kind): boolean {
  if (kind === 'promotion') return true;
  const strict = strictPlaces[person.channel][kind];
  return strict.size > 0 && person.countries.some((country) => strict.has(placeOf(country)));
}

const strictPlaces = Object.fromEntries(
  CHANNELS.map((channel) => [channel, Object.fromEntries(KINDS.map((kind) => [kind, strictOn(channel, kind)]))]),
) as Readonly<Record<Channel, Readonly<Record<Kind, ReadonlySet<Place>>>>>;

function strictOn(channel: Channel, kind: Kind): ReadonlySet<Place> {
  const isStrict = ({ rules }: Place) =>
    rules.some((rule) => rule.channel === channel && rule.kind === kind && rule.needs === 'granted');
  return new Set(PLACES.filter(isStrict));
}
