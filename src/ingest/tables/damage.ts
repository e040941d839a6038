/** How a spot that cannot be read travels through the reader: as a character that no text has, so that its row can be refused. */
import type { Damage } from './table-source.ts';

/** A noncharacter, in the place of bytes that are none of the file's encoding. */
export const UNREADABLE = '\uFDD0';

/** What programs write in its place: where a file comes with it, the bytes were lost before. */
export const LOST = '\uFFFD';

export function damageOf(text: string): Damage | undefined {
  if (text.includes(UNREADABLE)) return 'invalid_encoding';
  return text.includes('\0') ? 'nul_byte' : undefined;
}

/** The cell as it can be shown and written. */
export function shown(cell: string): string {
  return cell.includes(UNREADABLE) ? cell.replaceAll(UNREADABLE, LOST) : cell;
}
