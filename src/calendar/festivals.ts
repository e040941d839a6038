/** Festivals by name, and the day of each in a year. */
import { FESTIVALS, type FestivalDay, type FestivalId } from './festival-list.ts';
import { lunarDay, lunarNewYearsEve, solarTerm } from './lunar.ts';
import { yearlyDay } from './yearly-day.ts';

const days = new Map<FestivalId, FestivalDay>(FESTIVALS.map(({ id, day }) => [id, day]));
const known = new Map(
  FESTIVALS.flatMap(({ id, names }) => [id, ...names].map((name): [string, FestivalId] => [keyOf(name), id])),
);

/** By its id or by any name in Chinese, pinyin or English. */
export const festivalNamed = (text: string): FestivalId | undefined => known.get(keyOf(text));

/** Every name, to propose one that is near. */
export const festivalNames = (): string[] => FESTIVALS.flatMap(({ id, names }) => [id, ...names]);

/**
 * The ISO day of a festival that belongs to a year. What closes a lunar year, 腊八 to 除夕, belongs to the year of the
 * Spring Festival it leads to, and may fall into the last days of December before.
 */
export function dayOf(festival: FestivalId, year: number): string {
  const rule = days.get(festival);
  if (!rule) throw new Error(`no festival ${festival}`);
  if ('lunar' in rule) return lunarDay(year, ...rule.lunar);
  if ('term' in rule) return solarTerm(year, rule.term);
  if (!('before' in rule)) return yearlyDay(rule, year);
  return rule.before === 'last day' ? lunarNewYearsEve(year) : lunarDay(year - 1, ...rule.before);
}

/** Without blanks, signs, tones, capitals and a 节 at the end. */
function keyOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  // 春节 would be nothing but spring.
  return plain.length > 2 ? plain.replace(/节$/, '') : plain;
}
