/** The value beside a number, of numbers in ascending order: as quick as a walk where they are asked for in their order. */
export function sortedLookup<T>(keys: readonly number[], values: readonly T[]): (key: number) => T | undefined {
  let next = 0;
  return (key) => {
    if (keys[next] !== key) next = placeOf(keys, key, next);
    if (keys[next] !== key) return undefined;
    next += 1;
    return values[next - 1];
  };
}

/** Of the first that is not less. `near` is where it may well be. */
function placeOf(keys: readonly number[], key: number, near: number): number {
  const before = keys[near - 1];
  const isAhead = near === 0 || (before !== undefined && before < key);
  let low = isAhead ? near : 0;
  let high = isAhead ? near + 1 : near;
  // Those that are missing between two that are asked for are few.
  for (let step = 1; isAhead && high < keys.length && (keys[high] ?? key) < key; step *= 2) {
    low = high;
    high += step;
  }
  high = Math.min(high, keys.length);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? key) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
