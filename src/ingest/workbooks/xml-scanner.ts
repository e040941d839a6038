/**
 * A small scanner over XML that comes in pieces: elements by their local name, text, CDATA. It knows
 * no document type and refuses a file that has one; entities are the caller's to replace.
 */
import { FileRefused } from '../refusal.ts';

const GT = 0x3e;
const SLASH = 0x2f;
const BLANK = /^[\s\0]*$/;
const MOST_NESTED = 64;
/** Characters of one tag, comment or text that is waited for; a cell has 32,767, each at most nine long. */
const LONGEST = 1 << 19;

export interface XmlHandler {
  /** `attributes` is the text between the name and the end of the tag. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  /** Text as it stands, unless it came from CDATA; only while `wantsText`. May come in several parts. */
  text(raw: string, cdata: boolean): void;
  readonly wantsText: boolean;
  /** Takes what it can of the text from `at`, where a tag begins, and says where it stopped. */
  quick?(text: string, at: number): number;
}

export class XmlScanner {
  readonly #handler: XmlHandler;
  readonly #part: string;
  readonly #open: string[] = [];
  #rest = '';
  #closed = false;

  /** `part` is what a refusal calls the text. */
  constructor(handler: XmlHandler, part: string) {
    this.#handler = handler;
    this.#part = part;
  }

  /** Throws FileRefused: xml_doctype, bad_workbook. */
  take(piece: string): void {
    const text = this.#rest === '' ? piece : this.#rest + piece;
    const at = this.#scan(text);
    this.#rest = at < text.length ? text.slice(at) : '';
    if (this.#rest.length > LONGEST) throw this.#bad();
  }

  end(): void {
    if (this.#open.length > 0 || !this.#closed || this.#rest.includes('<')) throw this.#bad();
  }

  #bad(): FileRefused {
    return new FileRefused('bad_workbook', { value: this.#part });
  }

  #scan(text: string): number {
    const handler = this.#handler;
    let at = 0;
    for (;;) {
      const tag = text.indexOf('<', at);
      if (tag !== at) {
        if (this.#open.length === 0 && !BLANK.test(text.slice(at, tag < 0 ? text.length : tag))) throw this.#bad();
        if (tag < 0) return handler.wantsText ? at : text.length;
        if (handler.wantsText) handler.text(text.slice(at, tag), false);
        at = tag;
      }
      if (handler.quick) {
        at = handler.quick(text, at);
        if (at >= text.length || text[at] !== '<') continue;
      }
      const next = this.#tag(text, at);
      if (next < 0) return at;
      at = next;
      if (at >= text.length) return at;
    }
  }

  /** Where the tag at `at` ends, -1 where the text ends before it does. */
  #tag(text: string, at: number): number {
    const code = text.charCodeAt(at + 1);
    if (code === SLASH) return this.#close(text, at);
    if (code === 0x3f) return after(text, '?>', at);
    if (code === 0x21) return this.#special(text, at);
    const end = tagEnd(text, at + 1);
    if (end < 0) return -1;
    const empty = text.charCodeAt(end - 1) === SLASH;
    const nameEnd = nameEndAt(text, at + 1, empty ? end - 1 : end);
    const name = localName(text, at + 1, nameEnd);
    if (name === '' || (this.#closed && this.#open.length === 0)) throw this.#bad();
    this.#handler.open(name, text.slice(nameEnd, empty ? end - 1 : end));
    if (empty) {
      this.#handler.close(name);
      if (this.#open.length === 0) this.#closed = true;
    } else if (this.#open.push(name) > MOST_NESTED) throw this.#bad();
    return end + 1;
  }

  #close(text: string, at: number): number {
    const end = text.indexOf('>', at);
    if (end < 0) return -1;
    const name = localName(text, at + 2, nameEndAt(text, at + 2, end));
    if (this.#open.pop() !== name) throw this.#bad();
    if (this.#open.length === 0) this.#closed = true;
    this.#handler.close(name);
    return end + 1;
  }

  #special(text: string, at: number): number {
    if (text.startsWith('<!--', at)) return after(text, '-->', at + 4);
    if (text.startsWith('<![CDATA[', at)) {
      const end = text.indexOf(']]>', at + 9);
      if (end < 0) return -1;
      if (this.#handler.wantsText) this.#handler.text(text.slice(at + 9, end), true);
      return end + 3;
    }
    if (text.length < at + 9) return -1;
    throw text.slice(at, at + 9).toUpperCase() === '<!DOCTYPE' ? new FileRefused('xml_doctype') : this.#bad();
  }
}

function after(text: string, sign: string, from: number): number {
  const end = text.indexOf(sign, from);
  return end < 0 ? -1 : end + sign.length;
}

/** Position of the `>` that ends a tag; one in a quoted value does not. */
function tagEnd(text: string, from: number): number {
  let end = text.indexOf('>', from);
  for (let at = from; end >= 0; ) {
    const quote = firstQuote(text, at, end);
    if (quote < 0) return end;
    const closing = text.indexOf(text[quote] ?? '', quote + 1);
    if (closing < 0) return -1;
    at = closing + 1;
    if (at > end) end = text.indexOf('>', at);
  }
  return -1;
}

function firstQuote(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22 || code === 0x27) return at;
  }
  return -1;
}

function nameEndAt(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text.charCodeAt(at) > 0x20 && text.charCodeAt(at) !== SLASH && text.charCodeAt(at) !== GT) at++;
  return at;
}

function localName(text: string, from: number, to: number): string {
  const name = text.slice(from, to);
  return name.slice(name.indexOf(':') + 1);
}

/** Value of an attribute by its local name, entities not yet replaced. */
export function attribute(attributes: string, name: string): string | undefined {
  for (const [, local, double, single] of attributes.matchAll(ATTRIBUTE)) if (local === name) return double ?? single;
  return undefined;
}

// It starts at a blank, so that a long word is looked at once.
export const ATTRIBUTE = /(?:^|\s)(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** `1`, `true` and `on` in the spellings of XML. */
export function flag(attributes: string, name: string): boolean {
  return /^(1|true|on)$/i.test(attribute(attributes, name) ?? '');
}
