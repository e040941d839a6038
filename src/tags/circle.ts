/** Whether a tag would follow a segment that asks about the tag itself, if only by way of others. */
import { asksAbout } from '../segments/asks-about.ts';

export interface Rules {
  /** The query of a segment; undefined where there is none of that name. */
  readonly sourceOf: (segment: string) => string | undefined;
  /** Which segment a tag follows. */
  readonly followed: ReadonlyMap<string, string>;
}

/** The way from the segment back to the tag, each by its name, segments in quotes; undefined where there is none. */
export function circleOf(tag: string, segment: string, rules: Rules): readonly string[] | undefined {
  const seen = new Set<string>();
  const followed = new Map<string, { readonly name: string; readonly of: string }>();
  for (const [name, of] of rules.followed) followed.set(fold(name), { name, of });
  followed.set(fold(tag), { name: tag, of: segment });
  const visit = (name: string, trail: readonly string[]): readonly string[] | undefined => {
    const source = seen.has(fold(name)) ? undefined : rules.sourceOf(name);
    seen.add(fold(name));
    if (source === undefined) return undefined;
    const here = [...trail, `'${name}'`];
    const { tags, segments } = asksAbout(source);
    const asked = tags === 'any' ? [...followed.keys()] : [...tags];
    for (const one of asked) {
      const found = followed.get(one);
      if (one === fold(tag)) return [...here, tag];
      const way = found && visit(found.of, [...here, found.name]);
      if (way) return way;
    }
    for (const one of segments) {
      const way = visit(one, here);
      if (way) return way;
    }
    return undefined;
  };
  return visit(segment, [tag]);
}

const fold = (name: string): string => name.normalize('NFC').trim().toLowerCase();

/** Tags in an order in which each comes after those its segment asks about. */
export function inOrder<F extends { readonly tag: string; readonly segment: string }>(
  follows: readonly F[],
  sourceOf: Rules['sourceOf'],
): F[] {
  const byTag = new Map(follows.map((follow) => [fold(follow.tag), follow]));
  const ordered = new Set<F>();
  const asked = new Set<string>();
  const askFor = (segment: string): void => {
    const source = asked.has(fold(segment)) ? undefined : sourceOf(segment);
    asked.add(fold(segment));
    if (source === undefined) return;
    const { tags, segments } = asksAbout(source);
    for (const one of segments) askFor(one);
    for (const one of tags === 'any' ? byTag.keys() : tags) {
      const follow = byTag.get(one);
      if (follow) add(follow);
    }
  };
  const add = (follow: F): void => {
    if (ordered.has(follow)) return;
    askFor(follow.segment);
    ordered.add(follow);
  };
  for (const follow of follows) add(follow);
  return [...ordered];
}
