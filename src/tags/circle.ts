/** Whether a tag would follow a segment that asks about the tag itself, if only by way of others. */
import { asksAbout } from '../segments/asks-about.ts';
import { nameKey } from '../segments/segment-name.ts';

export interface Rules {
  /** The query of a segment; undefined where there is none of that name. */
  readonly sourceOf: (segment: string) => string | undefined;
  /** Which segment a tag follows. */
  readonly followed: ReadonlyMap<string, string>;
  /** The query of each level of membership, by its name. */
  readonly levels: ReadonlyMap<string, string>;
}

/** The way from the segment back to the tag, each by its name, segments in quotes; undefined where there is none. */
export function circleOf(tag: string, segment: string, rules: Rules): readonly string[] | undefined {
  const followed = new Map([...rules.followed, [tag, segment] as const]);
  return wayTo({ tag: nameKey(tag) }, `'${segment}'`, rules.sourceOf(segment), { ...rules, followed }, [tag]);
}

/** The first tag that would depend on itself by another name of a tag, and did not before. */
export function renameCircle(
  from: string,
  to: string,
  rules: Rules,
): { readonly tag: string; readonly chain: readonly string[] } | undefined {
  const followed = new Map([...rules.followed].map(([tag, segment]) => [tag === from ? to : tag, segment]));
  for (const [tag, segment] of rules.followed) {
    const named = tag === from ? to : tag;
    const chain = circleOf(named, segment, { ...rules, followed });
    if (chain && !circleOf(tag, segment, rules)) return { tag: named, chain };
  }
  return undefined;
}

/** The same from the rule of a level back to what is asked about levels. */
export function levelCircle(name: string, source: string, rules: Rules): readonly string[] | undefined {
  return wayTo({ tag: undefined }, name, source, rules, []);
}

/** From a query to a tag, or to the field of levels where none is given. */
function wayTo(
  goal: { readonly tag: string | undefined },
  start: string,
  startSource: string | undefined,
  rules: Rules,
  startTrail: readonly string[],
): readonly string[] | undefined {
  const seen = new Set<string>();
  const followed = new Map<string, { readonly name: string; readonly of: string }>();
  for (const [name, of] of rules.followed) followed.set(nameKey(name), { name, of });
  const visit = (node: string, source: string | undefined, trail: readonly string[]): readonly string[] | undefined => {
    if (seen.has(nameKey(node)) || source === undefined) return undefined;
    seen.add(nameKey(node));
    const here = [...trail, node];
    const { tags, segments, fields } = asksAbout(source);
    for (const one of tags === 'any' ? followed.keys() : tags) {
      const found = followed.get(one);
      if (one === goal.tag) return [...here, found?.name ?? one];
      const way = found && visit(`'${found.of}'`, rules.sourceOf(found.of), [...here, found.name]);
      if (way) return way;
    }
    for (const one of segments) {
      const way = visit(`'${one}'`, rules.sourceOf(one), here);
      if (way) return way;
    }
    if (!fields.has('level')) return undefined;
    if (goal.tag === undefined) return [...here, 'level'];
    for (const [name, one] of rules.levels) {
      const way = visit(name, one, [...here, 'level']);
      if (way) return way;
    }
    return undefined;
  };
  return visit(start, startSource, startTrail);
}

/** Tags in an order in which each comes after those its segment asks about. */
export function inOrder<F extends { readonly tag: string; readonly segment: string }>(
  follows: readonly F[],
  { sourceOf, levels }: Pick<Rules, 'sourceOf' | 'levels'>,
): F[] {
  const byTag = new Map(follows.map((follow) => [nameKey(follow.tag), follow]));
  const ordered = new Set<F>();
  const asked = new Set<string>();
  const askFor = (segment: string): void => askOf(`'${segment}'`, () => sourceOf(segment));
  const askOf = (node: string, sourceIn: () => string | undefined): void => {
    const source = asked.has(nameKey(node)) ? undefined : sourceIn();
    asked.add(nameKey(node));
    if (source === undefined) return;
    const { tags, segments, fields } = asksAbout(source);
    for (const one of segments) askFor(one);
    if (fields.has('level')) for (const [name, rule] of levels) askOf(name, () => rule);
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
