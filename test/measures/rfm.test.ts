import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  type CutPoints,
  cutPoints,
  type Dimension,
  RFM_GRID,
  RFM_GROUPS,
  rfmGroup,
  type Score,
  scoreHigh,
  scoreLow,
} from '../../src/measures/rfm.ts';

const SCORES: readonly Score[] = [1, 2, 3, 4, 5];

describe('cut points', () => {
  it('are the quantiles at 20, 40, 60 and 80 % from five distinct values on', () => {
    expect(cutPoints('monetary', [60, 10, 50, 20, 40, 30])).toEqual({ points: [20, 30, 40, 50], origin: 'quantiles' });
    expect(cutPoints('frequency', [1, 2, 3, 4, 11])).toMatchObject({ origin: 'quantiles' });
  });

  test.each<[Dimension, number[], number[]]>([
    ['recency', [5, 5, 90, 400], [30, 90, 180, 365]],
    ['frequency', [1, 1, 1, 2, 3, 4, 1], [1, 2, 3, 5]],
    ['monetary', [1000, 1000, 3000], [500, 1000, 2000, 4000]],
    ['monetary', [1000, 3000], [1000, 2000, 4000, 8000]],
    ['recency', [], [30, 90, 180, 365]],
    ['monetary', [-400, 0, -100], [-400, -200, -100, -50]],
  ])('of %s are fixed while there are fewer: %j', (dimension, values, points) =>
    expect(cutPoints(dimension, values)).toEqual({ points, origin: 'fixed' }),
  );

  it('do not change the values they are given', () => {
    const values = [3, 1, 2];
    cutPoints('recency', values);
    expect(values).toEqual([3, 1, 2]);
  });
});

describe('scores', () => {
  const orders = cutPoints('frequency', [1, 2]);
  const days = cutPoints('recency', [1, 2]);

  test.each([
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 4],
    [5, 4],
    [6, 5],
    [60, 5],
  ])('%i orders by the fixed thresholds are %i', (count, score) => expect(scoreHigh(count, orders)).toBe(score));

  test.each([
    [0, 5],
    [30, 5],
    [31, 4],
    [90, 4],
    [91, 3],
    [180, 3],
    [365, 2],
    [366, 1],
  ])('%i days ago by the fixed thresholds is %i', (recency, score) => expect(scoreLow(recency, days)).toBe(score));

  it('of six evenly spread customers leave the best fifth at 5', () => {
    const values = [10, 20, 30, 40, 50, 60];
    const cuts = cutPoints('monetary', values);
    expect(values.map((value) => scoreHigh(value, cuts))).toEqual([1, 1, 2, 3, 4, 5]);
    expect(values.map((value) => scoreLow(value, cuts))).toEqual([5, 5, 4, 3, 2, 1]);
  });

  it('do not tell apart the seventy of a hundred who ordered once', () => {
    const orders = [...Array<number>(70).fill(1), ...Array.from({ length: 30 }, (_, index) => 2 + (index % 5))];
    const cuts: CutPoints = cutPoints('frequency', orders);
    expect(cuts.origin).toBe('quantiles');
    expect(new Set(orders.filter((count) => count === 1).map((count) => scoreHigh(count, cuts))).size).toBe(1);
  });

  it('are equal for equal values, and never lower for better ones', () => {
    const dimension = fc.constantFrom<Dimension>('recency', 'frequency', 'monetary');
    fc.assert(
      fc.property(dimension, fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 60 }), (name, values) => {
        const cuts = cutPoints(name, values);
        const ranked = values.toSorted((a, b) => a - b);
        const scores = ranked.map((value) => scoreHigh(value, cuts));
        expect(scores).toEqual(scores.toSorted((a, b) => a - b));
        for (const [index, value] of ranked.entries()) {
          if (value === ranked[index - 1]) expect(scores[index]).toBe(scores[index - 1]);
          expect(SCORES).toContain(scores[index]);
          expect(scoreLow(value, cuts)).toBe(6 - (scores[index] ?? 0));
        }
      }),
    );
  });
});

describe('the grid', () => {
  it('gives every pair of scores exactly one group, and every group at least one pair', () => {
    const cells = SCORES.flatMap((recency) => SCORES.map((frequency) => rfmGroup(recency, frequency)));
    expect(cells).toHaveLength(25);
    expect([...new Set(cells)].toSorted()).toEqual([...RFM_GROUPS].toSorted());
    expect(RFM_GRID.map((row) => row.length)).toEqual([5, 5, 5, 5, 5]);
  });

  test.each<[Score, Score, string]>([
    [5, 5, 'champions'],
    [5, 1, 'new_customers'],
    [4, 1, 'promising'],
    [4, 4, 'loyal'],
    [5, 2, 'potential_loyalist'],
    [3, 3, 'need_attention'],
    [3, 1, 'about_to_sleep'],
    [1, 3, 'at_risk'],
    [1, 5, 'cant_lose'],
    [1, 1, 'hibernating'],
  ])('knows recency %i, frequency %i as %s', (recency, frequency, group) =>
    expect(rfmGroup(recency, frequency)).toBe(group),
  );
});
