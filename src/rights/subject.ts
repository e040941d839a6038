/** Everything by which people are held: their records, their orders, what tells them, in this archive as it stands. */
import { type ErasedPeople, type KnownBy, knownBy } from '../archive/erasures.ts';
import type { RecordFacts } from '../customers/affected-queries.ts';
import type { Archive } from '../store/open.ts';
import { readEmail } from '../values/emails.ts';
import { readPhone } from '../values/phones.ts';
import { foldName } from '../values/text.ts';
import { backQueries } from './back-queries.ts';
import { PersonalValues } from '../values/personal-values.ts';
import {
  beginSubject,
  editedNames,
  exclusiveValues,
  isExclusive,
  noteReceivers,
  noteRecords,
  noteVersions,
  ownNicknames,
  recordsReceivingAt,
  type SubjectFacts,
  subjectFacts,
  subjectOrderNumbers,
  subjectTexts,
  unidentifiedRecords,
} from './subject-queries.ts';

export interface Subject {
  readonly facts: readonly SubjectFacts[];
  /** What nobody else is known by. */
  readonly known: readonly KnownBy[];
  readonly values: PersonalValues;
  /** Texts about them, as they are written: contact details in every spelling, notes, reasons. */
  readonly texts: readonly string[];
}

/** Of those to whom some records belong. The temporary tables of subject-queries hold the rest. */
export function subjectOf(archive: Archive, records: readonly number[]): Subject {
  beginSubject(archive, records);
  return complete(archive, exclusiveValues(archive), isExclusive(archive));
}

/** Of those whom an archive holds although they were forgotten; undefined where it holds none of them. */
export function forgottenIn(archive: Archive, people: ErasedPeople): Subject | undefined {
  const back = backQueries(archive);
  const known = new Map<string, KnownBy>();
  const records = new Set<number>();
  for (const { record, latest, ...value } of back.identifiers()) {
    const at = people.at(value);
    if (at === undefined) continue;
    known.set(`${value.kind} ${value.scope} ${value.value}`, value);
    // Whoever bought again since is somebody new.
    if (latest <= at) records.add(record);
  }
  for (const { record, latest, fingerprint } of back.records()) {
    const at = people.at({ kind: 'record', scope: '', value: fingerprint });
    if (at !== undefined && latest <= at) records.add(record);
  }
  for (const { record, nickname } of back.nicknames())
    if (people.at({ kind: 'nickname', scope: '', value: nickname }) !== undefined) records.add(record);
  back.begin(records, people);
  const subject = complete(archive, [...known.values()], (value) => people.at(value) !== undefined);
  return back.isAnybody() ? subject : undefined;
}

function complete(archive: Archive, first: readonly KnownBy[], isTheirs: (known: KnownBy) => boolean): Subject {
  const known = withUnidentified(archive, first, isTheirs);
  const receiving = recordsReceivingAt(archive);
  const phones = known.filter(({ kind }) => kind === 'phone').map(({ value }) => value);
  noteReceivers(archive, phones.flatMap(receiving));
  noteVersions(archive);
  const facts = subjectFacts(archive);
  const own = facts.map((record) => ownFacts(record, phones));
  const values = new PersonalValues({
    accounts: known.filter(({ kind }) => kind === 'account').map(({ value }) => value),
    names: [...own.flatMap(({ names }) => names), ...editedNames(archive)],
    nicknames: ownNicknames(archive),
    emails: known.filter(({ kind }) => kind === 'email').map(({ value }) => value),
    phones,
    addresses: own.flatMap(({ address }) => address),
    orders: subjectOrderNumbers(archive),
  });
  return { facts, known, values, texts: textsOf(archive, facts, known) };
}

/** Notes records by which nobody is found yet, until none of them says any of it. */
function withUnidentified(
  archive: Archive,
  first: readonly KnownBy[],
  isTheirs: (known: KnownBy) => boolean,
): KnownBy[] {
  const known = new Map(first.map((value) => [keyOf(value), value]));
  const waiting = new Map<number, RecordFacts>();
  for (const record of unidentifiedRecords(archive)) waiting.set(record.record, record);
  for (let grown = true; grown; ) {
    grown = false;
    for (const [number, record] of waiting) {
      const { buyer, receiver } = knownBy(record);
      if (!buyer.some((value) => known.has(keyOf(value)))) {
        if (receiver.some((value) => known.has(keyOf(value)))) noteReceivers(archive, [number]);
        continue;
      }
      waiting.delete(number);
      noteRecords(archive, [number]);
      for (const value of buyer) {
        if (known.has(keyOf(value)) || !isTheirs(value)) continue;
        known.set(keyOf(value), value);
        grown = true;
      }
    }
  }
  return [...known.values()];
}

const keyOf = ({ kind, scope, value }: KnownBy) => `${kind}\u0000${scope}\u0000${value}`;

/** Names and addresses that are theirs and not of somebody they sent a parcel to. */
function ownFacts(record: SubjectFacts, phones: readonly string[]): { names: string[]; address: string[] } {
  const { account, name, receiver_name: receiver, receiver_phone: phone, phone_country: country, address } = record;
  const own =
    account === null ||
    (name !== null && receiver !== null && foldName(name) === foldName(receiver)) ||
    (phone !== null && phones.includes(readPhone(phone, country ?? undefined).value));
  return {
    names: [name, own ? receiver : null].flatMap((one) => (one === null || one.includes('*') ? [] : [one])),
    address: own && address !== null ? [address] : [],
  };
}

function textsOf(archive: Archive, facts: readonly SubjectFacts[], known: readonly KnownBy[]): string[] {
  const texts = new Set(subjectTexts(archive));
  for (const { account, name, email, phone, receiver_name, receiver_phone, address } of facts)
    for (const text of [account, name, email, phone, receiver_name, receiver_phone, address])
      if (text !== null) texts.add(text);
  for (const { value } of known) texts.add(value);
  for (const { email } of facts) if (email !== null) texts.add(readEmail(email).value);
  return [...texts].filter((text) => text !== '').toSorted();
}
