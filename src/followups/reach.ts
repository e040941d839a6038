/** By which of a play's channels a customer is reached, through the gate. */
import { GATE_CHANNEL } from '../contacts/channels.ts';
import type { Channel, GateReason, Kind } from '../contacts/gate.ts';
import { decide } from '../contacts/gate.ts';
import { peopleOnChannels, type Person } from '../contacts/people.ts';
import type { Wishes } from '../customers/edit-queries.ts';
import type { Archive } from '../store/open.ts';
import type { Candidate } from './candidate.ts';
import type { Reach } from './planning.ts';
import type { PlayChannel } from './plays/play.ts';
import { parcelOrders } from './queries.ts';
import type { Moment } from './triggers/sources.ts';

interface Asked {
  readonly wishes: ReadonlyMap<number, Wishes>;
  /** All who are reached where those asked for are; everybody where absent. */
  readonly among?: readonly number[] | undefined;
}

/** What one channel says: an address, or why there is none; `waits` where there is nothing yet it could go with. */
type Answer = { readonly address: string } | { readonly reason: GateReason | 'waits' };

export interface Ways {
  readonly reachOf: (candidate: Candidate) => Reach;
  /** Where somebody is reached now; undefined where they are not, or with a parcel. */
  readonly addressOf: (customer: number, channel: PlayChannel) => string | undefined;
}

export const reachThrough = (archive: Archive, moment: Moment, asked: Asked): Ways['reachOf'] =>
  waysThrough(archive, moment, asked).reachOf;

/**
 * The first of a play's channels that is open, the one the customer prefers before the others; the reason is the one
 * nearest to being open.
 */
export function waysThrough(archive: Archive, moment: Moment, { wishes, among }: Asked): Ways {
  const peopleOn = peopleOnChannels(archive, moment.until, among);
  const ask = channels(archive, moment, { peopleOn, among });
  const reachOf = ({ play, customer }: Candidate): Reach => {
    const { channel: preferred, everyDays } = wishes.get(customer) ?? {};
    let reason: GateReason = 'no_address';
    let waits = false;
    for (const channel of inOrder(play.channels, preferred)) {
      const answer = ask(channel)(customer, play.kind);
      if ('address' in answer) return { channel, address: answer.address, everyDays };
      if (answer.reason === 'waits') waits = true;
      else if (reason === 'no_address') ({ reason } = answer);
    }
    return waits ? { waits: 'no_parcel' } : { reason };
  };
  const addressOf = (customer: number, channel: PlayChannel) => {
    const own = GATE_CHANNEL[channel];
    return own === undefined ? undefined : peopleOn(own).addressOf(customer);
  };
  return { reachOf, addressOf };
}

function inOrder(channels: readonly PlayChannel[], preferred: string | undefined): readonly PlayChannel[] {
  const first = channels.find((channel) => channel === preferred);
  return first === undefined ? channels : [first, ...channels.filter((channel) => channel !== first)];
}

type Ask = (customer: number, kind: Kind) => Answer;
type PeopleOn = ReturnType<typeof peopleOnChannels>;

function channels(
  archive: Archive,
  moment: Moment,
  { peopleOn, among }: { readonly peopleOn: PeopleOn; readonly among: readonly number[] | undefined },
): (channel: PlayChannel) => Ask {
  const throughGate =
    (channel: Channel): Ask =>
    (customer, kind) => {
      const person = peopleOn(channel)(customer);
      const decision = decide(person, kind);
      if (!decision.allowed) return { reason: decision.reason };
      return person.address === null ? { reason: 'no_address' } : { address: person.address };
    };
  let orders: ReadonlyMap<number, string> | undefined;
  const inParcel: Ask = (customer, kind) => {
    const reason = keptFromParcel(
      CHANNELS_ASKED.map((channel) => peopleOn(channel)(customer)),
      kind,
    );
    if (reason) return { reason };
    const order = (orders ??= parcelOrders(archive, moment.asOf, among)).get(customer);
    return order === undefined ? { reason: 'waits' } : { address: order };
  };
  const asks: Readonly<Record<PlayChannel, Ask>> = {
    sms: throughGate(GATE_CHANNEL.sms),
    email: throughGate(GATE_CHANNEL.email),
    phone: throughGate(GATE_CHANNEL.phone),
    wechat: throughGate(GATE_CHANNEL.wechat),
    parcel: inParcel,
  };
  return (channel) => asks[channel];
}

const CHANNELS_ASKED = ['phone', 'sms', 'email'] as const;

/**
 * What is put to an order asks for no consent, and no address. Whoever is suppressed gets nothing; a promotion goes to
 * nobody who refused any, nor where marketplaces allow none.
 */
function keptFromParcel(people: readonly Person[], kind: Kind): GateReason | undefined {
  if (people.some(({ suppressed }) => suppressed)) return 'suppressed';
  if (kind !== 'promotion') return undefined;
  if (people.some(({ consent }) => consent === 'refused')) return 'refused';
  const isAgreed = people.some(({ consent }) => consent === 'granted');
  return !isAgreed && people.every(({ serviceOnly }) => serviceOnly) ? 'service_only' : undefined;
}
