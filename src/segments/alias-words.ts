/** Chinese words of the language, looked up and cut out of a stretch that has no blanks. Pure. */
import { ATTRIBUTE_ALIASES, COLLECTION_ALIASES, FIELD_ALIASES, VALUE_ALIASES, WORD_ALIASES } from './aliases.ts';

const HAN = /\p{Script=Han}/u;
export const isChinese = (text: string): boolean => HAN.test(text);

const inverted = (aliases: Aliases): ReadonlyMap<string, readonly string[]> => {
  const names = new Map<string, string[]>();
  for (const [name, words] of Object.entries(aliases))
    for (const word of words) names.set(word, [...(names.get(word) ?? []), name]);
  return names;
};
const NAMES = new Map([...inverted(FIELD_ALIASES), ...inverted(COLLECTION_ALIASES)]);
const ATTRIBUTES = inverted(ATTRIBUTE_ALIASES);
const VALUES = inverted(VALUE_ALIASES);
const WORDS = inverted(WORD_ALIASES);

/** Words that mean something only beside others: 不是 after a name or before a condition, 以…开头, 介于…至…之间. */
const PARTICLES = new Set(['不是', '不为', '以', '开头', '结尾', '至', '到', '之间']);

/** The field or collection a word stands for. */
export const nameFor = (word: string): string | undefined => NAMES.get(word.toUpperCase())?.[0];

/** Which of a collection's attributes a word stands for. */
export const attributeFor = (word: string, known: readonly string[]): string | undefined =>
  ATTRIBUTES.get(word)?.find((name) => known.includes(name));

/** Which of a field's levels a text stands for. */
export const valueFor = (text: string, known: readonly string[]): string | undefined =>
  VALUES.get(text)?.find((name) => known.includes(name));

/** What a word of the language stands for: `IS NULL`, `>=`. */
export const wordFor = (word: string): string | undefined => WORDS.get(word)?.[0];

type Aliases = Readonly<Record<string, readonly string[]>>;
const aliasesIn = (aliases: Aliases, names: readonly string[]) =>
  Object.entries(aliases).flatMap(([name, words]) => (names.includes(name) ? words : []));

/** All Chinese there is for fields, collections and words of the language. */
export const chineseFor = (names: readonly string[]): readonly string[] =>
  [FIELD_ALIASES, COLLECTION_ALIASES, WORD_ALIASES].flatMap((aliases) => aliasesIn(aliases, names));

export const fieldAliases = (name: string): readonly string[] => aliasesIn(FIELD_ALIASES, [name]);
export const collectionAliases = (name: string): readonly string[] => aliasesIn(COLLECTION_ALIASES, [name]);
export const attributeAliases = (names: readonly string[]): readonly string[] => aliasesIn(ATTRIBUTE_ALIASES, names);

const KNOWN = new Map<string, 'word' | 'name'>([
  ...[...NAMES.keys(), ...ATTRIBUTES.keys()].map((name) => [name, 'name'] as const),
  ...[...WORDS.keys(), ...PARTICLES].map((word) => [word, 'word'] as const),
]);
const LONGEST = Math.max(...[...KNOWN.keys()].map((word) => word.length));

/** The names that do not start in Chinese, such as RFM分组. */
const MIXED = [...KNOWN.keys()].filter((word) => !isChinese(word.charAt(0)));

/** Such a name at this place. */
export const mixedName = (text: string, at: number): string | undefined =>
  MIXED.find((name) => text.slice(at, at + name.length).toUpperCase() === name);

/** What costs more than a letter nobody knows: two names, or a name and something unknown, with no word between. */
const NEIGHBOURS = 5;
const UNKNOWN_LETTER = 2;

/**
 * A stretch of Chinese as the fewest and best known words, in order; what is unknown stays together.
 * `且最近下单` is 且 and 最近下单, and `下但次数大于` is 下但次数 and 大于.
 */
export function cutWords(stretch: string): string[] {
  const { length } = stretch;
  // From the end: what the rest costs after a word, after a name or something unknown, and inside of that.
  const rest = { word: [] as number[], name: [] as number[], inside: [] as number[] };
  const next = { word: [] as number[], name: [] as number[], inside: [] as number[] };
  rest.word[length] = rest.name[length] = rest.inside[length] = 0;
  for (let at = length - 1; at >= 0; at--) {
    for (const before of ['word', 'name'] as const) {
      const apart = before === 'name' ? NEIGHBOURS : 0;
      let least = 1 + apart + UNKNOWN_LETTER + (rest.inside[at + 1] ?? 0);
      let step = 0;
      for (let size = 1; size <= LONGEST && at + size <= length; size++) {
        const kind = KNOWN.get(stretch.slice(at, at + size));
        const cost = kind && 1 + (kind === 'name' ? apart : 0) + (rest[kind][at + size] ?? 0);
        if (cost !== undefined && cost <= least) [least, step] = [cost, size];
      }
      [rest[before][at], next[before][at]] = [least, step];
    }
    const further = UNKNOWN_LETTER + (rest.inside[at + 1] ?? 0);
    const over = rest.name[at] ?? 0;
    [rest.inside[at], next.inside[at]] = over < further ? [over, 0] : [further, 1];
  }
  return steps(stretch, next);
}

function steps(stretch: string, next: Readonly<Record<'word' | 'name' | 'inside', readonly number[]>>): string[] {
  const words: string[] = [];
  let before: 'word' | 'name' = 'word';
  for (let at = 0; at < stretch.length; ) {
    let size: number = next[before][at] ?? 0;
    if (size > 0) before = KNOWN.get(stretch.slice(at, at + size)) ?? 'name';
    else {
      for (size = 1; at + size < stretch.length && next.inside[at + size] === 1; ) size++;
      before = 'name';
    }
    words.push(stretch.slice(at, at + size));
    at += size;
  }
  return words;
}
