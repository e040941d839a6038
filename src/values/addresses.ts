/** Chinese addresses in one cell into province, city, district and the rest, with the postcode in brackets. Never guessed. */
import { addressLevels } from './address-levels.ts';
import { divisionIndex } from './division-index.ts';
import { ownText } from './own-text.ts';

export interface ChineseAddress {
  readonly province?: string;
  readonly city?: string;
  readonly district?: string;
  readonly address: string;
  readonly postcode?: string;
}

/** A longer cell is a message. */
const LONGEST = 500;
const POSTCODE = /[(（]([\d０-９]{6})[)）]\s*$/;
const CHINESE = /\p{Script=Han}{2}/u;
/** Where a platform says that it has no district. */
const NO_DISTRICT = /^(?:其它区|其他区|市辖区)$/;

/** `address` is the whole text where nothing of it is certain. */
export function splitChineseAddress(text: string): ChineseAddress {
  if (text.length > LONGEST) return { address: text };
  const bracket = text.includes(')') || text.includes('）') ? POSTCODE.exec(text) : null;
  const address = (bracket ? text.slice(0, bracket.index) : text).trim();
  const code = bracket?.[1]?.normalize('NFKC');
  const stated = code !== undefined && code !== '000000' ? { postcode: code } : {};
  const split = atBlanks(address) ?? (CHINESE.test(address) ? byNames(address) : { address });
  return code === undefined ? split : { ...split, ...stated };
}

/** `省 市 区 街道` as platforms write it, when all three are known. */
function atBlanks(address: string): ChineseAddress | undefined {
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
  return withoutRepetition({ province, city, district, address: address.slice(third + 1) });
}

/** What stands before the third blank, and what it is; null for no division. */
const places = new Map<string, readonly [province: string, city: string, district: string] | null>();
const MOST_PLACES = 10_000;

function byNames(address: string): ChineseAddress {
  const levels = addressLevels(address);
  if (!levels) return { address };
  const { province, end } = levels;
  let { city, district } = levels;
  let rest = address.slice(end).replace(/^[\s,，、·/|"“”-]+/, '');
  // What platforms set apart by blanks is a city or a district, even one that no list has.
  if (city === undefined) [city, rest] = nextPart(rest);
  if (city !== undefined && district === undefined) [district, rest] = nextPart(rest);
  if (rest === '') return { address };
  return withoutRepetition({
    province,
    ...(city === undefined ? {} : { city }),
    ...(district === undefined || NO_DISTRICT.test(district) ? {} : { district }),
    address: rest,
  });
}

const PART = /^(\p{Script=Han}{2,15})\s+(?=\S)/u;
const STREET = /[路街巷弄号楼苑城厦座幢室村园道]$/;

function nextPart(text: string): [part: string | undefined, rest: string] {
  const match = PART.exec(text);
  const part = match?.[1];
  if (!match || part === undefined || (STREET.test(part) && !part.endsWith('街道'))) return [undefined, text];
  return [part, text.slice(match[0].length)];
}

/** People write into the last field what the first ones say already. */
function withoutRepetition(split: ChineseAddress): ChineseAddress {
  const { province = '', city = '', district = '', address } = split;
  // Most do not, and their first character tells.
  const first = address.charCodeAt(0);
  if (first !== province.charCodeAt(0) && first !== city.charCodeAt(0) && first !== district.charCodeAt(0))
    return { ...split, address: address.trim() };
  for (const said of [`${province}${city}${district}`, `${city}${district}`, district])
    if (district !== '' && address.startsWith(said)) {
      const rest = address.slice(said.length).trim();
      if (rest !== '') return { ...split, address: rest };
    }
  return { ...split, address: address.trim() };
}
