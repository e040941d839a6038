/** Country names and codes to ISO 3166-1 alpha-2. */
const ALIASES: Readonly<Record<string, string>> = {
  england: 'GB',
  'great britain': 'GB',
  usa: 'US',
  'u.s.a.': 'US',
  'u.s.': 'US',
  'united states of america': 'US',
  china: 'CN',
  'p.r. china': 'CN',
  中国: 'CN',
  中国大陆: 'CN',
  korea: 'KR',
  'south korea': 'KR',
  'viet nam': 'VN',
  台湾: 'TW',
  中国台湾: 'TW',
  香港: 'HK',
  中国香港: 'HK',
  澳门: 'MO',
  美国: 'US',
  日本: 'JP',
  德国: 'DE',
  英国: 'GB',
  法国: 'FR',
  holland: 'NL',
  'czech republic': 'CZ',
  turkey: 'TR',
  'russian federation': 'RU',
  macau: 'MO',
};

/** What Unicode has two letters and a name for, and is no country. */
const NO_COUNTRY = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);

let known: Map<string, string> | undefined;

/** A withdrawn code is the code of the country that took its place: DD is DE. */
export function countryCode(text: string): string | undefined {
  if (text === '' || text.length > 60) return undefined;
  known ??= codesAndNames();
  return known.get(text) ?? known.get(keyOf(text));
}

function keyOf(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase().replace(/^the /, '').replaceAll(' and ', ' & ');
}

function codesAndNames(): Map<string, string> {
  const found = new Map<string, string>(Object.entries(ALIASES));
  const displays = (['long', 'short'] as const).map(
    (style) => new Intl.DisplayNames(['en'], { type: 'region', style, fallback: 'none' }),
  );
  for (const code of letterPairs()) {
    const current = new Intl.Locale(`und-${code}`).region ?? code;
    if (NO_COUNTRY.has(current)) continue;
    const names = displays.flatMap((display) => display.of(code) ?? []);
    if (names.length > 0) for (const text of [code, keyOf(code), ...names.map(keyOf)]) found.set(text, current);
  }
  return found;
}

function letterPairs(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters.flatMap((first) => letters.map((second) => first + second));
}
