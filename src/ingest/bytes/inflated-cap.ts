/** How much may come out of a compressed file: real bytes are counted, whatever it claims. */
import { FileRefused } from '../refusal.ts';

const MOST_BYTES = 512 * 1024 * 1024;
const MOST_TIMES = 200;
/** Blanks and repeated styles shrink to almost nothing in honest files too. */
const ALWAYS_BYTES = 64 * 1024 * 1024;

/** Bytes that a part of so many compressed bytes may inflate to. */
export function inflatedCap(compressed: number, most = MOST_BYTES): number {
  return Math.min(most, Math.max(ALWAYS_BYTES, compressed * MOST_TIMES));
}

/** The pieces as they come. Throws FileRefused: zip_bomb beyond the cap, zip_damaged where they cannot be inflated. */
export async function* capped(pieces: AsyncIterable<Buffer>, cap: number, value: string): AsyncGenerator<Buffer> {
  let length = 0;
  try {
    for await (const piece of pieces) {
      length += piece.length;
      if (length > cap) throw new FileRefused('zip_bomb', { value });
      yield piece;
    }
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'Z_BUF_ERROR') throw new FileRefused('zip_cut_off', { value });
    if (code.startsWith('Z_')) throw new FileRefused('zip_damaged', { value });
    throw error;
  }
}
