/** The zones that somebody may live in, by what is known of where that is. */
import { countryCode } from '../values/countries.ts';
import { subdivision } from '../values/subdivisions.ts';
import { PROVINCE_ZONES } from './province-zones.ts';

export interface PlaceZone {
  /** ISO 3166-1 alpha-2; null where it is not known. */
  readonly country: string | null;
  /** The state or province by ISO 3166-2; null where it is not known here. */
  readonly part: string | null;
  /** At least one: all that are kept there, or that of the shop where the country is not known. */
  readonly zones: readonly string[];
}

/** All China keeps the time of Beijing, by law; Unicode has Ürümqi too. */
const ONE_ZONE: Readonly<Record<string, string>> = { CN: 'Asia/Shanghai' };

const byCountry = new Map<string, readonly string[]>();

/** Country and province as an archive has them: codes, or names as people write them. */
export function placeZone(country: string | null, province: string | null, shopZone: string): PlaceZone {
  const code = country === null ? null : codeOf(country);
  const zones = code === null ? [] : zonesOf(code);
  if (code === null || zones.length === 0) return { country: code, part: null, zones: [shopZone] };
  const part = province === null ? null : (subdivision(code, province)?.code ?? null);
  return { country: code, part, zones: partZones(part) ?? zones };
}

export const partZones = (part: string | null): readonly string[] | undefined =>
  part === null ? undefined : PROVINCE_ZONES.get(part);

/** The names take some time to gather, and most archives have codes. */
function codeOf(country: string): string | null {
  if (/^[A-Z]{2}$/.test(country)) return new Intl.Locale(`und-${country}`).region ?? country;
  return countryCode(country.toUpperCase()) ?? countryCode(country) ?? null;
}

function zonesOf(country: string): readonly string[] {
  let zones = byCountry.get(country);
  if (!zones) byCountry.set(country, (zones = lookUp(country)));
  return zones;
}

function lookUp(country: string): readonly string[] {
  const one = ONE_ZONE[country];
  if (one !== undefined) return [one];
  // A method in newer releases of Node, a property in older ones; the types have neither.
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & {
    readonly timeZones?: readonly string[];
    getTimeZones?(): readonly string[];
  };
  // A shop writes Puerto Rico as a state, too.
  const parts = [...PROVINCE_ZONES].flatMap(([part, zones]) => (part.startsWith(`${country}-`) ? zones : []));
  return [...new Set([...(locale.getTimeZones?.() ?? locale.timeZones ?? []), ...parts])];
}
