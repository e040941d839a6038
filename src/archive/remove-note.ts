/** Takes a mistaken note away, and works out what may have been known by it alone. */
import { deleteNote } from '../customers/note-queries.ts';
import type { Archive } from '../store/open.ts';
import { refresh } from './refresh.ts';

/** Of a mistaken note nothing stays. False where the customer has none of that number. */
export function removeNote(archive: Archive, customer: number, note: number): boolean {
  return archive.write(() => {
    const records = deleteNote(archive, customer, note);
    if (records.length > 0) refresh(archive, [], records);
    return records.length > 0;
  });
}
