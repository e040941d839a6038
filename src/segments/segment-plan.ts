/** What applying a file of segments would change. */
import type { Rule } from './saved-queries.ts';
import { nameKey } from './segment-name.ts';

export interface PlannedSegment extends Rule {
  readonly change: 'new' | 'changed' | 'unchanged';
  /** What holds until then. */
  readonly before?: Rule;
}

export interface SegmentPlan {
  /** By name; a segment that is there keeps the spelling of its name. */
  readonly segments: readonly PlannedSegment[];
  /** How many saved ones the file does not speak of. */
  readonly others: number;
}

export function planSegments(file: readonly Rule[], saved: readonly Rule[]): SegmentPlan {
  const before = new Map(saved.map(({ name, where, aim }) => [nameKey(name), { name, where, aim }]));
  const segments = file.map(({ name, where, aim }): PlannedSegment => {
    const there = before.get(nameKey(name));
    if (!there) return { name, where, aim, change: 'new' };
    const same = there.where === where && there.aim === aim;
    return { name: there.name, where, aim, change: same ? 'unchanged' : 'changed', before: there };
  });
  const spoken = new Set(file.map(({ name }) => nameKey(name)));
  return {
    segments: segments.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    others: [...before.keys()].filter((key) => !spoken.has(key)).length,
  };
}
