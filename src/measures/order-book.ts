/** Every counting order of every customer, the first first, as columns of numbers: a million take 20 MB. Pure. */

/** shop/number of each of these orders, by which those of one moment stand in an order. */
export type KeysOf = (ids: readonly number[]) => (id: number) => string;

export class OrderBook {
  readonly ids: Int32Array;
  readonly customers: Int32Array;
  readonly days: Int32Array;
  readonly stages: Uint8Array;
  /** Where the orders of each customer begin, by number; those of the next one end them. */
  readonly #starts: Int32Array;

  constructor(orders: OrderColumns, keysOf: KeysOf) {
    const { size, customers, greatest } = orders;
    this.#starts = new Int32Array(greatest + 2);
    for (let at = 0; at < size; at++) this.#add((customers[at] as number) + 1, 1);
    for (let customer = 1; customer < this.#starts.length; customer++)
      this.#add(customer, this.#starts[customer - 1] as number);
    const places = placed(orders, this.#starts, keysOf);
    [this.ids, this.customers, this.days] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
    this.stages = new Uint8Array(size);
    for (let place = 0; place < size; place++) {
      const at = places[place] as number;
      this.ids[place] = orders.ids[at] as number;
      this.customers[place] = customers[at] as number;
      this.days[place] = orders.days[at] as number;
      this.stages[place] = orders.stages[at] as number;
    }
  }

  #add(customer: number, orders: number): void {
    this.#starts[customer] = (this.#starts[customer] as number) + orders;
  }

  get size(): number {
    return this.ids.length;
  }

  /** Where the orders of a customer begin and, exclusive, end. */
  of(customer: number): readonly [start: number, end: number] {
    if (customer + 1 >= this.#starts.length) return [0, 0];
    return [this.#starts[customer] as number, this.#starts[customer + 1] as number];
  }

  /** Where each order stands, by its number; -1 of one that is not in it. */
  places(): Int32Array {
    const places = new Int32Array(this.ids.reduce((greatest, id) => Math.max(greatest, id), 0) + 1).fill(-1);
    for (let at = 0; at < this.size; at++) places[this.ids[at] as number] = at;
    return places;
  }

  /** Customers with any order, ascending. */
  *everybody(): Generator<number> {
    for (let customer = 0; customer + 1 < this.#starts.length; customer++)
      if (this.#starts[customer] !== this.#starts[customer + 1]) yield customer;
  }

  /** The first day after this one on which a customer ordered. */
  nextAfter(customer: number, day: number): number | undefined {
    const [start, end] = this.of(customer);
    let found: number | undefined;
    for (let at = end - 1; at >= start && (this.days[at] as number) > day; at--) found = this.days[at];
    return found;
  }
}

/** The orders in the order they come in. */
export class OrderColumns {
  size = 0;
  greatest = 0;
  ids = new Int32Array(1024);
  customers = new Int32Array(1024);
  days = new Int32Array(1024);
  placed = new Float64Array(1024);
  stages = new Uint8Array(1024);

  /** `day` is a day number, `placedAt` UTC seconds, `stage` 1 of one that was shipped and 2 of one that is completed. */
  add(id: number, customer: number, day: number, placedAt: number, stage: number): void {
    const at = this.size++;
    if (at >= this.ids.length) this.#grow();
    this.ids[at] = id;
    this.customers[at] = customer;
    this.days[at] = day;
    this.placed[at] = placedAt;
    this.stages[at] = stage;
    if (customer > this.greatest) this.greatest = customer;
  }

  #grow(): void {
    const length = 2 * this.ids.length;
    this.ids = grown(this.ids, new Int32Array(length));
    this.customers = grown(this.customers, new Int32Array(length));
    this.days = grown(this.days, new Int32Array(length));
    this.placed = grown(this.placed, new Float64Array(length));
    this.stages = grown(this.stages, new Uint8Array(length));
  }
}

function grown<T extends Int32Array | Float64Array | Uint8Array>(old: T, longer: T): T {
  longer.set(old);
  return longer;
}

/** Of each place in the book which of the columns stands there. */
function placed(orders: OrderColumns, starts: Int32Array, keysOf: KeysOf): Int32Array {
  const { size, customers, placed: at } = orders;
  const places = new Int32Array(size);
  const next = starts.slice();
  for (let order = 0; order < size; order++) {
    const customer = customers[order] as number;
    const start = starts[customer] as number;
    let place = next[customer] as number;
    next[customer] = place + 1;
    // Most come in order already.
    for (; place > start && (at[places[place - 1] as number] as number) > (at[order] as number); place--)
      places[place] = places[place - 1] as number;
    places[place] = order;
  }
  inOrderOfKeys(orders, places, keysOf);
  return places;
}

/** Puts those in order that a customer placed at one moment. */
function inOrderOfKeys({ size, customers, placed: at, ids }: OrderColumns, places: Int32Array, keysOf: KeysOf): void {
  const isOneMoment = (a: number, b: number) => customers[a] === customers[b] && at[a] === at[b];
  const runs: Int32Array[] = [];
  for (let start = 0, end; start < size; start = end) {
    for (end = start + 1; end < size && isOneMoment(places[start] as number, places[end] as number); ) end++;
    if (end > start + 1) runs.push(places.subarray(start, end));
  }
  const keyOf = keysOf(runs.flatMap((run) => Array.from(run, (order) => ids[order] as number)));
  for (const run of runs) run.sort((a, b) => (keyOf(ids[a] as number) < keyOf(ids[b] as number) ? -1 : 1));
}
