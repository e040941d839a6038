/** How much a run of the harness does, and what it tells of it. */
import { appendFileSync } from 'node:fs';

/** A file for figures: set by `npm run torture`, which does all of it. `npm test` does a share of everything. */
const report = process.env['TORTURE'];
export const everything = report !== undefined;
export const SEED = Number(process.env['TORTURE_SEED'] ?? 20261125);

export interface Figures {
  readonly what: string;
  /** Runs in which something was to go wrong. */
  readonly loops: number;
  /** Of these, the ones in which it did. */
  readonly injected: number;
  readonly survived: number;
  readonly note?: string;
}

export function tell(figures: Figures): void {
  if (report !== undefined) appendFileSync(report, `${JSON.stringify(figures)}\n`);
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** So many of them, evenly spread from the first on, where not everything is asked for. */
export function share<T>(all: readonly T[], count: number): readonly T[] {
  if (everything || all.length <= count) return all;
  return Array.from({ length: count }, (_, index) => all[Math.floor((index * all.length) / count)] as T);
}

/** The first of them, where not everything is asked for. */
export const first = <T>(all: readonly T[], count: number): readonly T[] => (everything ? all : all.slice(0, count));

/** Two at a time, as many as there are of anything to wait for. */
export async function each<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values();
  await Promise.all(
    Array.from({ length: 2 }, async () => {
      for (const item of waiting) await work(item);
    }),
  );
}
