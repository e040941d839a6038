/** The known name that a misspelt or half-remembered one most likely means. */

const LONGEST = 64;
const LEAST_PART = 4;

/** Undefined where none is near. Swapping two neighbours is one edit; a word of a name stands for the name. */
export function nearest(written: string, known: readonly string[]): string | undefined {
  const wanted = written.toLowerCase();
  if (wanted.length > LONGEST) return undefined;
  const whole = closest(
    wanted,
    known.map((name) => ({ name, key: name.toLowerCase() })),
  );
  if (whole || wanted.length < LEAST_PART) return whole;
  return closest(
    wanted,
    known.flatMap((name) => name.split(/[_-]+/).map((key) => ({ name, key }))),
  );
}

function closest(
  wanted: string,
  candidates: readonly { readonly name: string; readonly key: string }[],
): string | undefined {
  let best: string | undefined;
  // A third of the word may be wrong, and less than all of it.
  let least = Math.min(wanted.length, Math.max(2, Math.floor(wanted.length / 3) + 1));
  for (const { name, key } of candidates) {
    const distance = edits(wanted, key);
    if (distance < least) [best, least] = [name, distance];
  }
  return best;
}

/** Damerau-Levenshtein distance, each stretch edited once. */
export function edits(from: string, to: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      const steps = [(previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1)];
      row.push(Math.min(...steps, swapped ? (before[j - 2] ?? 0) + 1 : Infinity));
    }
    before = previous;
    previous = row;
  }
  return previous[to.length] ?? 0;
}
