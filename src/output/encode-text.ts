/** Text as the bytes of a file, in the encodings that other tools read. */
import iconv from 'iconv-lite';

export const TEXT_ENCODINGS = ['utf-8', 'utf-8-bom', 'gbk'] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

export interface EncodedText {
  readonly bytes: Buffer;
  /** What the encoding has no place for, each once in the order it is met; a question mark stands in its place. */
  readonly lost: readonly string[];
}

const MARK = '\ufeff';

export function encodeText(text: string, encoding: TextEncoding): EncodedText {
  const bare = text.startsWith(MARK) ? text.slice(MARK.length) : text;
  if (encoding === 'utf-8') return { bytes: Buffer.from(bare), lost: [] };
  if (encoding === 'utf-8-bom') return { bytes: Buffer.from(MARK + bare), lost: [] };
  return inGbk(bare);
}

function inGbk(text: string): EncodedText {
  const whole = iconv.encode(text, 'gbk');
  if (iconv.decode(whole, 'gbk') === text) return { bytes: whole, lost: [] };
  const lost = new Set<string>();
  let kept = '';
  // What a person sees as one sign, as a family of emoji, is told of as one.
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text)) {
    const fits = iconv.decode(iconv.encode(segment, 'gbk'), 'gbk') === segment;
    if (!fits) lost.add(segment);
    kept += fits ? segment : '?';
  }
  return { bytes: iconv.encode(kept, 'gbk'), lost: [...lost] };
}
