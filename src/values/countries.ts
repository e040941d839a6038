/** Country names and codes to ISO 3166-1 alpha-2. */
const ALIASES: Readonly<Record<string, string>> = {
  uk: 'GB',
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
};

let names: Map<string, string> | undefined;

export function countryCode(text: string): string | undefined {
  if (text === '' || text.length > 60) return undefined;
  if (/^[A-Z]{2}$/.test(text)) return text === 'UK' ? 'GB' : text;
  names ??= reversedNames();
  const key = text.normalize('NFKC').trim().toLowerCase();
  return ALIASES[key] ?? names.get(key);
}

function reversedNames(): Map<string, string> {
  const display = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const found = new Map<string, string>();
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  for (const first of letters) {
    for (const second of letters) {
      const name = display.of(first + second);
      if (name !== undefined && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), first + second);
    }
  }
  return found;
}
