/** Lines of vCards, of either version: RFC 6350 3.2 and RFC 2426 2.6 fold them alike. */
import { CONTROL } from '../../values/controls.ts';

const CRLF = '\r\n';
/** Octets of a line, its break aside. */
const LONGEST = 75;
const encoder = new TextEncoder();

/** No character is cut in two: readers unfold bytes, some of them decode lines. */
export function fold(line: string): string {
  let folded = '';
  let width = 0;
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (width + octets > LONGEST) {
      folded += `${CRLF} `;
      width = 1;
    }
    folded += character;
    width += octets;
  }
  return folded + CRLF;
}

/** A value of text, in a list or a compound too. Other control characters have no place in a vCard: a blank stands for them, and for a sign of direction nothing. */
export const escape = (value: string): string =>
  value
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/g, ' ')
    .replace(CONTROL, '')
    .replace(/[\\,;]/g, '\\$&')
    .replaceAll('\n', '\\n');

/** A value of several parts in their places. */
export const compound = (parts: readonly (string | null)[]): string =>
  parts.map((part) => escape(part ?? '')).join(';');

/** Of lines without a value none is left. */
export const card = (lines: readonly (readonly [property: string, value: string | null | undefined])[]): string =>
  lines.map(([property, value]) => (value ? fold(`${property}:${value}`) : '')).join('');
