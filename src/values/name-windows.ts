/** The pieces of a text that may be a name: some words on end, or a few characters of a script without blanks. */
const WORD = /[\p{L}\p{N}\p{M}'’._@-]+/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/gu;
const MOST_WORDS = 5;
const MOST_CHARACTERS = 8;
/** A shorter one may stand in any text. */
const FEWEST_CHARACTERS = 3;

export function nameWindows(text: string): Set<string> {
  const windows = new Set<string>();
  const words = [...text.matchAll(WORD)];
  for (const [first, { index: from }] of words.entries())
    for (const { 0: word, index } of words.slice(first, first + MOST_WORDS))
      windows.add(text.slice(from, index + word.length).replace(/['’]s$/, ''));
  for (const [run] of text.matchAll(UNSPACED)) {
    const signs = [...run];
    for (let from = 0; from < signs.length; from++)
      for (let length = FEWEST_CHARACTERS; length <= MOST_CHARACTERS && from + length <= signs.length; length++)
        windows.add(signs.slice(from, from + length).join(''));
  }
  return windows;
}
