/** Exchange rates as exact decimals: `7.1` is 7.1 units of the target for one of the currency. */
import { exponentOf } from '../values/exponents.ts';

const DECIMAL = { point: /^(\d{1,12})(?:\.(\d{1,15}))?$/, comma: /^(\d{1,12})(?:,(\d{1,15}))?$/ } as const;

/** With a point and without needless zeros; undefined for what is no decimal number above 0. */
export function readRate(text: string, decimal: 'point' | 'comma'): string | undefined {
  const [, whole = '', fraction = ''] = DECIMAL[decimal].exec(text.normalize('NFKC').trim()) ?? [];
  const [units, parts] = [whole.replace(/^0+(?=\d)/, ''), fraction.replace(/0+$/, '')];
  if (units === '' || (units === '0' && parts === '')) return undefined;
  return parts === '' ? units : `${units}.${parts}`;
}

/** A unit of the dearest currency buys some millions of the cheapest one. */
const MOST = 1e9;

/** Whether any currency may ever be worth so much, or so little, of another. */
export const isPlausibleRate = (rate: string): boolean => Number(rate) <= MOST && Number(rate) >= 1 / MOST;

/** Minor units of the target for minor units of the currency, rounded half away from zero. */
export function convert(minor: number, rate: string, currency: string, target: string): bigint {
  const [whole = '', fraction = ''] = rate.split('.');
  const amount = BigInt(minor) * BigInt(whole + fraction) * 10n ** BigInt(exponentOf(target));
  const unit = 10n ** BigInt(fraction.length + exponentOf(currency));
  const half = amount < 0n ? -unit : unit;
  return (2n * amount + half) / (2n * unit);
}

/** The latest on or before a day, of some in the order of their days. */
export function rateOn<R extends { readonly day: string }>(rates: readonly R[], day: string): R | undefined {
  let [from, to] = [0, rates.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((rates[middle] as R).day <= day) from = middle + 1;
    else to = middle;
  }
  return rates[from - 1];
}
