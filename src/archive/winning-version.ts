/** Which of several versions of one order stands: further state first, then the export's own time, then arrival. */
import type { Axes } from '../platforms/layout.ts';
import { AXIS_RANKS } from './status-words.ts';

export interface Contender {
  readonly axes: Required<Axes>;
  readonly refunded: number;
  /** When the platform wrote the latest export that shows this version; null where it does not say. */
  readonly exportedAt: number | null;
  /** Number of the latest import that shows it. */
  readonly arrival: number;
}

/** Positive when `a` stands against `b`. Everything but the arrival is independent of the order of files. */
export function compareVersions(a: Contender, b: Contender): number {
  return compareStates(a, b) || (a.exportedAt ?? 0) - (b.exportedAt ?? 0) || a.arrival - b.arrival;
}

/** As `compareVersions`, by state alone: 0 means that the two say the same of where the order stands. */
export function compareStates(a: Contender, b: Contender): number {
  const axis = (name: keyof Axes) => rank(name, a.axes) - rank(name, b.axes);
  return axis('cancellation') || axis('refund') || a.refunded - b.refunded || axis('fulfilment') || axis('payment');
}

function rank(name: keyof Axes, axes: Required<Axes>): number {
  return (AXIS_RANKS[name] as readonly string[]).indexOf(axes[name]);
}
