/** The rule behind a built-in segment with the figures it has on that day. */
import { LATENESS_LIMITS, REGULAR_FROM_ORDERS } from '../measures/lifecycle.ts';
import type { Population } from '../measures/population.ts';
import { RFM_GRID } from '../measures/rfm.ts';
import type { Words } from '../messages/words.ts';
import { amount } from '../output/amounts.ts';
import type { Builtin } from '../segments/builtins.ts';

/** In full, with the cut points or limits it follows from. */
export function ruleOf(words: Words, builtin: Builtin, population: Population): string {
  const { measures } = words.segments;
  if (builtin.kind === 'lifecycle') return `${shortRule(words, builtin, population)}\n${measures.rhythmRule}`;
  if (builtin.kind === 'value') return `${measures.valueRule}\n${bandText(words, population)}`;
  return `${measures.rfmRule} ${shortRule(words, builtin, population)}\n${cutText(words, population)}`;
}

/** In one line, beside its name in a list. */
export function shortRule(words: Words, { kind, name }: Builtin, { bands, currency }: Population): string {
  const { measures, stageRules } = words.segments;
  if (kind === 'rfm')
    return RFM_GRID.flatMap((row, r) => row.flatMap((group, f) => (group === name ? [`R${r + 1}F${f + 1}`] : []))).join(
      ' ',
    );
  if (kind === 'lifecycle')
    return new Map<string, string>(Object.entries(stageRules(LATENESS_LIMITS, REGULAR_FROM_ORDERS))).get(name) ?? '';
  if (name === 'small') {
    const limit = bands.ordinary ?? bands.major ?? bands.vip;
    return limit === null ? '' : measures.below(amount(limit, currency));
  }
  const least = name === 'vip' ? bands.vip : name === 'major' ? bands.major : bands.ordinary;
  return least === null ? measures.nobody : measures.least(amount(least, currency));
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
