/** SQL of groups of tags: which are one-of, and who carries more than one of these. */
import type { Moment } from '../store/moment.ts';
import { tagHolds } from '../store/moment.ts';
import type { Archive } from '../store/open.ts';
import { groupOf } from './tag-name.ts';

/** Names of the groups of which a customer has one tag at most. None is unless somebody said so. */
export function oneOfGroups({ db }: Archive): ReadonlySet<string> {
  const said = db.prepare('SELECT name, one_of FROM tag_groups ORDER BY tag_group_id').raw().all() as [
    string,
    number,
  ][];
  return new Set([...new Map(said)].flatMap(([name, oneOf]) => (oneOf === 1 ? [name] : [])));
}

/** False where it was so before. */
export function setGroup(archive: Archive, name: string, oneOf: boolean, at: number): boolean {
  return archive.write(() => {
    if (oneOfGroups(archive).has(name) === oneOf) return false;
    archive.db.prepare('INSERT INTO tag_groups (name, one_of, said_at) VALUES (?, ?, ?)').run(name, Number(oneOf), at);
    return true;
  });
}

/** Every tag anybody ever carried that is of the one-of group of this one; none where its group is not one-of. */
export function tagsOfGroup(archive: Archive, tag: string): string[] {
  const group = groupOf(tag);
  if (group === undefined || !oneOfGroups(archive).has(group)) return [];
  const tags = archive.db.prepare('SELECT DISTINCT tag FROM tag_facts ORDER BY 1').pluck().all() as string[];
  return tags.filter((one) => groupOf(one) === group);
}

export interface TagGroup {
  readonly name: string;
  readonly oneOf: boolean;
  readonly tags: readonly string[];
  readonly customers: number;
  /** Customers who carry more than one of its tags. */
  readonly several: number;
}

/** By name: those of tags that are carried, and those of which something was said. */
export function listGroups(archive: Archive, moment: Moment): TagGroup[] {
  const oneOf = oneOfGroups(archive);
  const groups = new Map<string, { tags: Set<string>; carried: Map<number, number> }>();
  const named = (name: string) => {
    const group = groups.get(name) ?? { tags: new Set(), carried: new Map() };
    groups.set(name, group);
    return group;
  };
  for (const name of oneOf) named(name);
  const rows = archive.db
    .prepare(
      `SELECT DISTINCT t.tag, k.customer_id FROM tag_facts t JOIN record_customers k USING (record_id) WHERE ${tagHolds('t')} ORDER BY 1`,
    )
    .raw()
    .iterate({ ...moment }) as IterableIterator<[string, number]>;
  for (const [tag, customer] of rows) {
    const name = groupOf(tag);
    if (name === undefined) continue;
    const group = named(name);
    group.tags.add(tag);
    group.carried.set(customer, (group.carried.get(customer) ?? 0) + 1);
  }
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { tags, carried }]) => ({
      name,
      oneOf: oneOf.has(name),
      tags: [...tags],
      customers: carried.size,
      several: [...carried.values()].filter((count) => count > 1).length,
    }));
}
