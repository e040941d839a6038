/** Amounts: cells to minor units and back, and what a whole column decides. */
export { DecimalColumn, decimalEvidence } from './decimal-column.ts';
export { exponentOf } from './exponents.ts';
export { type DecimalStyle, formatMoney, parseMoney } from './parse-money.ts';
