/** Who is who as it was said by hand: merges and splits, and which of them hold where they contradict each other. */

export interface Override {
  readonly id: number;
  readonly kind: 'merge' | 'split';
  /** Records. Of a split, those that stay and those that leave; of a merge, whose they were. */
  readonly sides: readonly [readonly number[], readonly number[]];
}

export interface Agreed {
  readonly merges: readonly Override[];
  readonly splits: readonly Override[];
}

/** `all` are those in force, in any order. One that contradicts later ones is without effect as long as these stand. */
export function agreeing(all: readonly Override[]): Agreed {
  const groups = new Groups();
  const merges: Override[] = [];
  const splits: Override[] = [];
  for (const override of all.toSorted((a, b) => b.id - a.id)) {
    if (override.kind === 'split') {
      if (!groups.holdTogether(override)) splits.push(override);
      continue;
    }
    // Link by link, so that whoever leaves later takes nobody along.
    const [first = 0, ...others] = override.sides.flat();
    for (const other of others)
      if (groups.joinUnless([first, other], splits)) merges.push({ ...override, sides: [[first], [other]] });
  }
  return { merges, splits };
}

/** Things that belong together, by number: joined and, where that proves wrong, as they were. */
export class Groups {
  #groupOf = new Map<number, number>();

  /** The lowest of those it is together with. */
  find(one: number): number {
    return this.#groupOf.get(one) ?? one;
  }

  /** Some of the one side with some of the other. */
  holdTogether({ sides: [stay, leave] }: Pick<Override, 'sides'>): boolean {
    const staying = new Set(stay.map((one) => this.find(one)));
    return leave.some((one) => staying.has(this.find(one)));
  }

  /** False, and nothing is changed, where it would bring together what one of the splits keeps apart. */
  joinUnless(all: readonly number[], splits: readonly Pick<Override, 'sides'>[]): boolean {
    const groups = new Set(all.map((one) => this.find(one)));
    const lowest = Math.min(...groups);
    const before: [one: number, group: number | undefined][] = [];
    const move = (one: number) => {
      before.push([one, this.#groupOf.get(one)]);
      this.#groupOf.set(one, lowest);
    };
    for (const [one, group] of this.#groupOf) if (groups.has(group) && group !== lowest) move(one);
    for (const one of all) if (this.#groupOf.get(one) !== lowest) move(one);
    if (!splits.some((split) => this.holdTogether(split))) return true;
    for (const [one, group] of before) {
      if (group === undefined) this.#groupOf.delete(one);
      else this.#groupOf.set(one, group);
    }
    return false;
  }
}
