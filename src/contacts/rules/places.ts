/** The places whose rules are written down, and which of them holds in a country. To add one: a file, and a line here. */
import { cn } from './cn.ts';
import { elsewhere } from './elsewhere.ts';
import { euUk } from './eu-uk.ts';
import type { Place } from './rule.ts';
import { us } from './us.ts';

export const PLACES: readonly Place[] = [cn, euUk, us, elsewhere];

const byCountry = new Map(PLACES.flatMap((place) => place.countries.map((country) => [country, place] as const)));

export const placeOf = (country: string): Place => byCountry.get(country.toUpperCase()) ?? elsewhere;
