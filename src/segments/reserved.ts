/** Words of the language that no field can be called. */
const RESERVED = new Set([
  'AND',
  'OR',
  'NOT',
  'BETWEEN',
  'IN',
  'CONTAINS',
  'STARTS',
  'ENDS',
  'WITH',
  'IS',
  'NULL',
  'MATCHES',
  'DURING',
  'PERCENTILE',
  'TOP',
  'BOTTOM',
  'SEED',
  'AS',
  'OF',
]);

export const isReserved = (word: string): boolean => RESERVED.has(word.toUpperCase());
