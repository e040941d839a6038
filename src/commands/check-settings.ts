/** How a shop is set up by flags: platform, zone, currency and country must be some that exist. */
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import type { Advice } from '../messages/file-problems.ts';
import { platformNamed, platforms } from '../platforms/index.ts';
import { countryCode } from '../values/countries.ts';
import { currencyCodes, isCurrencyCode } from '../values/currency-codes.ts';
import { readCurrency } from '../values/currency-names.ts';
import { nearest } from '../values/nearest.ts';
import { isZone } from '../values/zones.ts';

export interface ShopFlags {
  readonly platform?: string | undefined;
  readonly timezone?: string | undefined;
  readonly currency?: string | undefined;
  readonly country?: string | undefined;
}

/** Throws UsageError, with the nearest that exists where one is near. */
export function checkSettings(context: Context, { platform, timezone, currency, country }: ShopFlags): void {
  const { ingest, shell } = context.words;
  const refuse = ([message, hint]: Advice, near: string | undefined): never => {
    throw new UsageError(message, { code: 'bad_value', hint: near === undefined ? hint : shell.didYouMean(near) });
  };
  if (platform !== undefined && !platformNamed(platform)) {
    const known = platforms.map(({ name }) => name);
    refuse(ingest.unknownPlatform(platform, known.join(', ')), nearest(platform, known));
  }
  if (timezone !== undefined && !isZone(timezone))
    refuse(
      ingest.badValue('--timezone', timezone, 'Asia/Shanghai, America/New_York, +08:00'),
      nearest(timezone, Intl.supportedValuesOf('timeZone')),
    );
  if (currency !== undefined && !isCurrencyCode(currency))
    refuse(ingest.badValue('--currency', currency, 'CNY, USD, EUR'), nearestCurrency(currency));
  if (country !== undefined && !/^[A-Z]{2}$/.test(country))
    refuse(ingest.badValue('--country', country, 'CN, US, DE'), countryCode(country));
}

/** By its name, else by its letters. */
function nearestCurrency(text: string): string | undefined {
  const named = readCurrency(text, '');
  return named !== undefined && isCurrencyCode(named) ? named : nearest(text, currencyCodes());
}
