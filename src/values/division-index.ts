/** Looks up provinces, cities and districts by whole and short names. Built on first use, in some milliseconds. */
import { CHANGED } from './changed-divisions.ts';
import { DIVISIONS } from './divisions.ts';

export interface City {
  readonly name: string;
  readonly province: Province;
  /** Whole and short names to whole names. */
  readonly districts: Map<string, string>;
}

export interface Province {
  readonly name: string;
  readonly cities: Map<string, City>;
}

export interface DivisionIndex {
  readonly provinces: ReadonlyMap<string, Province>;
  readonly cities: ReadonlyMap<string, City>;
  /** Whole names of districts, and every city that has such a one. */
  readonly districts: ReadonlyMap<string, readonly City[]>;
}

let index: DivisionIndex | undefined;

export function divisionIndex(): DivisionIndex {
  return (index ??= build());
}

const PEOPLES =
  '土家族|苗族|藏族|羌族|彝族|布依族|侗族|哈尼族|壮族|傣族|白族|景颇族|傈僳族|回族|蒙古族|蒙古|哈萨克|柯尔克孜|朝鲜族';
const CITY_ENDING = new RegExp(`(?:市|地区|盟|林区|(?:${PEOPLES})*自治州)$`);
const DISTRICT_ENDING = /(?:新区|区|县|市|旗)$/;
const PROVINCE_ENDING = /(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)$/;

function build(): DivisionIndex {
  const provinces = new Map<string, Province>();
  const cities = new Map<string, City>();
  const districts = new Map<string, City[]>();
  for (const line of DIVISIONS) {
    const [name = '', rest = ''] = line.split('|');
    const province: Province = { name, cities: new Map() };
    for (const alias of [name, name.replace(PROVINCE_ENDING, '')]) provinces.set(alias, province);
    for (const text of rest.split(';')) {
      const [cityName = '', list = ''] = text.split(':');
      const city: City = { name: cityName, province, districts: new Map() };
      addCity(city, cities);
      for (const district of [...list.split(','), ...(CHANGED[cityName]?.split(',') ?? [])])
        if (district !== '') addDistrict(city, district, districts);
    }
  }
  return { provinces, cities, districts };
}

/** Whole names win where a short one is the same: the county 海南县 is no province 海南. */
function addCity(city: City, cities: Map<string, City>): void {
  const { name, province } = city;
  const stem = name.replace(CITY_ENDING, '');
  for (const map of [province.cities, cities]) {
    map.set(name, city);
    if (stem.length < 2 || stem === name) continue;
    if (!map.has(stem)) map.set(stem, city);
    if (name.endsWith('州') && !map.has(`${stem}州`)) map.set(`${stem}州`, city);
  }
}

function addDistrict(city: City, name: string, districts: Map<string, City[]>): void {
  city.districts.set(name, name);
  const known = districts.get(name);
  if (known) known.push(city);
  else districts.set(name, [city]);
  const stem = name.replace(DISTRICT_ENDING, '');
  if (stem.length >= 2 && !city.districts.has(stem)) city.districts.set(stem, name);
}
