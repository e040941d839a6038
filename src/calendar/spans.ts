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

/** What lies between them. */
export const between = (spans: readonly Span[]): Span[] =>
  spans.slice(1).map(({ from }, index) => ({ from: spans[index]?.to ?? from, to: from }));
