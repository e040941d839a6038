/** A value as a person reads it in a message, and with no sign in it that could change the rest of the text. */
import { formatMoney, exponentOf } from '../values/money.ts';
import { TEXT_FIELDS, type TextFieldName, type TextValue, type TextValues } from './text-fields.ts';

export type TextLanguage = 'en' | 'zh';

/** Signs that break a line or turn the direction of reading; joiners within emoji and Indic names stay. */
export const BREAKING = /[\p{Cc}\u2028\u2029]+/gu;
export const INVISIBLE = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\p{Cs}]/gu;

export const cleanText = (text: string): string =>
  text.replace(BREAKING, ' ').replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim();

/**
 * What filters and conditions see: a number for an amount, the day as it is written. Null where nothing is known, which
 * an amount without its currency is.
 */
export function plainValue(name: TextFieldName, values: TextValues): TextValue | null {
  const value = values[name] ?? null;
  if (value === null) return null;
  if (typeof value === 'number') {
    if (TEXT_FIELDS[name].type !== 'money') return value;
    const currency = currencyOf(values);
    return currency === '' ? null : Number(formatMoney(value, currency));
  }
  if (typeof value === 'string') return cleanText(value) || null;
  const items = value.map(cleanText).filter((item) => item !== '');
  return items.length > 0 ? items : null;
}

/** Empty where nothing is known. */
export function shownValue(name: TextFieldName, values: TextValues, language: TextLanguage): string {
  const plain = plainValue(name, values);
  if (plain === null) return '';
  if (typeof plain === 'object') return plain.join(language === 'zh' ? '、' : ', ');
  if (typeof plain === 'number')
    return TEXT_FIELDS[name].type === 'money' ? shownMoney(plain, currencyOf(values), language) : String(plain);
  const { type } = TEXT_FIELDS[name];
  return type === 'day' || type === 'month_day' ? shownDay(plain, type, language) : plain;
}

const currencyOf = ({ currency }: TextValues): string => (typeof currency === 'string' ? currency : '');

/** No ¥, which providers of text messages refuse and two countries use, and no blank that does not break. */
function shownMoney(amount: number, currency: string, language: TextLanguage): string {
  const digits = exponentOf(currency);
  const decimals = {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    trailingZeroDisplay: 'stripIfInteger',
  } as const;
  if (language === 'zh' && currency === 'CNY') return `${new Intl.NumberFormat('zh-CN', decimals).format(amount)}元`;
  const currencyDisplay = language === 'zh' ? 'name' : /^(?:CNY|JPY)$/.test(currency) ? 'code' : 'narrowSymbol';
  return new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay, ...decimals })
    .format(amount)
    .replace(/\s/gu, ' ');
}

const DAY_FORMS = {
  day: { year: 'numeric', month: 'long', day: 'numeric' },
  month_day: { month: 'long', day: 'numeric' },
} as const;

/** 2026年7月1日, 1 July 2026. What is no day stays as it is. */
function shownDay(day: string, type: keyof typeof DAY_FORMS, language: TextLanguage): string {
  // A year that is not told is 0000, which was a leap year.
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) return day;
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { ...DAY_FORMS[type], timeZone: 'UTC' }).format(time);
}
