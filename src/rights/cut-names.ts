/** What segments, levels, tags and their groups are called once somebody was cut out of it: what was told apart stays so. */
import { nameKey } from '../segments/segment-name.ts';
import { groupOf } from '../tags/tag-name.ts';

/** Of the names that become others the new one, by `nameKey`. One name becomes one other wherever it stands. */
export function cutNames(names: readonly string[], cut: (text: string) => string): ReadonlyMap<string, string> {
  const others = new Map<string, string>();
  // A group first, so that its tags stay of it.
  const groups = names.flatMap((name) => groupOf(name) ?? []);
  const all = [...new Set([...groups, ...names])];
  const taken = new Set(all.filter((name) => cut(name) === name).map(nameKey));
  for (const name of all) {
    if (others.has(nameKey(name))) continue;
    const text = cutName(name, cut, others);
    if (text === name) continue;
    let other = text;
    for (let count = 2; taken.has(nameKey(other)); count++) other = `${text} ${count}`;
    taken.add(nameKey(other));
    others.set(nameKey(name), other);
  }
  return others;
}

function cutName(name: string, cut: (text: string) => string, others: ReadonlyMap<string, string>): string {
  const group = groupOf(name);
  const other = group === undefined ? undefined : others.get(nameKey(group));
  if (group === undefined || other === undefined) return cut(name);
  return other + cut(name.slice(name.indexOf(group) + group.length));
}
