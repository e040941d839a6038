/**
 * Known column names that went through a wrong encoding and were saved so: `è®¢å•ç¼–å·`,
 * `璁㈠崟缂栧彿`, `锟斤拷`, `????`. A header of them can no longer be read, but it can be explained.
 */
import { normaliseHeader } from '../../values/text.ts';
import { headerWords } from './header-words.ts';

export interface Mojibake {
  readonly cell: string;
  /** What it was once, where that can still be told; null where the letters are lost. */
  readonly was: string | null;
}

/** What a header cell was before it was damaged; undefined where it was not. */
export function mojibake(cells: readonly string[]): Mojibake | undefined {
  for (const cell of cells) {
    const was = wordBehind(cell);
    if (was !== undefined) return { cell: cell.trim(), was };
  }
  const lost = cells.find((cell) => /锟斤拷|ï¿½|\uFFFD|^[?？]{2,}$/.test(cell.trim()));
  return lost === undefined ? undefined : { cell: lost.trim(), was: null };
}

function wordBehind(cell: string): string | undefined {
  const key = normaliseHeader(cell);
  if (!/[^\0-~]/.test(key) || headerWords().has(key)) return undefined;
  return readTwice(key) ?? fromWesternLetters(cell.trim());
}

let garbledWords: readonly (readonly [garbled: string, word: string])[] | undefined;

/** UTF-8 read as a double-byte encoding loses its last byte now and then: what begins the same is the word. */
function readTwice(key: string): string | undefined {
  garbledWords ??= ['gb18030', 'big5', 'shift_jis'].flatMap((encoding) =>
    [...headerWords()].map(
      (word) => [normaliseHeader(new TextDecoder(encoding).decode(Buffer.from(word))), word] as const,
    ),
  );
  const alike = garbledWords.map(([garbled, word]) => ({
    word,
    length: commonStart(key, garbled),
    of: garbled.length,
  }));
  const best = alike.toSorted((a, b) => b.length - a.length || a.of - b.of)[0];
  return best && best.length >= ALIKE && best.length * 4 >= key.length * 3 ? best.word : undefined;
}

/** Letters of a garbled word that are more than chance. */
const ALIKE = 3;

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] !== '\uFFFD' && one[length] === other[length]) length++;
  return length;
}

/** Each byte of another encoding was taken for a letter; the bytes come back from the letters. */
function fromWesternLetters(cell: string): string | undefined {
  const bytes = [...cell].map((letter) => westernBytes().get(letter));
  if (bytes.some((byte) => byte === undefined)) return undefined;
  for (const encoding of ['utf-8', 'gb18030', 'big5', 'shift_jis']) {
    const text = normaliseHeader(new TextDecoder(encoding).decode(Uint8Array.from(bytes as number[])));
    if (headerWords().has(text)) return text;
  }
  return undefined;
}

let western: ReadonlyMap<string, number> | undefined;

function westernBytes(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder('windows-1252');
  // The C1 signs that Latin-1 has in place of some letters stand for the same bytes.
  western ??= new Map(
    Array.from({ length: 256 }, (_, byte) => byte).flatMap((byte) => [
      [String.fromCodePoint(byte), byte] as const,
      [decoder.decode(Uint8Array.of(byte)), byte] as const,
    ]),
  );
  return western;
}
