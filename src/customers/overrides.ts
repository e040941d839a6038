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
    } else if (groups.joinUnless(override.sides.flat(), () => splits.some((split) => groups.holdTogether(split)))) {
      merges.push(override);
    }
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

  /** False, and nothing is changed, where that would be wrong. */
  joinUnless(all: readonly number[], isWrong: () => boolean): boolean {
    const before = this.#groupOf;
    const groups = new Set(all.map((one) => this.find(one)));
    const lowest = Math.min(...groups);
    this.#groupOf = new Map(before);
    for (const [one, group] of before) if (groups.has(group)) this.#groupOf.set(one, lowest);
    for (const one of all) this.#groupOf.set(one, lowest);
    if (!isWrong()) return true;
    this.#groupOf = before;
    return false;
  }
}
