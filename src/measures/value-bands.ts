/** Value bands by cumulative share of net, as Pareto counted it: who makes the first half, and so on. */
export const VALUE_BANDS = ['vip', 'major', 'ordinary', 'small'] as const;
export type ValueBand = (typeof VALUE_BANDS)[number];

/** The share of all net at which a band ends; what is left is `small`. */
export const BAND_SHARES = { vip: 0.5, major: 0.8, ordinary: 0.95 } as const;

export interface BandLimits {
  /** The least net amount, in minor units, that is still in the band; null where the band is empty. */
  readonly vip: number | null;
  readonly major: number | null;
  readonly ordinary: number | null;
}

/** Equal amounts are in the same band: a tie takes the better one. Amounts of 0 and less are small. */
export function bandLimits(amounts: readonly number[]): BandLimits {
  const positive = amounts.filter((amount) => amount > 0).toSorted((a, b) => b - a);
  const total = positive.reduce((sum, amount) => sum + amount, 0);
  const limit = (share: number): number | null => {
    let sum = 0;
    let least: number | null = null;
    for (const amount of positive) {
      // The customer who crosses the line still belongs to those who make the share.
      if (sum >= total * share) break;
      sum += amount;
      least = amount;
    }
    return least;
  };
  return { vip: limit(BAND_SHARES.vip), major: limit(BAND_SHARES.major), ordinary: limit(BAND_SHARES.ordinary) };
}

export function valueBand(amount: number, limits: BandLimits): ValueBand {
  for (const band of ['vip', 'major', 'ordinary'] as const) {
    const least = limits[band];
    if (amount > 0 && least !== null && amount >= least) return band;
  }
  return 'small';
}
