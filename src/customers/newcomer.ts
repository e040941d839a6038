/** A record that is new to the archive: its identifiers and, where these prove anything, what a customer of this one record looks like. */
import { type ContactFacts, type Identifier, identifiersOf, isEvidence } from './identifiers.ts';
import { type Portrait, portraitOf, type PortraitRecord } from './portrait.ts';

export type NewcomerFacts = ContactFacts & PortraitRecord['facts'];

export interface Newcomer {
  readonly identifiers: readonly Identifier[];
  /** Null for a record that proves nothing. */
  readonly portrait: Portrait | null;
}

export function newcomerOf(facts: NewcomerFacts): Newcomer {
  const identifiers = identifiersOf(facts);
  const somebody = identifiers.some(isEvidence);
  return { identifiers, portrait: somebody ? portraitOf([{ facts, identifiers, orders: 1, latest: 0 }]) : null };
}
