/** Cells as people and spreadsheets leave them, brought to plain text. Pure and total. */

/** Blanks, control signs and the invisible signs that copying brings along: zero widths, directions, soft hyphens. */
const INVISIBLE = String.raw`\s\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff`;
const EDGE = new RegExp(`^[${INVISIBLE}]+|[${INVISIBLE}]+$`, 'g');
const BETWEEN = new RegExp(`[${INVISIBLE}"'=_]+`, 'g');
const ORDINARY = /^[!#-&(-<>-~](?:[ -~]*[!-~])?$/;
/** One text and no more: `="a"&"b"` is a formula. */
const FORMULA_TEXT = /^=\s*"([^"]*(?:""[^"]*)*)"$/;

/** NFC, blanks of every kind trimmed, `="123"` unwrapped, one leading apostrophe (Excel's mark of text) dropped. */
export function cleanCell(raw: string): string {
  if (raw === '' || ORDINARY.test(raw)) return raw;
  let text = raw.replace(EDGE, '');
  const wrapped = FORMULA_TEXT.exec(text);
  if (wrapped) text = (wrapped[1] ?? '').replaceAll('""', '"').replace(EDGE, '');
  if (text.startsWith("'") && text.length > 1) text = text.slice(1).replace(EDGE, '');
  return text.normalize('NFC');
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
const BLANK_START = /^[-—－–−/nu'#=无空無暂な(<\\]/i;

/** True for the words and signs that stand for "nothing" in exports. Takes a cleaned cell. */
export function isBlank(cleaned: string): boolean {
  if (cleaned === '') return true;
  return cleaned.length <= LONGEST_BLANK && BLANK_START.test(cleaned) && BLANKS.has(cleaned.toLowerCase());
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
