/** Cells as people and spreadsheets leave them, brought to plain text. Pure and total. */

/** Blanks, control signs and the invisible signs that copying brings along: zero widths, directions, soft hyphens. */
export const INVISIBLE = String.raw`\s\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff`;
const EDGE = new RegExp(`^[${INVISIBLE}]+|[${INVISIBLE}]+$`, 'g');
const BETWEEN = new RegExp(`[${INVISIBLE}"'=_]+`, 'g');
/** A longer cell goes the long way. */
const SHORT = 256;
/** One text and no more: `="a"&"b"` is a formula. */
const FORMULA_TEXT = /^=\s*"([^"]*(?:""[^"]*)*)"$/;

/** NFC, blanks of every kind trimmed, `="123"` unwrapped, one leading apostrophe (Excel's mark of text) dropped. */
export function cleanCell(raw: string): string {
  if (raw === '' || isClean(raw)) return raw;
  const inside = bare(raw);
  if (inside !== undefined) return inside;
  let text = raw.replace(EDGE, '');
  const wrapped = FORMULA_TEXT.exec(text);
  if (wrapped) text = (wrapped[1] ?? '').replaceAll('""', '"').replace(EDGE, '');
  // A long number typed as a formula, so that no digit is lost.
  else if (/^=\s*\d+$/.test(text)) text = text.slice(1).trim();
  if (text.startsWith("'") && text.length > 1) text = text.slice(1).replace(EDGE, '');
  return text.normalize('NFC');
}

/** What stands in `="123"` or behind an apostrophe, where nothing else is to be done. */
function bare(raw: string): string | undefined {
  const first = raw.charCodeAt(0);
  if (first === 0x27) return only(raw.slice(1));
  if (first !== 0x3d || raw.charCodeAt(1) !== 0x22 || !raw.endsWith('"')) return undefined;
  const inside = raw.slice(2, -1);
  return inside.includes('"') ? undefined : only(inside);
}

const only = (text: string): string | undefined => (text !== '' && isClean(text) ? text : undefined);

/** Nothing at its edges to take away and nothing to compose: told of most cells at a glance. */
function isClean(raw: string): boolean {
  const { length } = raw;
  const first = raw.charCodeAt(0);
  // A quote, an apostrophe or an equals sign may wrap the text.
  if (length > SHORT || first === 0x22 || first === 0x27 || first === 0x3d || first === 0x20) return false;
  for (let at = 0; at < length; at++) {
    const code = raw.charCodeAt(at);
    if (code < 0x7f ? code < 0x20 : !isComposed(code)) return false;
  }
  return raw.charCodeAt(length - 1) !== 0x20;
}

/** Visible characters that NFC leaves alone: accented letters, Chinese characters and punctuation, full-width signs. */
function isComposed(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0xc0 && code <= 0x17f) ||
    (code >= 0xff01 && code <= 0xff5e) ||
    (code >= 0x3001 && code <= 0x3011)
  );
}

const BLANKS = new Set([
  '',
  '-',
  '--',
  '—',
  '——',
  '/',
  'null',
  "'null",
  'n/a',
  'na',
  '#n/a',
  'none',
  'nil',
  'undefined',
  'nan',
  '无',
  '空',
  "'",
  '=',
  '－',
  '–',
  '−',
  '\\n',
  '(null)',
  '<null>',
  'n.a.',
  '#null!',
  '暂无',
  '無',
  'なし',
]);

const LONGEST_BLANK = Math.max(...[...BLANKS].map((word) => word.length));
/** Few cells start like one of them, and only those are worth a look-up. */
const BLANK_STARTS = new Set([...BLANKS].flatMap((word) => [word.charCodeAt(0), word.toUpperCase().charCodeAt(0)]));

/** True for the words and signs that stand for "nothing" in exports. Takes a cleaned cell. */
export function isBlank(cleaned: string): boolean {
  if (cleaned === '') return true;
  return (
    cleaned.length <= LONGEST_BLANK && BLANK_STARTS.has(cleaned.charCodeAt(0)) && BLANKS.has(cleaned.toLowerCase())
  );
}

/** The key a header is compared by: compatibility forms, no blanks or underlines, no quotes, no star before and no colon behind, one bracket shape, 帐 as 账, lower case. */
export function normaliseHeader(raw: string): string {
  const key = raw.normalize('NFKC').replace(BETWEEN, '').replaceAll('帐', '账').toLowerCase();
  // A star marks what must be filled in, a colon what follows.
  return key.length > 1 ? key.replace(/^[*•]+|[:*]+$/g, '') : key;
}

/** The key a name is compared by. */
export function foldName(name: string): string {
  if (/^[!-~]+(?: [!-~]+)*$/.test(name)) return name.toLowerCase();
  return name
    .normalize('NFKC')
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
