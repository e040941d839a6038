/** Country names and codes to ISO 3166-1 alpha-2. */
import { THREE_LETTERS } from './country-codes.ts';

/** What exports write and no dictionary of Unicode has. Keys as `keyOf` makes them. */
const ALIASES: Readonly<Record<string, string>> = {
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  'great britain': 'GB',
  britain: 'GB',
  grossbritannien: 'GB',
  'united kingdom of great britain & northern ireland': 'GB',
  'gran bretana': 'GB',
  'grande-bretagne': 'GB',
  angleterre: 'GB',
  usa: 'US',
  'u.s.a.': 'US',
  'u.s.': 'US',
  'united states of america': 'US',
  america: 'US',
  'estados unidos de america': 'US',
  "etats-unis d'amerique": 'US',
  'vereinigte staaten von amerika': 'US',
  'ee. uu.': 'US',
  'ee.uu.': 'US',
  eeuu: 'US',
  china: 'CN',
  'p.r. china': 'CN',
  'pr china': 'CN',
  "people's republic of china": 'CN',
  'mainland china': 'CN',
  中国大陆: 'CN',
  中华人民共和国: 'CN',
  korea: 'KR',
  'south korea': 'KR',
  'korea, republic of': 'KR',
  'republic of korea': 'KR',
  'korea (south)': 'KR',
  corea: 'KR',
  coree: 'KR',
  'viet nam': 'VN',
  taiwan: 'TW',
  'taiwan, china': 'TW',
  'taiwan, province of china': 'TW',
  台灣: 'TW',
  中国台湾: 'TW',
  中国台湾省: 'TW',
  台湾省: 'TW',
  'hong kong': 'HK',
  hongkong: 'HK',
  'hong kong sar': 'HK',
  香港: 'HK',
  中国香港: 'HK',
  macau: 'MO',
  macao: 'MO',
  澳门: 'MO',
  中国澳门: 'MO',
  holland: 'NL',
  holanda: 'NL',
  'pays-bas': 'NL',
  'czech republic': 'CZ',
  turkey: 'TR',
  turkiye: 'TR',
  'russian federation': 'RU',
  'slovak republic': 'SK',
  'ivory coast': 'CI',
  'moldova, republic of': 'MD',
  'iran, islamic republic of': 'IR',
  'tanzania, united republic of': 'TZ',
  'venezuela, bolivarian republic of': 'VE',
  'bolivia, plurinational state of': 'BO',
  'lao pdr': 'LA',
  "lao people's democratic republic": 'LA',
  'syrian arab republic': 'SY',
  'brunei darussalam': 'BN',
  'republic of ireland': 'IE',
  eire: 'IE',
  macedonia: 'MK',
  burma: 'MM',
  swaziland: 'SZ',
  'east timor': 'TL',
  'cape verde': 'CV',
  nederland: 'NL',
  belgie: 'BE',
  danmark: 'DK',
  sverige: 'SE',
  norge: 'NO',
  suomi: 'FI',
  polska: 'PL',
  italia: 'IT',
  россия: 'RU',
  uae: 'AE',
  'u.a.e.': 'AE',
  brasil: 'BR',
  韩国: 'KR',
  朝鲜: 'KP',
  阿联酋: 'AE',
};

/** What Unicode has two letters and a name for, and is no country. */
const NO_COUNTRY = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);

let english: Map<string, string> | undefined;
let abroad: Map<string, string> | undefined;

/** A country as a person writes it, as it is kept: by its code where there is one. */
export const readCountry = (written: string): string =>
  countryCode(written.toUpperCase()) ?? countryCode(written) ?? written;

/** A withdrawn code is the code of the country that took its place: DD is DE. */
export function countryCode(text: string): string | undefined {
  if (text === '' || text.length > 60) return undefined;
  english ??= namesIn(['en'], letterPairs(), [
    ...THREE_LETTERS.map(([two, three]): [string, string] => [three, two]),
    ...Object.entries(ALIASES),
  ]);
  const direct = english.get(text);
  if (direct !== undefined) return direct;
  const key = keyOf(text);
  const found = english.get(key);
  if (found !== undefined) return found;
  // The other languages cost some time to gather, and most files never need them.
  abroad ??= namesIn(
    ['zh', 'zh-Hant', 'de', 'es', 'fr'],
    THREE_LETTERS.map(([two]) => two),
    [],
  );
  return abroad.get(key);
}

/** Without accents, capitals and articles. */
function keyOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .trim()
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll('ß', 'ss')
    .replace(/^the /, '')
    .replaceAll(' and ', ' & ');
}

/** `more` wins over what Unicode says; of two languages the first. */
function namesIn(
  languages: readonly string[],
  codes: readonly string[],
  more: readonly (readonly [name: string, code: string])[],
): Map<string, string> {
  const found = new Map<string, string>();
  const displays = languages.flatMap((language) =>
    (['long', 'short'] as const).map(
      (style) => new Intl.DisplayNames([language], { type: 'region', style, fallback: 'none' }),
    ),
  );
  for (const code of codes) {
    const current = new Intl.Locale(`und-${code}`).region ?? code;
    if (NO_COUNTRY.has(current)) continue;
    const names = displays.flatMap((display) => display.of(code) ?? []);
    if (names.length === 0) continue;
    for (const text of [code, keyOf(code), ...names.map(keyOf)])
      if (!found.has(text) || current === code) found.set(text, current);
  }
  for (const [name, code] of more) for (const text of [name, keyOf(name)]) found.set(text, code);
  return found;
}

function letterPairs(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters.flatMap((first) => letters.map((second) => first + second));
}
