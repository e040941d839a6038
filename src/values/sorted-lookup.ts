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
  let [low, high] = near === 0 || (before !== undefined && before < key) ? ahead(keys, key, near) : [0, near];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? key) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those that are missing between two that are asked for are few: in steps that grow. */
function ahead(keys: readonly number[], key: number, from: number): [low: number, high: number] {
  let [low, high] = [from, from + 1];
  for (let step = 1; high < keys.length && (keys[high] ?? key) < key; step *= 2) {
    low = high;
    high += step;
  }
  return [low, Math.min(high, keys.length)];
}
