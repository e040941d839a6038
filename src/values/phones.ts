/**
 * Phone numbers to E.164, with what keeps them from being one person's. The common shapes are read
 * by rule; the rest by libphonenumber's full metadata, loaded once by `loadPhoneMetadata`.
 */
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
}

const CN_MOBILE = /^(?:\+?86)?(1[3-9]\d{9})$/;
const NANP = /^(?:\+?1)?([2-9]\d{2}[2-9]\d{6})$/;
const DUMMY = /^(?:(\d)\1{6,}|1234567890?|12345678901?|13800138000|1380000?0000?0?|0123456789)$/;
const EXTENSION = /(?:转|分机|ext\.?|x|#|,|;)\s*(\d{1,6})$/i;
/** A hyphen starts an extension only behind a whole Chinese number. */
const HYPHEN_EXTENSION = /^((?:\+?86-?)?1[3-9]\d{9}|\(?0\d{2,3}\)?-?\d{7,8})-(\d{1,6})$/;

export function readPhone(cleaned: string, country: string | undefined): Phone {
  const text = cleaned.length > 64 ? cleaned.slice(0, 64) : cleaned;
  if (country === 'CN' && /^1[3-9]\d{9}$/.test(text) && !DUMMY.test(text)) return usable(`+86${text}`, 'mobile');
  if (/^\+1[2-9]\d{2}[2-9]\d{6}$/.test(text) && !isDummy(text.slice(2))) return usable(text, 'mobile');
  return readAny(text, country);
}

const usable = (value: string, lineType: Phone['lineType']): Phone => ({ state: 'usable', value, lineType });
const unusable = (state: Phone['state'], value: string): Phone => ({ state, value, lineType: 'unknown' });

function isDummy(digits: string): boolean {
  return DUMMY.test(digits) || /^(\d)\1+$/.test(digits);
}

function readAny(cleaned: string, country: string | undefined): Phone {
  const text = cleaned.normalize('NFKC').trim();
  if (/[*•]/.test(text) || /\dx{2,}\d/i.test(text)) return unusable('masked', cleaned);
  if (/^\+?\d+(?:[.,]\d+)?e\+?\d+$/i.test(text)) return unusable('damaged', cleaned);
  if (/^\[\d+\]/.test(text)) return unusable('virtual', cleaned);
  // A float as spreadsheets write whole numbers, and the first of two numbers in one cell.
  const first = (text.replace(/\.0+$/, '').split(/[/、;；]/)[0] ?? '').trim();
  const hyphenated = HYPHEN_EXTENSION.exec(first);
  const extension = hyphenated ?? EXTENSION.exec(first);
  const main = hyphenated ? (hyphenated[1] ?? '') : extension ? first.slice(0, extension.index) : first;
  const digits = main.replace(/[^\d]/g, '');
  if (digits === '') return unusable('invalid', cleaned);
  if (isDummy(digits)) return unusable('placeholder', cleaned);
  if (extension && country === 'CN' && CN_MOBILE.test(digits)) return unusable('virtual', cleaned);
  const international = main.startsWith('+')
    ? `+${digits}`
    : digits.startsWith('00')
      ? `+${digits.slice(2)}`
      : undefined;
  const byRule = international === undefined ? national(digits, country) : byCountryCode(international);
  if (byRule) return byRule;
  return byMetadata(
    extension && digits.length >= 7 && !isMobileShape(digits) ? main : first,
    international,
    country,
    cleaned,
  );
}

const isMobileShape = (digits: string) => CN_MOBILE.test(digits);

function national(digits: string, country: string | undefined): Phone | undefined {
  const mobile = CN_MOBILE.exec(digits);
  if (country === 'CN' && mobile) return usable(`+86${mobile[1]}`, 'mobile');
  const american = NANP.exec(digits);
  if ((country === 'US' || country === 'CA') && american)
    return isDummy(american[1] ?? '') ? unusable('placeholder', digits) : usable(`+1${american[1]}`, 'mobile');
  return undefined;
}

function byCountryCode(international: string): Phone | undefined {
  if (/^\+861[3-9]\d{9}$/.test(international))
    return isDummy(international.slice(3)) ? unusable('placeholder', international) : usable(international, 'mobile');
  if (/^\+1[2-9]\d{2}[2-9]\d{6}$/.test(international)) return usable(international, 'mobile');
  return undefined;
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
