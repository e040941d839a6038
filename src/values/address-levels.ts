/** Reads province, city and district off the front of a Chinese address, whole or short, and never guesses. */
import { ZONES } from './changed-divisions.ts';
import { type City, type DivisionIndex, divisionIndex, type Province } from './division-index.ts';

export interface AddressLevels {
  readonly province: string;
  readonly city?: string;
  readonly district?: string;
  /** Where the rest of the address begins. */
  readonly end: number;
}

interface Match<T> {
  readonly value: T;
  readonly end: number;
  readonly short: boolean;
}

/** Between the levels, and the country in front of them. */
const BETWEEN = /^(?:[\s,，、·/|-]+|中国(?=[\s,，]|\p{Script=Han}{2}))+/u;
/** 市辖区 and the like are no names. */
const NO_NAME = /^(?:市辖区|省直辖县级行政区划|自治区直辖县级行政区划|省直辖|其它区|其他区|县(?=\s))/;
/** What makes a street or a place of the name in front of it: 江西路, 西湖大道; or shows that it is cut off. */
const STREET =
  /^(?:["“”']|[东西南北中大新环一二三四五六七八九十]{0,3}(?:路|街|巷|弄|胡同|桥|村|镇|乡|山庄|站|里(?!区)|园)|[东西南北中]?大?道(?![里外]区)|号|店|(?:文化)?广场|大厦|公寓|花园|小区|社区|会馆|饭店|酒店|商城)/;

/** Undefined where not even a province is certain. */
export function addressLevels(text: string): AddressLevels | undefined {
  const index = divisionIndex();
  const start = skip(text, 0);
  const whole = withProvince(text, start, index);
  const known = whole.find(({ district }) => district !== undefined);
  if (known) return known;
  const options = [
    ...whole,
    ...withCity(text, start, index.cities, undefined, index),
    ...withDistrict(text, start, index, undefined),
  ];
  // The longest reading is the true one: 吉林市 is not the province 吉林 and a 市.
  return options.toSorted((a, b) => b.end - a.end || levels(b) - levels(a))[0];
}

const levels = ({ city, district }: AddressLevels): number =>
  (city === undefined ? 0 : 1) + (district === undefined ? 0 : 1);

function skip(text: string, at: number): number {
  return at + (BETWEEN.exec(text.slice(at, at + 40))?.[0].length ?? 0);
}

function longest<T extends { readonly name: string } | string>(
  text: string,
  at: number,
  map: ReadonlyMap<string, T>,
): Match<T> | undefined {
  for (const name of namesAt(text, at, map)) {
    const value = map.get(name) as T;
    const short = name !== (typeof value === 'string' ? value : value.name);
    const end = at + name.length;
    // A short name may be the beginning of a street's.
    if (short && STREET.test(text.slice(end))) continue;
    return { value, end, short };
  }
  return undefined;
}

/** Names by their first two characters, longest first. */
const beginnings = new WeakMap<ReadonlyMap<string, unknown>, ReadonlyMap<string, readonly string[]>>();

/** The names of `map` that stand in `text` at `at`, longest first. */
function* namesAt(text: string, at: number, map: ReadonlyMap<string, unknown>): Generator<string> {
  let names = beginnings.get(map);
  if (!names) beginnings.set(map, (names = byBeginning([...map.keys()])));
  for (const name of names.get(text.slice(at, at + 2)) ?? []) if (text.startsWith(name, at)) yield name;
}

function byBeginning(names: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const name of names.toSorted((a, b) => b.length - a.length)) {
    const beginning = name.slice(0, 2);
    const others = found.get(beginning);
    if (others) others.push(name);
    else found.set(beginning, [name]);
  }
  return found;
}

function withProvince(text: string, at: number, index: DivisionIndex): AddressLevels[] {
  const found = longest(text, at, index.provinces);
  if (!found) return [];
  const { value: province } = found;
  let next = skip(text, found.end);
  // 浙江省浙江省杭州市, 北京北京市
  const own = province.cities.get(province.name);
  // 吉林省吉林市 goes on with the city.
  const city = own ? undefined : longest(text, next, province.cities);
  const again = city?.short === false ? undefined : longest(text, next, index.provinces);
  if (again?.value === province && !(own && longest(text, again.end, own.districts) === undefined))
    next = skip(text, again.end);
  next = skipNoName(text, next);
  const options = [
    ...(own ? withDistricts(text, again?.value === province ? again.end : next, own, found.short) : []),
    ...withCity(text, next, province.cities, found, index),
    ...withDistrict(text, next, index, province),
  ];
  if (options.length > 0) return options;
  // A short name alone says something only where a blank ends it.
  const ended = !found.short || /^\s/.test(text.slice(found.end));
  return ended ? [{ province: province.name, end: next }] : [];
}

function withCity(
  text: string,
  at: number,
  cities: ReadonlyMap<string, City>,
  province: Match<Province> | undefined,
  index: DivisionIndex,
): AddressLevels[] {
  const found = longest(text, at, cities);
  if (!found) return [];
  const { value: city } = found;
  const next = skip(text, found.end);
  const again = longest(text, next, index.cities);
  const options = withDistricts(
    text,
    again?.value === city && !again.short ? again.end : found.end,
    city,
    found.short && province !== undefined,
  );
  // 深圳 alone is a name of streets and firms everywhere; with its district, or behind its province, it is the city.
  const certain = !found.short || province !== undefined;
  return options.filter((option) => certain || option.district !== undefined);
}

/** The city with the district behind it, or alone. A short district is only read behind short names. */
function withDistricts(text: string, at: number, city: City, shortStyle: boolean): AddressLevels[] {
  const next = skipNoName(text, skip(text, at));
  const base = { province: city.province.name, city: city.name };
  const found = longest(text, next, city.districts);
  const blanksAround = found !== undefined && /^\s/.test(text.slice(found.end));
  if (found && (!found.short || shortStyle || blanksAround))
    return [{ ...base, district: found.value, end: found.end }];
  // Behind 其它区 the platform has said that there is none, and 工业园区1号 is a gate.
  const zone = ZONES.find(
    (name) => text.startsWith(name, next) && !/^[\d０-９号]/.test(text.slice(next + name.length)),
  );
  if (zone !== undefined && next === skip(text, at)) return [{ ...base, district: zone, end: next + zone.length }];
  return [{ ...base, end: next }];
}

function skipNoName(text: string, at: number): number {
  const length = NO_NAME.exec(text.slice(at, at + 12))?.[0].length;
  return length === undefined ? at : skip(text, at + length);
}

/** A district without its city is only read where there is one of its name in the province, or in the country. */
function withDistrict(text: string, at: number, index: DivisionIndex, province: Province | undefined): AddressLevels[] {
  for (const name of namesAt(text, at, index.districts)) {
    if (name.length < 3) break;
    const cities = index.districts.get(name)?.filter((city) => province === undefined || city.province === province);
    const [city, ...others] = cities ?? [];
    if (!city) continue;
    if (others.length > 0) return [];
    return [{ province: city.province.name, city: city.name, district: name, end: at + name.length }];
  }
  return [];
}
