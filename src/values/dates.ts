/** Dates as exports write them: cells to wall times, and what a whole column decides. */
export { DateColumn, dateEvidence } from './date-column.ts';
export { readDateNumber, serialToWall } from './date-numbers.ts';
export { type DateOrder, parseInstantParts } from './instant-parts.ts';
export type { WallTime } from './wall-time.ts';
