/** Decimal digits of currencies by ISO 4217, not by CLDR, which gives HUF and IDR none. */
const set = (codes: string): ReadonlySet<string> => new Set(codes.split(' '));
const NO_DECIMALS = set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF');
const THREE_DECIMALS = set('BHD IQD JOD KWD LYD OMR TND');
/** Two decimals by the book, none on any price tag. */
const WHOLE_IN_USE = set('COP HUF IDR TWD');

export function exponentOf(currency: string): number {
  if (NO_DECIMALS.has(currency)) return 0;
  return THREE_DECIMALS.has(currency) ? 3 : 2;
}

/** Where these are used a point is a decimal sign and a comma never is. */
const POINT_ALWAYS = set('CNY HKD JPY KRW MOP TWD');

export function hasDecimalPoint(currency: string): boolean {
  return POINT_ALWAYS.has(currency);
}

/** Nobody writes decimals of it, so that three digits behind a sign are thousands: 25.000 rupiah. */
export function isWrittenWhole(currency: string): boolean {
  return NO_DECIMALS.has(currency) || WHOLE_IN_USE.has(currency);
}
