/** Chinese addresses in one cell into province, city, district and the rest, with the postcode in brackets. Never guessed. */
import { addressLevels } from './address-levels.ts';
import { divisionIndex } from './division-index.ts';
import { ownText } from './own-text.ts';

export interface ChineseAddress {
  readonly province: string | undefined;
  readonly city: string | undefined;
  readonly district: string | undefined;
  readonly address: string;
  readonly postcode: string | undefined;
}

type Split = Omit<ChineseAddress, 'postcode'>;

/** A longer cell is a message. */
const LONGEST = 500;
const POSTCODE = /[(（]([\d０-９]{6})[)）]\s*$/;
const CHINESE = /\p{Script=Han}{2}/u;
/** Where a platform says that it has no district. */
const NO_DISTRICT = /^(?:其它区|其他区|市辖区)$/;

/** `address` is the whole text where nothing of it is certain. */
export function splitChineseAddress(text: string): ChineseAddress {
  if (text.length > LONGEST) return withPostcode(unsplit(text), undefined);
  const bracket = text.includes(')') || text.includes('）') ? POSTCODE.exec(text) : null;
  const address = (bracket ? text.slice(0, bracket.index) : text).trim();
  const code = bracket?.[1]?.normalize('NFKC');
  const split = atBlanks(address) ?? (CHINESE.test(address) ? byNames(address) : unsplit(address));
  return withPostcode(split, code === '000000' ? undefined : code);
}

/** Every address has the same properties in the same order, written out: millions of them are made and read. */
function withPostcode({ province, city, district, address }: Split, postcode: string | undefined): ChineseAddress {
  return { province, city, district, address, postcode };
}

const unsplit = (address: string): Split => ({ province: undefined, city: undefined, district: undefined, address });

/** `省 市 区 街道` as platforms write it, when all three are known. */
function atBlanks(address: string): Split | undefined {
  const first = address.indexOf(' ');
  const second = address.indexOf(' ', first + 1);
  const third = address.indexOf(' ', second + 1);
  if (first < 0 || second <= first + 1 || third <= second + 1) return undefined;
  const parts = address.slice(0, third);
  let known = places.get(parts);
  if (known === undefined) {
    const province = divisionIndex().provinces.get(address.slice(0, first));
    const city = province?.cities.get(address.slice(first + 1, second));
    const district = city?.districts.get(address.slice(second + 1, third));
    known = province && city && district !== undefined ? [province.name, city.name, district] : null;
    if (places.size < MOST_PLACES) places.set(ownText(parts), known);
  }
  if (known === null) return undefined;
  const [province, city, district] = known;
  return withoutRepetition(province, city, district, address.slice(third + 1));
}

/** What stands before the third blank, and what it is; null for no division. */
const places = new Map<string, readonly [province: string, city: string, district: string] | null>();
const MOST_PLACES = 10_000;

function byNames(address: string): Split {
  const levels = addressLevels(address);
  if (!levels) return unsplit(address);
  const { province, end } = levels;
  let { city, district } = levels;
  let rest = address.slice(end).replace(/^[\s,，、·/|"“”-]+/, '');
  // What platforms set apart by blanks is a city or a district, even one that no list has.
  if (city === undefined) [city, rest] = nextPart(rest);
  if (city !== undefined && district === undefined) [district, rest] = nextPart(rest);
  if (rest === '') return unsplit(address);
  if (district !== undefined && NO_DISTRICT.test(district)) district = undefined;
  return withoutRepetition(province, city, district, rest);
}

const PART = /^(\p{Script=Han}{2,15})\s+(?=\S)/u;
const STREET = /[路街巷弄号楼苑城厦座幢室村园道]$/;

function nextPart(text: string): [part: string | undefined, rest: string] {
  const match = PART.exec(text);
  const part = match?.[1];
  if (!match || part === undefined || (STREET.test(part) && !part.endsWith('街道'))) return [undefined, text];
  return [part, text.slice(match[0].length)];
}

function withoutRepetition(
  province: string,
  city: string | undefined,
  district: string | undefined,
  written: string,
): Split {
  return { province, city, district, address: withoutNames(province, city ?? '', district ?? '', written).trim() };
}

/** People write into the last field what the first ones say already. */
function withoutNames(province: string, city: string, district: string, address: string): string {
  // Most do not, and their first character tells.
  const first = address.charCodeAt(0);
  if (first !== province.charCodeAt(0) && first !== city.charCodeAt(0) && first !== district.charCodeAt(0))
    return address;
  for (const said of [`${province}${city}${district}`, `${city}${district}`, district])
    if (district !== '' && address.startsWith(said)) {
      const rest = address.slice(said.length).trim();
      if (rest !== '') return rest;
    }
  return address;
}
