/**
 * Follow-ups by their ids as what was said of them tells, where no play makes them any more: an answer may come back
 * after customers were merged, an import was taken back, or a play was changed or removed.
 */
import type { Archive } from '../../store/open.ts';
import { type Candidate, idOf } from '../candidate.ts';
import type { PlayChannel } from '../plays/play.ts';
import { playOnceNamed } from '../plays/play-queries.ts';
import { type SaidOnce, saidOnce } from './recall-queries.ts';

export interface Recalled extends Candidate {
  /** Where it was put off, and not taken up again: to when. */
  readonly putOff: string | undefined;
}

/** By the ids, which are in small letters. */
export function recalled(archive: Archive, ids: ReadonlySet<string>): Map<string, Recalled> {
  const found = new Map<string, { readonly last: SaidOnce; readonly by: PlayChannel | undefined }>();
  for (const said of saidOnce(archive))
    for (const order of [said.occurrence, null]) {
      const id = idOf({ ...said, order, customer: said.number, play: { name: said.play } });
      const before = found.get(id);
      if (!ids.has(id) || (before && before.last.own > said.own)) continue;
      found.set(id, { last: said, by: doneBy(said) ?? (before?.last.own === said.own ? before.by : undefined) });
    }
  return new Map(
    [...found].flatMap(([id, { last, by }]): [string, Recalled][] => {
      const candidate = asCandidate(archive, id, last);
      const before = { record: last.record, by };
      return candidate ? [[id, { ...candidate, before, putOff: last.until ?? undefined }]] : [];
    }),
  );
}

/** Whoever was held out of it was not contacted by the channel they were held out of. */
const doneBy = ({ outcome, channel }: SaidOnce): PlayChannel | undefined =>
  outcome === 'handed_over' || outcome === 'done' ? (channel ?? undefined) : undefined;

/** It does not come up again by itself. */
function asCandidate(archive: Archive, id: string, said: SaidOnce): Candidate | undefined {
  const { occurrence, customer, day } = said;
  const play = playOnceNamed(archive, said.play);
  const own = { occurrence, customer: said.number, play: { name: said.play } };
  const order = idOf({ ...own, order: occurrence }) === id ? occurrence : null;
  const days = { on: day, due: day, until: day, ordered: null };
  return play && { ...days, occurrence, customer, order, about: null, value: null, play: { ...play, name: said.play } };
}
