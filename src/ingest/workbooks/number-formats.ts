/** Which styles of a workbook show a number as a date: all that its styles are read for. */
import { attribute, type XmlHandler } from './xml-scanner.ts';
import { plainText } from './xml-text.ts';

/** Whether a day belongs to what is shown, or only a time of day. */
export type DateKind = 'date' | 'time';

/** By number of the built-in formats; 27-36 and 50-58 are dates in Chinese, Japanese, Korean and Thai editions. */
const BUILT_IN = new Map<number, DateKind>();
for (const id of [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])
  BUILT_IN.set(id, 'date');
for (const id of [18, 19, 20, 21, 32, 33, 45, 47]) BUILT_IN.set(id, 'time');

/** What a spreadsheet takes. */
const LONGEST_CODE = 255;

/** Kind of a format code; undefined for numbers, text and elapsed time, which may exceed a day. */
export function dateKind(code: string): DateKind | undefined {
  const [first = ''] = bare(code.slice(0, LONGEST_CODE)).split(';');
  if (/\[(?:h+|m+|s+)\]/i.test(first)) return undefined;
  const signs = first.replace(/\[[^\]]*\]/g, '').replace(/general/gi, '');
  if (/[yd]|e(?![+-])|m{3}|[gb](?=[ge1-4])/i.test(signs)) return 'date';
  if (/h|s/i.test(signs)) return 'time';
  return /m/i.test(signs) ? 'date' : undefined;
}

/** Without quoted text, escaped signs, padding and fill. */
function bare(code: string): string {
  return code.replace(/"[^"]*"?|\\.|_.|\*./gs, '').replace(/AM\/PM|A\/P|上午\/下午/gi, 's');
}

/** Gathers the kind of each cell style, by its position; what is no date is absent. */
export class StyleReader implements XmlHandler {
  readonly wantsText = false;
  readonly kinds = new Map<number, DateKind>();
  readonly #formats = new Map(BUILT_IN);
  #inCells = false;
  #count = 0;

  open(name: string, attributes: string): void {
    if (name === 'cellXfs') this.#inCells = true;
    else if (name === 'numFmt') {
      const kind = dateKind(plainText(attribute(attributes, 'formatCode') ?? ''));
      const id = Number(attribute(attributes, 'numFmtId'));
      if (kind) this.#formats.set(id, kind);
      else this.#formats.delete(id);
    } else if (name === 'xf' && this.#inCells) {
      const kind = this.#formats.get(Number(attribute(attributes, 'numFmtId') ?? 0));
      if (kind) this.kinds.set(this.#count, kind);
      this.#count++;
    }
  }

  close(name: string): void {
    if (name === 'cellXfs') this.#inCells = false;
  }

  text(): void {}
}
