/** Stretches of time, in seconds since 1970: from the first up to the last, which is no longer in it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What is in one of each. Both in order, as is what comes out. */
export const intersection = (some: readonly Span[], others: readonly Span[]): Span[] =>
  some.flatMap((one) =>
    others.flatMap((other) => {
      const [from, to] = [Math.max(one.from, other.from), Math.min(one.to, other.to)];
      return from < to ? [{ from, to }] : [];
    }),
  );

/** The first of the longest. */
export const longest = (spans: readonly Span[]): Span | undefined =>
  spans.toSorted((one, other) => other.to - other.from - (one.to - one.from))[0];
