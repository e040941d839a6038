/**
 * Phone numbers to E.164, with what keeps them from being one person's. The common shapes are read
 * by rule; the rest by libphonenumber's full metadata, loaded once by `loadPhoneMetadata`.
 */
import { isCiphertext } from './ciphertext.ts';
import { ownText } from './own-text.ts';
import { isDummyNumber } from './dummy-numbers.ts';
import { isMobile, mobileOf } from './mobile-shapes.ts';

export interface Phone {
  readonly state: 'usable' | 'masked' | 'placeholder' | 'virtual' | 'damaged' | 'invalid';
  /** E.164 when usable, else the text as it was. */
  readonly value: string;
  readonly lineType: 'mobile' | 'landline' | 'unknown';
}

type Parse = typeof import('libphonenumber-js/max')['parsePhoneNumberFromString'];

let parse: Parse | undefined;

/** Without it only numbers with a country code are read beyond the common shapes, by their form. */
export async function loadPhoneMetadata(): Promise<void> {
  parse ??= (await import('libphonenumber-js/max')).parsePhoneNumberFromString;
  known.clear();
}

const CN_MOBILE = /^(?:86)?(1[3-9]\d{9})$/;
const NANP = /^1?([2-9]\d{2}[2-9]\d{6})$/;
/** A Chinese mobile or a number of North America in E.164. */
const COMMON = /^\+(?:86(1[3-9]\d{9})|1([2-9]\d{2}[2-9]\d{6}))$/;
/** A whole number in scientific notation, however many of its digits are left. */
const SCIENTIFIC = /^\+?\d+(?:[.,]\d*)?e\+?\d+$/i;
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const EXTENSION = /(?:(?:转|分机).*|(?:;?ext[.=]?|x|#|,|;)\s*\d{1,6})$/i;
/** What 旺店通 puts before the numbers that a marketplace lends for a parcel. */
const LENT = /^[VW]\d/i;
/** Only behind a whole Chinese number: elsewhere what follows a hyphen may belong to the number. */
const MOBILE_HYPHEN = /^((?:(?:\+|00)?86-?)?1[3-9]\d{9})-\d{1,6}$/;
const LANDLINE_HYPHEN = /^(0\d{2,3}-?\d{7,8})-\d{1,6}$/;

/** No number is longer, however it is written. */
const LONGEST = 64;

/** What was read the long way, by country and text: the same people order again. Emptied when it is full. */
const known = new Map<string, Phone>();
const KNOWN = 4096;

export function readPhone(cleaned: string, country: string | undefined): Phone {
  if (cleaned.length > LONGEST) return unusable(isCiphertext(cleaned) ? 'masked' : 'invalid', cleaned);
  if (country === 'CN' && BARE_CN.test(cleaned) && !isDummyNumber(cleaned)) return usable(`+86${cleaned}`, 'mobile');
  if (cleaned.charCodeAt(0) === PLUS) {
    const phone = byShape(cleaned, cleaned);
    if (phone) return phone;
  }
  if (isCiphertext(cleaned)) return unusable('masked', cleaned);
  const key = `${country ?? ''} ${cleaned}`;
  let phone = known.get(key);
  if (!phone) {
    // What is kept must not keep the file around it.
    phone = readAny(ownText(cleaned), country);
    if (known.size >= KNOWN) known.clear();
    known.set(key, phone);
  }
  return phone;
}

const PLUS = 43;
const BARE_CN = /^1[3-9]\d{9}$/;

const usable = (value: string, lineType: Phone['lineType']): Phone => ({ state: 'usable', value, lineType });
const unusable = (state: Phone['state'], value: string): Phone => ({ state, value, lineType: 'unknown' });

function readAny(cleaned: string, country: string | undefined): Phone {
  const text = westernDigits(cleaned.normalize('NFKC'))
    .replace(INVISIBLE, '')
    .replace(/^['\s]+|\s+$|^\s*tel:/gi, '')
    .trim();
  if (/[*•]/.test(text) || /\dx{2,}\d|x{3,}/i.test(text)) return unusable('masked', cleaned);
  if (SCIENTIFIC.test(text)) return unusable('damaged', cleaned);
  if (/^\[\d+\]/.test(text) || LENT.test(text)) return unusable('virtual', cleaned);
  // A float as spreadsheets write whole numbers, and the first of two numbers in one cell; a few digits are no second one.
  const first = (text.replace(/\.0+$/, '').split(/[/、]|;(?!\s*(?:ext[.=])?\d{1,6}$)/)[0] ?? '').replace(/[\s()]/g, '');
  const beforeExtension = withoutExtension(first, country);
  const main = beforeExtension ?? first;
  const digits = main.replace(/[^\d]/g, '');
  if (digits === '') return unusable('invalid', cleaned);
  if (isDummyNumber(digits)) return unusable('placeholder', cleaned);
  const international = withCountryCode(main, digits, country);
  const phone =
    byShape(international, cleaned) ?? byMetadata(digits.length >= 7 ? main : first, international, country, cleaned);
  if (beforeExtension === undefined || phone.state !== 'usable') return phone;
  if (COMMON.exec(phone.value)?.[1]) return unusable('virtual', cleaned);
  // Behind a switchboard nobody gets a message.
  return phone.lineType === 'mobile' ? { ...phone, lineType: 'landline' } : phone;
}

/** Arabic and Persian digits, which compatibility forms leave as they are. */
function westernDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15));
}

function byShape(international: string | undefined, cleaned: string): Phone | undefined {
  if (international === undefined) return undefined;
  const common = COMMON.exec(international) ?? (isMobile(international) ? [international] : undefined);
  if (!common) return undefined;
  const [value = international, chinese, american] = common;
  return isDummyNumber(chinese ?? american ?? value.slice(1))
    ? unusable('placeholder', cleaned)
    : usable(value, 'mobile');
}

/** Undefined where there is no extension. */
function withoutExtension(text: string, country: string | undefined): string | undefined {
  const hyphen = MOBILE_HYPHEN.exec(text) ?? (country === 'CN' ? LANDLINE_HYPHEN.exec(text) : null);
  if (hyphen) return hyphen[1];
  const extension = EXTENSION.exec(text);
  return extension ? text.slice(0, extension.index) : undefined;
}

/** The country code as written, or the shop's where the shape says enough; undefined where only the metadata tell. */
function withCountryCode(main: string, digits: string, country: string | undefined): string | undefined {
  if (main.startsWith('+')) return `+${digits}`;
  if (digits.startsWith('00')) return `+${digits.slice(2)}`;
  const chinese = CN_MOBILE.exec(digits)?.[1];
  if (country === 'CN') return chinese && `+86${chinese}`;
  // What may be a Chinese mobile as well as a 1 before an American number is left to the metadata, which know area codes.
  if ((country === 'US' || country === 'CA') && chinese !== digits) {
    const american = NANP.exec(digits)?.[1];
    return american && `+1${american}`;
  }
  return country === undefined ? undefined : mobileOf(digits, country);
}

function byMetadata(
  text: string,
  international: string | undefined,
  country: string | undefined,
  cleaned: string,
): Phone {
  if (!parse) {
    return international && /^\+[1-9]\d{7,14}$/.test(international)
      ? usable(international, 'unknown')
      : unusable('invalid', cleaned);
  }
  const number = parse(international ?? text, country === undefined || international ? undefined : (country as never));
  // With full metadata a number is valid exactly when it has a type.
  const type = number?.getType();
  if (!number || !type) return unusable('invalid', cleaned);
  if (number.ext) return type === 'MOBILE' ? unusable('virtual', cleaned) : usable(number.number, 'landline');
  const lineType =
    type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE' ? 'mobile' : type === 'FIXED_LINE' ? 'landline' : 'unknown';
  return usable(number.number, lineType);
}
