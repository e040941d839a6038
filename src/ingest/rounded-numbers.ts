/**
 * Whether a spreadsheet has rounded the order numbers of a file: it keeps 15 digits, so when every
 * longer number ends in zeros, they have all been rounded, and so they have when a workbook holds all
 * of them as numbers.
 */
import { FileRefused } from './refusal.ts';

interface Example {
  readonly id: string;
  readonly line: number;
}

export class RoundedNumbers {
  readonly #digits: number;
  #exponents: Example | undefined;
  #others = false;
  #zeros: Example | undefined;
  #severalZeros = false;
  #exact = false;

  /** Order numbers of the platform that are longer than this are all digits and never round. */
  constructor(digits = Infinity) {
    this.#digits = digits;
  }

  add(id: string, line: number): void {
    if (/^[\d.]+e\+\d+$/.test(id)) this.#exponents ??= { id, line };
    else this.#others = true;
    if (id.length <= this.#digits || this.#exact || !/^\d+$/.test(id)) return;
    if (!/^0+$/.test(id.slice(this.#digits))) this.#exact = true;
    else if (!this.#zeros) this.#zeros = { id, line };
    else if (this.#zeros.id !== id) this.#severalZeros = true;
  }

  /** Throws FileRefused. A text file may well mix numbers of both kinds; its rows are judged one by one. */
  assertExact(column: string, { workbook }: { readonly workbook: boolean }): void {
    const example =
      (workbook && !this.#others ? this.#exponents : undefined) ??
      (this.#severalZeros && !this.#exact ? this.#zeros : undefined);
    if (example) throw new FileRefused('rounded_order_ids', { value: example.id, line: example.line, column });
  }
}
