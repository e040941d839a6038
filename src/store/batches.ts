/** Rows a query takes at a time: few enough that what they give takes no memory to speak of. */
export const BATCH = 2000;

/** So many numbers at a time, each time as JSON: in their order, as neighbours are found on one page. */
export function* batchesOf(numbers: readonly number[]): Generator<string> {
  const sorted = Int32Array.from(numbers).sort();
  for (let first = 0; first < sorted.length; first += BATCH)
    yield JSON.stringify([...sorted.subarray(first, first + BATCH)]);
}
