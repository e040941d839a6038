/** Lines of vCards and iCalendars: RFC 6350 3.2, RFC 2426 2.6 and RFC 5545 3.1 fold and escape them alike. */
const CRLF = '\r\n';
/** Octets of a line, its break aside. */
const LONGEST = 75;

/** With its break. No character is cut in two: readers unfold bytes, some of them decode lines. */
export function fold(line: string): string {
  let folded = '';
  let width = 0;
  for (const character of line) {
    const octets = Buffer.byteLength(character);
    if (width + octets > LONGEST) {
      folded += `${CRLF} `;
      width = 1;
    }
    folded += character;
    width += octets;
  }
  return folded + CRLF;
}

/** A value of text, in a list or a compound too. Other control characters have no place in it, and no halves of pairs. */
export const escape = (value: string): string =>
  value
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, ' ')
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
    .replace(/[\\,;]/g, '\\$&')
    .replaceAll('\n', '\\n');
