/** What the status words of a platform say, on the axes on which an order moves. */
import type { Axes, Meaning, StatusRole, StatusWords } from '../platforms/layout.ts';
import { ownText } from '../values/own-text.ts';

/** The platform's own words by the role of the column they stood in. */
export type Words = Readonly<Partial<Record<StatusRole, string>>>;

export interface SaidWord {
  readonly role: StatusRole;
  readonly word: string;
}

export interface ReadWords {
  /** Only what is said. */
  readonly axes: Axes;
  /** All of them, as an order stands of which nobody else speaks. */
  readonly settled: Required<Axes>;
  /** Words no rule knows, and those whose meaning nobody has seen in a file. */
  readonly unknown: readonly SaidWord[];
  readonly assumed: readonly SaidWord[];
}

/**
 * How far along each axis a value is. Of two versions of an order the one further along wins,
 * compared axis by axis in this order: a cancelled order does not come back, a refund is not undone,
 * goods are not unshipped, money is not unpaid.
 */
export const AXIS_RANKS: { readonly [K in keyof Axes]-?: readonly NonNullable<Axes[K]>[] } = {
  cancellation: ['none', 'cancelled'],
  refund: ['none', 'requested', 'partial', 'full'],
  fulfilment: ['unshipped', 'partly', 'shipped', 'completed'],
  payment: ['unpaid', 'partly', 'paid'],
};

const AXES = Object.keys(AXIS_RANKS) as (keyof Axes)[];

export const STATUS_ROLES: readonly StatusRole[] = ['status', 'payment', 'fulfilment', 'refund', 'cancellation'];

/** As the archive keeps them; throws where they are none. */
export function wordsIn(text: string): Words {
  const words: unknown = JSON.parse(text);
  if (!isWords(words)) throw new TypeError('no words of a platform');
  return words;
}

export function isWords(words: unknown): words is Words {
  const isTable = typeof words === 'object' && words !== null && !Array.isArray(words);
  return isTable && Object.values(words).every((word) => typeof word === 'string');
}

/** What combinations of words mean, by the object they are said with: a reader has one for all orders that say the same. */
const understood = new WeakMap<StatusWords, WeakMap<Words, ReadWords>>();

export function readWords(words: Words, vocabulary: StatusWords): ReadWords {
  let known = understood.get(vocabulary);
  if (!known) understood.set(vocabulary, (known = new WeakMap<Words, ReadWords>()));
  let read = known.get(words);
  if (!read) known.set(words, (read = understand(words, vocabulary)));
  return read;
}

function understand(words: Words, vocabulary: StatusWords): ReadWords {
  const unknown: SaidWord[] = [];
  const assumed: SaidWord[] = [];
  const said: Meaning[] = [];
  for (const role of STATUS_ROLES) {
    const word = words[role];
    if (word === undefined) continue;
    const meaning = meaningOf(vocabulary[role], word);
    if (!meaning) unknown.push({ role, word: ownText(word) });
    else said.push(meaning);
    if (meaning?.assumed) assumed.push({ role, word: ownText(word) });
  }
  const axes = furthest(said);
  return { axes, settled: settledAxes(axes, unknown.length > 0), unknown, assumed };
}

/** Of an export without any status: what was exported as an order was sold. */
export function settledAxes(said: Axes, anyUnknown: boolean): Required<Axes> {
  const silent = !anyUnknown && AXES.every((name) => said[name] === undefined);
  const axis = (name: keyof Axes) => said[name] ?? AXIS_RANKS[name][0];
  return {
    payment: silent ? 'paid' : axis('payment'),
    fulfilment: axis('fulfilment'),
    refund: axis('refund'),
    cancellation: axis('cancellation'),
  } as Required<Axes>;
}

/** The key a status word is looked up under: compatibility forms folded, so `，` meets `,`. */
export function wordKey(word: string): string {
  return word.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}

function meaningOf(words: Readonly<Record<string, Meaning>> | undefined, word: string): Meaning | undefined {
  if (!words) return undefined;
  if (Object.hasOwn(words, word)) return words[word];
  const key = wordKey(word);
  if (Object.hasOwn(words, key)) return words[key];
  const pattern = key === '' ? undefined : Object.keys(words).find((one) => one.length > 1 && matches(one, key));
  return words[pattern ?? '*'];
}

/** `*cancel*`, `(删除)*`: what stands between the stars. */
function matches(pattern: string, key: string): boolean {
  const [open, closed] = [pattern.startsWith('*'), pattern.endsWith('*')];
  const held = pattern.slice(Number(open), closed ? -1 : undefined);
  if (open && closed) return key.includes(held);
  if (closed) return key.startsWith(held);
  return open && key.endsWith(held);
}

/** Axis by axis what is furthest along; of an axis nobody speaks of, nothing. */
export function furthest(said: readonly Axes[]): Axes {
  const axes: Partial<Record<keyof Axes, string>> = {};
  for (const name of AXES) {
    const ranks: readonly (string | undefined)[] = AXIS_RANKS[name];
    const rank = Math.max(-1, ...said.map((one) => ranks.indexOf(one[name])));
    const furthest = ranks[rank];
    if (furthest !== undefined) axes[name] = furthest;
  }
  return axes as Axes;
}
