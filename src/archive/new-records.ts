/** What is told of a record that is new to the archive. */
export type { NewcomerFacts } from '../customers/newcomer.ts';
