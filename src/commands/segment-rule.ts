/** The rule behind a built-in segment with the figures it has on that day. */
import type { Population } from '../measures/population.ts';
import { RFM_GRID } from '../measures/rfm.ts';
import type { Words } from '../messages/words.ts';
import { amount } from '../output/amounts.ts';
import type { Builtin } from '../segments/builtins.ts';

export function ruleOf(words: Words, builtin: Builtin, population: Population): string {
  const { measures } = words.segments;
  if (builtin.kind === 'lifecycle') return `${measures.lifecycleRule}\n${measures.rhythmRule}`;
  if (builtin.kind === 'value') return `${measures.valueRule}\n${bandText(words, population)}`;
  const cells = RFM_GRID.flatMap((row, recency) =>
    row.flatMap((group, frequency) => (group === builtin.name ? [`R${recency + 1}F${frequency + 1}`] : [])),
  );
  return `${measures.rfmRule} ${cells.join(' ')}\n${cutText(words, population)}`;
}

export function cutText(words: Words, population: Population): string {
  const { measures } = words.segments;
  const { cuts, currency } = population;
  const plain = (points: readonly number[]) => points.map((point) => Number(point.toFixed(1))).join(', ');
  const line = (label: string, points: string, origin: 'quantiles' | 'fixed') =>
    `${label}: ${measures.cuts(points, measures[origin])}`;
  return [
    line(measures.recency, plain(cuts.recency.points), cuts.recency.origin),
    line(measures.frequency, plain(cuts.frequency.points), cuts.frequency.origin),
    line(
      measures.monetary,
      cuts.monetary.points.map((point) => amount(Math.round(point), currency)).join(', '),
      cuts.monetary.origin,
    ),
  ].join('\n');
}

export function bandText(words: Words, { bands, currency }: Population): string {
  const parts = (['vip', 'major', 'ordinary'] as const).flatMap((band) => {
    const least = bands[band];
    return least === null ? [] : [words.segments.measures.limit(band, amount(least, currency))];
  });
  return parts.join(' · ');
}
