/** The texts that the cells of a workbook share; phonetic readings are no part of them. */
import { FileRefused } from '../refusal.ts';
import { TextStore } from './text-store.ts';
import type { XmlHandler } from './xml-scanner.ts';
import { cellString } from './xml-text.ts';

/** What a cell can hold. */
export const LONGEST_CELL = 32_767;

export class SharedStrings implements XmlHandler {
  readonly texts = new TextStore();
  wantsText = false;
  #parts = '';
  #phonetic = 0;

  open(name: string): void {
    if (name === 'rPh') this.#phonetic++;
    else if (name === 'si') this.#parts = '';
    else if (name === 't') this.wantsText = this.#phonetic === 0;
  }

  close(name: string): void {
    if (name === 't') this.wantsText = false;
    else if (name === 'rPh') this.#phonetic--;
    else if (name === 'si') this.texts.add(this.#parts);
  }

  text(raw: string, cdata: boolean): void {
    const text = cellString(cdata ? raw.replaceAll('&', '&amp;') : raw);
    this.#parts = this.#parts === '' ? text : this.#parts + text;
    if (this.#parts.length > LONGEST_CELL) throw new FileRefused('cell_too_long');
  }
}
