/** Order numbers: text, kept as written. */
import type { ColumnExample } from './column-example.ts';
import type { Parsed } from './parsed.ts';

/** 1.37359E+14, 1,37359E+14, 1.1e17, 1E+17; but not 1E3 and 0x3E8, which are text a shop may well use. */
const SCIENTIFIC = /^[-+]?\d+(?:(?:[.,]\d*)?e\+\d+|[.,]\d*e-?\d+)$/i;
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;
const PLAIN = /^[!-~]+$/;
const FLOAT = /^(\d+)[.,]0+$/;

/** Reasons: `scientific` for what a spreadsheet has rounded, `control` for control characters or nothing. */
export function readOrderNumber(cleaned: string): Parsed<string> {
  const text = PLAIN.test(cleaned) ? cleaned : cleaned.normalize('NFKC').trim();
  if (SCIENTIFIC.test(text)) return { ok: false, reason: 'scientific' };
  if (CONTROL.test(cleaned) || cleaned === '') return { ok: false, reason: 'control' };
  return { ok: true, value: cleaned };
}

/** 1001.0 as 1001. Only where every number of the column is such a float: elsewhere the point belongs to the number. */
export function withoutFloat(cleaned: string): string {
  return FLOAT.exec(cleaned)?.[1] ?? cleaned;
}

export function isFloat(cleaned: string): boolean {
  return FLOAT.test(cleaned);
}

/** A spreadsheet keeps so many digits of a number. */
const KEPT_DIGITS = 15;
/** So many noughts in the places that are lost are no chance. */
const TELLING_NOUGHTS = 6;

/** What all order numbers of a file show together: damage that no single one of them proves. */
export class OrderNumberColumn {
  readonly #digits: number | undefined;
  #count = 0;
  #floats = 0;
  #scientific = 0;
  #long = 0;
  #noughts = 0;
  #exact = false;
  #firstLong: ColumnExample | undefined;
  #firstScientific: ColumnExample | undefined;

  /** `digits`: how many the platform's own numbers keep when a spreadsheet has rounded them, where it is known. */
  constructor(digits?: number) {
    this.#digits = digits;
  }

  add(cleaned: string, line: number, sheet?: string): void {
    this.#count++;
    const last = cleaned.charCodeAt(cleaned.length - 1);
    // Both kinds of damage end in a digit, and most order numbers are short.
    if (!(last >= 48 && last <= 57)) return;
    if (isFloat(cleaned)) this.#floats++;
    else if (cleaned.length > (this.#digits ?? KEPT_DIGITS) && /^\d+$/.test(cleaned))
      this.#addLong(cleaned, line, sheet);
    else if (SCIENTIFIC.test(cleaned)) {
      this.#scientific++;
      this.#firstScientific ??= { example: cleaned, line, sheet };
    }
  }

  /** Every order number was written as 1001.0, as programs write whole numbers that passed through a float. */
  get floatIds(): boolean {
    return this.#count > 0 && this.#floats === this.#count;
  }

  /** When every longer number ends in noughts, they have all been rounded. */
  get rounded(): ColumnExample | undefined {
    const told = this.#digits !== undefined ? this.#long > 1 : this.#noughts >= TELLING_NOUGHTS;
    return !this.#exact && told ? this.#firstLong : undefined;
  }

  /** Set where each of them is a number in scientific notation, as a workbook's numeric cells are. */
  get allScientific(): ColumnExample | undefined {
    return this.#count > 0 && this.#scientific === this.#count ? this.#firstScientific : undefined;
  }

  #addLong(cleaned: string, line: number, sheet?: string): void {
    const lost = cleaned.slice(this.#digits ?? KEPT_DIGITS);
    if (!/^0+$/.test(lost)) {
      this.#exact = true;
      return;
    }
    this.#long++;
    this.#noughts += lost.length;
    this.#firstLong ??= { example: cleaned, line, sheet };
  }
}
