/** Whoever is held out of plays that are carried out without a hand-over, which would note them. Nothing is written. */
import { type Candidate, idOf } from '../candidate.ts';
import type { Planned } from '../plan.ts';
import { planFor, type Planner } from '../planner.ts';

/** Before anything is kept of `done`: those of a play come with the first of them that today's plan has of it. */
export function heldOutBeside(planner: Planner, done: readonly Candidate[]): (one: Candidate) => readonly Planned[] {
  if (done.every(({ play }) => play.holdout === 0)) return () => [];
  const { asOf } = planner.population;
  const { planned, heldOut } = planFor(planner, { from: asOf, to: asOf });
  const isPlanned = new Set(planned.map(idOf));
  const ofPlay = new Map<string, Planned[]>();
  for (const one of heldOut) ofPlay.set(one.play.name, [...(ofPlay.get(one.play.name) ?? []), one]);
  return (one) => {
    if (!isPlanned.has(idOf(one))) return [];
    const found = ofPlay.get(one.play.name) ?? [];
    ofPlay.delete(one.play.name);
    return found;
  };
}
