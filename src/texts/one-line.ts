/** Text without line breaks: a text message is one line. */

/** Nothing is put between lines of Chinese, where a blank would be one more character to pay. */
export const onOneLine = (text: string): string =>
  text
    .replace(
      /(?<=[\p{Script=Han}\u3000-\u303f\uff00-\uffef])\s*[\n\r]\s*(?=[\p{Script=Han}\u3000-\u303f\uff00-\uffef])/gu,
      '',
    )
    .replace(/\s+/gu, ' ')
    .trim();
