/** SQL of saved segments: what was said of each, one row after the other, and what holds of them. */
import type { Archive } from '../store/open.ts';
import { nameKey } from './segment-name.ts';

export interface SegmentAct {
  readonly segment: number;
  readonly step: number;
  readonly act: 'saved' | 'renamed' | 'removed';
  /** Of rule and aim, from 1. */
  readonly version: number;
  /** The one it had from then on. */
  readonly name: string;
  readonly where: string;
  readonly aim: string | null;
  readonly who: string | null;
  readonly why: string | null;
  /** UTC seconds. */
  readonly at: number;
}

/** Who says so, why and when. */
export type Said = Pick<SegmentAct, 'who' | 'why' | 'at'>;
export type Rule = Pick<SegmentAct, 'name' | 'where' | 'aim'>;

const ACTS =
  'SELECT segment_id AS segment, step, act, version, name, where_text AS "where", aim, who, why, said_at AS at FROM segment_acts a';
const LAST = 'step = (SELECT max(step) FROM segment_acts b WHERE b.segment_id = a.segment_id)';

/** Those that are there, as they stand, by name. */
export function savedSegments(archive: Archive): SegmentAct[] {
  return archive.db
    .prepare(`${ACTS} WHERE ${LAST} AND act <> 'removed' ORDER BY name, segment_id`)
    .all() as SegmentAct[];
}

/** Everything said of the segment of that name, the first first; where none has it any more, of the one that last had. */
export function actsOf(archive: Archive, name: string): SegmentAct[] {
  const last = lastActOf(archive, name);
  if (!last) return [];
  return archive.db.prepare(`${ACTS} WHERE segment_id = ? ORDER BY step`).all(last.segment) as SegmentAct[];
}

function lastActOf({ db }: Archive, name: string): SegmentAct | undefined {
  const ends = db
    .prepare(`${ACTS} WHERE ${LAST} ORDER BY act = 'removed', said_at DESC, segment_id DESC`)
    .all() as SegmentAct[];
  return ends.find((end) => nameKey(end.name) === nameKey(name));
}

/** A segment that has the name keeps its spelling. */
export function saveSegment(
  archive: Archive,
  { name, where, aim }: Rule,
  said: Said,
): { readonly name: string; readonly version: number; readonly outcome: 'new' | 'changed' | 'unchanged' } {
  return archive.write(() => {
    const last = lastActOf(archive, name);
    if (!last) return { ...add(archive, undefined, 'saved', { name, where, aim }, said), outcome: 'new' };
    if (last.act === 'removed') return { ...add(archive, last, 'saved', { name, where, aim }, said), outcome: 'new' };
    if (last.where === where && last.aim === aim)
      return { name: last.name, version: last.version, outcome: 'unchanged' };
    return { ...add(archive, last, 'saved', { name: last.name, where, aim }, said), outcome: 'changed' };
  });
}

/** `name` has to be that of a segment. */
export function renameSegment(archive: Archive, name: string, to: string, said: Said): void {
  archive.write(() => {
    const last = lastActOf(archive, name);
    if (last) add(archive, last, 'renamed', { ...last, name: to }, said);
  });
}

/** Its versions stay. */
export function removeSegment(archive: Archive, name: string, said: Said): void {
  archive.write(() => {
    const last = lastActOf(archive, name);
    if (last) add(archive, last, 'removed', last, said);
  });
}

function add(
  { db }: Archive,
  last: SegmentAct | undefined,
  act: SegmentAct['act'],
  { name, where, aim }: Rule,
  { who, why, at }: Said,
) {
  const segment =
    last?.segment ?? Number(db.prepare('SELECT coalesce(max(segment_id), 0) + 1 FROM segment_acts').pluck().get());
  const version = (last?.version ?? 0) + (act === 'saved' ? 1 : 0);
  db.prepare(
    'INSERT INTO segment_acts (segment_id, step, act, version, name, where_text, aim, who, why, said_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(segment, (last?.step ?? 0) + 1, act, version, name, where, aim, who, why, at);
  return { name, version };
}
