/** Whoever is held out of plays that are carried out without a hand-over, which would note them. Nothing is written. */
import { type Candidate, idOf } from '../candidate.ts';
import { handOverOf } from '../handover.ts';
import type { Planned } from '../plan.ts';
import type { Planner } from '../planner.ts';
import type { Write } from '../writing/written.ts';

/** Before anything is kept of `done`: those of a play come with the first of them that today's plan has of it. */
export async function heldOutBeside(
  planner: Planner,
  writing: () => Write,
  done: readonly Candidate[],
): Promise<(one: Candidate) => readonly Planned[]> {
  if (done.every(({ play }) => play.holdout === 0)) return () => [];
  const asked = { channel: undefined, play: undefined, isText: true, withTomorrow: false, write: writing() };
  const { ready, refused, heldOut } = await handOverOf(planner, asked);
  const isPlanned = new Set([...ready, ...refused].map(({ planned }) => idOf(planned)));
  const ofPlay = new Map<string, Planned[]>();
  for (const one of heldOut) ofPlay.set(one.play.name, [...(ofPlay.get(one.play.name) ?? []), one]);
  return (one) => {
    if (!isPlanned.has(idOf(one))) return [];
    const found = ofPlay.get(one.play.name) ?? [];
    ofPlay.delete(one.play.name);
    return found;
  };
}
