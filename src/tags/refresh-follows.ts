/** Brings the tags that follow a segment up to date: put on whoever has joined it, taken off whoever has left. */
import { levels } from '../levels/queries.ts';
import type { Population } from '../measures/population.ts';
import { chooseCustomers } from '../segments/choose.ts';
import { SegmentError } from '../segments/segment-error.ts';
import { definitionOf } from '../segments/definitions.ts';
import type { Archive } from '../store/open.ts';
import { circleOf, inOrder, type Rules } from './circle.ts';
import { carriersOf, type Follow, follows, keptOff, noteRefreshed } from './follow-queries.ts';
import { tagsOfGroup } from './group-queries.ts';
import { tagWriter } from './queries.ts';

export interface FollowChange {
  readonly tag: string;
  readonly segment: string;
  readonly joined: number;
  readonly left: number;
}

/** Why a tag could not be brought up to date: it stays as it is. */
export type FollowProblem =
  | { readonly problem: 'no_segment'; readonly tag: string; readonly segment: string }
  | { readonly problem: 'circle'; readonly tag: string; readonly chain: readonly string[] }
  | { readonly problem: 'bad_segment'; readonly tag: string; readonly error: SegmentError };

export interface RefreshedFollows {
  /** Of those that changed. */
  readonly changes: readonly FollowChange[];
  readonly problems: readonly FollowProblem[];
  /** The later day as of which they were brought up to date before, which is why nothing was done now. */
  readonly later: string | undefined;
}

export const rulesOf = (archive: Archive): Rules => ({
  sourceOf: (segment) => definitionOf(archive, segment)?.where,
  followed: new Map(follows(archive).map(({ tag, segment }) => [tag, segment])),
  levels: new Map(
    levels(archive).map(({ name, segment, condition }) => [
      name,
      condition ?? definitionOf(archive, segment ?? '')?.where ?? '',
    ]),
  ),
});

/** temp.measures must stand for the population. `at` is UTC seconds of its day. */
export function refreshFollows(archive: Archive, population: Population, at: number): RefreshedFollows {
  return archive.write(() => {
    const all = follows(archive);
    const later = all.map((follow) => follow.refreshed_day ?? '').find((day) => day > population.asOf);
    if (later !== undefined) return { changes: [], problems: [], later };
    const rules = rulesOf(archive);
    const writer = tagWriter(archive, { at, moment: population });
    const changes: FollowChange[] = [];
    const problems: FollowProblem[] = [];
    const done = new Set<string>();
    for (const follow of inOrder(all, rules)) {
      const { tag, segment } = follow;
      const members = membersOf(archive, population, follow, rules);
      if ('problem' in members) {
        problems.push(members);
        continue;
      }
      const carriers = new Map(carriersOf(archive, tag, population).map((carrier) => [carrier.customer, carrier]));
      const taken = othersOfGroup(archive, population, tag, done);
      const kept = keptOff(archive, follow);
      const joining = [...members].filter(
        (customer) => !carriers.has(customer) && !kept.has(customer) && !taken.has(customer),
      );
      const leaving = [...carriers.values()].filter(({ customer, followed }) => followed && !members.has(customer));
      for (const customer of joining) writer.join(customer, tag, segment, follow.reason);
      for (const { customer } of leaving) writer.leave(customer, tag, segment);
      if (joining.length + leaving.length > 0)
        changes.push({ tag, segment, joined: joining.length, left: leaving.length });
      done.add(tag);
    }
    noteRefreshed(archive, population.asOf);
    return { changes, problems, later: undefined };
  });
}

function membersOf(
  archive: Archive,
  population: Population,
  { tag, segment }: Follow,
  rules: Rules,
): ReadonlySet<number> | FollowProblem {
  if (rules.sourceOf(segment) === undefined) return { problem: 'no_segment', tag, segment };
  const chain = circleOf(tag, segment, rules);
  if (chain) return { problem: 'circle', tag, chain };
  try {
    return new Set(chooseCustomers(archive, population, { segment }).customers);
  } catch (error) {
    if (!(error instanceof SegmentError)) throw error;
    return { problem: 'bad_segment', tag, error };
  }
}

/** Whoever carries another tag of a one-of group by hand, or by a segment that comes first, does not get this one. */
function othersOfGroup(
  archive: Archive,
  population: Population,
  tag: string,
  done: ReadonlySet<string>,
): ReadonlySet<number> {
  const others = tagsOfGroup(archive, tag).filter((other) => other !== tag);
  return new Set(
    others.flatMap((other) =>
      carriersOf(archive, other, population).flatMap(({ customer, otherwise }) =>
        otherwise || done.has(other) ? [customer] : [],
      ),
    ),
  );
}
