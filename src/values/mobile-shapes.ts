/**
 * Mobile numbers of the commonest countries, by prefix and length: a part of what libphonenumber's
 * metadata call a mobile, so small that the answer is the same, and a hundredth of the time.
 */
interface MobileShape {
  readonly code: string;
  /** What stands before a number at home and falls away behind the country code. */
  readonly trunk: string;
  /** The national number. */
  readonly national: string;
}

const SHAPES: Readonly<Record<string, MobileShape>> = {
  DE: { code: '49', trunk: '0', national: '1(?:6[023]\\d{7,8}|7\\d{8,9}|5[0-25-9]\\d{8})' },
  FR: { code: '33', trunk: '0', national: '(?:6[0-24-8]|7[3-9])\\d{7}' },
  GB: { code: '44', trunk: '0', national: '7(?:[1-3]\\d|4[0-46-9]|5[13-9])\\d{7}' },
  IT: { code: '39', trunk: '', national: '3[2-9]\\d{8}' },
  ES: { code: '34', trunk: '', national: '(?:6\\d|7[1-48])\\d{7}' },
  NL: { code: '31', trunk: '0', national: '6[1-58]\\d{7}' },
  BE: { code: '32', trunk: '0', national: '4[5-9]\\d{7}' },
  AT: { code: '43', trunk: '0', national: '6(?:5[0-3579]|6[013-9]|[7-9]\\d)\\d{7,8}' },
  CH: { code: '41', trunk: '0', national: '7[5-9]\\d{7}' },
  PL: { code: '48', trunk: '', national: '(?:45|5[0137]|6[069]|7[2389]|88)\\d{7}' },
  SE: { code: '46', trunk: '0', national: '7[02369]\\d{7}' },
  CZ: { code: '420', trunk: '', national: '(?:60[1-8]|7[2379]\\d)\\d{6}' },
  PT: { code: '351', trunk: '', national: '9[1-36]\\d{7}' },
  IE: { code: '353', trunk: '0', national: '8[35-9]\\d{7}' },
  JP: { code: '81', trunk: '0', national: '[789]0[1-9]\\d{7}' },
  KR: { code: '82', trunk: '0', national: '10[2-46-9]\\d{7}' },
  TW: { code: '886', trunk: '0', national: '9[0-8]\\d{7}' },
  SG: { code: '65', trunk: '', national: '(?:8[1-9]|9[0-8])\\d{6}' },
  AU: { code: '61', trunk: '0', national: '4[0-36]\\d{7}' },
  ID: { code: '62', trunk: '0', national: '8[1-35-9]\\d{8,9}' },
  TH: { code: '66', trunk: '0', national: '[89]\\d{8}' },
  VN: { code: '84', trunk: '0', national: '(?:3\\d|9[0-8])\\d{7}' },
  PH: { code: '63', trunk: '0', national: '9(?:0[5-9]|1[0-24-9]|[235-7]\\d|4[2-9]|9[1-9])\\d{7}' },
};

const all = Object.values(SHAPES).map(({ code, national }) => `${code}${national}`);
const INTERNATIONAL = new RegExp(`^\\+(?:${all.join('|')})$`);
const NATIONAL = new Map(
  Object.entries(SHAPES).map(([country, { code, trunk, national }]) => [
    country,
    { code, trunk: trunk.length, shape: new RegExp(`^${trunk}${national}$`) },
  ]),
);

export const MOBILE_COUNTRIES = Object.keys(SHAPES);

/** True for E.164 that is certainly a mobile; false says nothing. */
export function isMobile(international: string): boolean {
  return INTERNATIONAL.test(international);
}

/** E.164 of a mobile as it is dialled at home; undefined says nothing. */
export function mobileOf(digits: string, country: string): string | undefined {
  const home = NATIONAL.get(country);
  return home?.shape.test(digits) ? `+${home.code}${digits.slice(home.trunk)}` : undefined;
}

/** The pattern of an E.164 mobile of one country. */
export function mobilePattern(country: string): string {
  const shape = SHAPES[country];
  return shape ? `^\\+${shape.code}${shape.national}$` : '^$';
}
