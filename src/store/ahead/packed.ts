/** A column of values as it goes from one thread to another: numbers side by side, and each text once. Pure. */

type Numbers = Int8Array | Int16Array | Int32Array | Float64Array;

interface Texts {
  readonly texts: readonly string[];
  /** Of each value the place of its text. */
  readonly places: Numbers;
}

/** Others as they are. */
export type Packed = Numbers | Texts | { readonly values: readonly unknown[] };

export function pack(values: readonly unknown[]): Packed {
  if (values.every((value) => typeof value === 'number')) return numbersOf(values);
  return values.every((value) => typeof value === 'string') ? textsOf(values) : { values };
}

/** As narrow as they may be. */
function numbersOf(values: readonly number[]): Numbers {
  let [least, most] = [0, 0];
  for (const value of values) {
    if (!Number.isInteger(value) || Object.is(value, -0)) return Float64Array.from(values);
    if (value < least) least = value;
    else if (value > most) most = value;
  }
  for (const narrow of [Int8Array, Int16Array, Int32Array])
    if (least >= -(2 ** (8 * narrow.BYTES_PER_ELEMENT - 1)) && most < 2 ** (8 * narrow.BYTES_PER_ELEMENT - 1))
      return narrow.from(values);
  return Float64Array.from(values);
}

function textsOf(values: readonly string[]): Texts {
  const numbers = new Map<string, number>();
  const places = values.map((text) => {
    let place = numbers.get(text);
    if (place === undefined) numbers.set(text, (place = numbers.size));
    return place;
  });
  return { texts: [...numbers.keys()], places: numbersOf(places) };
}

export function unpack(packed: Packed): readonly unknown[] {
  if (ArrayBuffer.isView(packed)) return [...packed];
  if ('values' in packed) return packed.values;
  const { texts, places } = packed;
  const values: string[] = [];
  for (const place of places) values.push(texts[place] as string);
  return values;
}

/** What need not be copied on its way. */
export function buffersOf(packed: Packed): ArrayBuffer[] {
  const numbers = ArrayBuffer.isView(packed) ? packed : 'places' in packed ? packed.places : undefined;
  return numbers ? [numbers.buffer as ArrayBuffer] : [];
}
