/** What stands beside an amount for its currency: an ISO code, a sign, or both. */

const DOLLARS = 'AUD BBD BMD BND BSD BZD CAD FJD GYD HKD JMD KYD LRD NAD NZD SBD SGD SRD TTD TWD USD XCD';
const PESOS = 'ARS CLP COP CUP DOP MXN PHP UYU';

const SIGNS: Readonly<Record<string, string>> = {
  $: `${DOLLARS} ${PESOS}`,
  US$: 'USD',
  CA$: 'CAD',
  C$: 'CAD',
  AU$: 'AUD',
  A$: 'AUD',
  NZ$: 'NZD',
  HK$: 'HKD',
  NT$: 'TWD',
  SG$: 'SGD',
  S$: 'SGD',
  MX$: 'MXN',
  R$: 'BRL',
  '¥': 'CNY JPY',
  'CN¥': 'CNY',
  'JP¥': 'JPY',
  RMB: 'CNY',
  元: 'CNY TWD HKD',
  圆: 'CNY',
  元整: 'CNY',
  人民币: 'CNY',
  美元: 'USD',
  港币: 'HKD',
  欧元: 'EUR',
  日元: 'JPY',
  원: 'KRW',
  円: 'JPY',
  '€': 'EUR',
  '£': 'GBP EGP FKP GIP SHP',
  '₩': 'KRW',
  '₹': 'INR',
  '฿': 'THB',
  '₫': 'VND',
  Đ: 'VND',
  '₱': 'PHP',
  '₺': 'TRY',
  TL: 'TRY',
  '₽': 'RUB',
  '₴': 'UAH',
  '₪': 'ILS',
  KR: 'SEK NOK DKK ISK',
  'KR.': 'SEK NOK DKK ISK',
  ZŁ: 'PLN',
  KČ: 'CZK',
  FT: 'HUF',
  'FR.': 'CHF',
  LEI: 'RON',
  RM: 'MYR',
  RP: 'IDR',
  'RP.': 'IDR',
  RS: 'INR PKR LKR NPR MUR',
  'RS.': 'INR PKR LKR NPR MUR',
  'S/': 'PEN',
  'B/.': 'PAB',
  '₦': 'NGN',
  '₡': 'CRC',
  '₲': 'PYG',
  COL$: 'COP',
  AR$: 'ARS',
  R: 'ZAR',
};

/** US $ is US$. */
const BLANKS = /\s+/g;

/** True for no mark at all, too. */
export function marksCurrency(mark: string, currency: string): boolean {
  if (mark === '') return true;
  if (Object.hasOwn(SIGNS, mark)) return SIGNS[mark]?.includes(currency) === true;
  const sign = mark.toUpperCase().replace(currency, '').replace(BLANKS, '');
  return sign === '' || (Object.hasOwn(SIGNS, sign) && SIGNS[sign]?.includes(currency) === true);
}

export function marksAnyCurrency(mark: string): boolean {
  if (mark === '' || Object.hasOwn(SIGNS, mark)) return true;
  const sign = mark
    .toUpperCase()
    .replace(/\b[A-Z]{3}\b/, '')
    .replace(BLANKS, '');
  return sign === '' || Object.hasOwn(SIGNS, sign);
}

/** The one currency that the mark can stand for; undefined for none, several, or a sign nobody knows. */
export function currencyMarked(mark: string): string | undefined {
  const sign = mark.toUpperCase().replace(BLANKS, '');
  if (sign === '') return undefined;
  const codes = Object.hasOwn(SIGNS, sign) ? SIGNS[sign] : sign;
  return codes?.length === 3 && /^[A-Z]{3}$/.test(codes) ? codes : undefined;
}
