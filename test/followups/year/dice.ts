/** Chance that falls alike every time it is asked the same. */
import { createHash } from 'node:crypto';

/** From 0 up to 1. */
export const dice = (of: string): number => createHash('sha256').update(of).digest().readUIntBE(0, 6) / 2 ** 48;

/** A whole number, both ends included. */
export const between = (from: number, to: number, of: string): number => from + Math.floor(dice(of) * (to - from + 1));

export function oneOf<T>(all: readonly T[], of: string): T {
  const found = all[between(0, all.length - 1, of)];
  if (found === undefined) throw new Error('there is nothing to choose from');
  return found;
}

/** By shares, which need not add up to one. */
export function weighed<T extends string>(shares: Readonly<Record<T, number>>, of: string): T {
  const all = Object.entries(shares) as [T, number][];
  let left = dice(of) * all.reduce((sum, [, share]) => sum + share, 0);
  for (const [name, share] of all) if ((left -= share) < 0) return name;
  throw new Error('no shares');
}
