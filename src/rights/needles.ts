/** Texts looked for in the bytes of files, as UTF-8 and as UTF-16, however many they are. */
import { closeSync, openSync, readSync } from 'node:fs';

const PIECE = 1 << 20;
/** A shorter one may stand anywhere by chance. */
const SHORTEST = 4;

export class Needles {
  /** Whether any begins with three bytes. */
  readonly #begins = new Uint8Array(1 << 21);
  /** The texts by their bytes, these by how many they are, by the first three of them: many begin alike. */
  readonly #byBeginning = new Map<number, Map<number, Map<string, string>>>();
  #longest = 0;
  /** How many texts are looked for. */
  readonly count: number;

  constructor(texts: Iterable<string>) {
    let count = 0;
    for (const text of new Set(texts)) {
      const needles = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le'), Buffer.from(text, 'utf16le').swap16()];
      if ((needles[0]?.length ?? 0) < SHORTEST) continue;
      count++;
      for (const needle of needles) this.#add(needle, text);
    }
    this.count = count;
  }

  /** Those of the texts that stand in a file. Throws where it cannot be read. */
  in(path: string): Set<string> {
    const found = new Set<string>();
    const file = openSync(path, 'r');
    try {
      const buffer = Buffer.allocUnsafe(PIECE + this.#longest);
      let kept = 0;
      for (;;) {
        const read = readSync(file, buffer, kept, PIECE, null);
        if (read === 0) return found;
        const end = kept + read;
        this.#look(buffer.subarray(0, end), found);
        // What may have begun at the end is looked at again with what follows.
        kept = Math.min(end, Math.max(0, this.#longest - 1));
        buffer.copyWithin(0, end - kept, end);
      }
    } finally {
      closeSync(file);
    }
  }

  /** Those that stand in any of some texts. */
  inTexts(texts: Iterable<string>): Set<string> {
    const found = new Set<string>();
    let piece: string[] = [];
    let length = 0;
    const look = () => {
      // No text holds the sign between them.
      this.#look(Buffer.from(piece.join('\u0000'), 'utf8'), found);
      [piece, length] = [[], 0];
    };
    for (const text of texts) {
      piece.push(text);
      length += text.length;
      if (length > PIECE) look();
    }
    look();
    return found;
  }

  #add(needle: Buffer, text: string): void {
    const key = beginning(needle, 0);
    this.#begins[key >> 3] = (this.#begins[key >> 3] ?? 0) | (1 << (key & 7));
    const lengths = this.#byBeginning.get(key) ?? new Map<number, Map<string, string>>();
    const texts = lengths.get(needle.length) ?? new Map<string, string>();
    this.#byBeginning.set(key, lengths.set(needle.length, texts.set(needle.toString('latin1'), text)));
    this.#longest = Math.max(this.#longest, needle.length);
  }

  #look(bytes: Buffer, found: Set<string>): void {
    for (let at = 0; at + 3 <= bytes.length; at++) {
      const key = beginning(bytes, at);
      if (((this.#begins[key >> 3] ?? 0) & (1 << (key & 7))) === 0) continue;
      for (const [length, texts] of this.#byBeginning.get(key) ?? []) {
        const text = texts.get(bytes.toString('latin1', at, at + length));
        if (text !== undefined) found.add(text);
      }
    }
  }
}

function beginning(bytes: Buffer, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16);
}
