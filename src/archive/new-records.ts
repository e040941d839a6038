/** What follows from a record by itself. It is worked out before the record is stored, wherever the file is read. */
export type { Identifier } from '../customers/identifiers.ts';
export { type Newcomer, type NewcomerFacts, newcomerOf } from '../customers/newcomer.ts';
export type { Portrait } from '../customers/portrait.ts';
