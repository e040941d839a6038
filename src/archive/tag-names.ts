/** What a tag in a file is called by now: whoever renamed one does not want the old name back with the next export. */
import type { Archive } from '../store/open.ts';

export function tagNames({ db }: Pick<Archive, 'db'>): (tag: string) => string {
  const renames = db.prepare('SELECT old_tag, new_tag FROM tag_renames ORDER BY tag_rename_id').raw().all() as [
    string,
    string,
  ][];
  return (tag) => renames.reduce((name, [from, to]) => (name === from ? to : name), tag);
}
