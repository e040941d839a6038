/** What status words mean: as the platform's file says, and as the seller said where it does not. */
import { platformNamed } from '../platforms/index.ts';
import type { Axes, Meaning, StatusRole, StatusWords } from '../platforms/layout.ts';
import type { Archive } from '../store/open.ts';

/** Meanings a seller may give a word. `nothing`: it says nothing of where an order stands. */
export const MEANINGS = {
  unpaid: { payment: 'unpaid' },
  paid: { payment: 'paid', fulfilment: 'unshipped' },
  shipped: { payment: 'paid', fulfilment: 'shipped' },
  completed: { payment: 'paid', fulfilment: 'completed' },
  cancelled: { cancellation: 'cancelled' },
  refunded: { payment: 'paid', refund: 'full' },
  partly_refunded: { payment: 'paid', refund: 'partial' },
  refund_requested: { payment: 'paid', refund: 'requested' },
  nothing: {},
} as const satisfies Readonly<Record<string, Axes>>;

export type MeaningName = keyof typeof MEANINGS;

export const isMeaning = (name: string): name is MeaningName => Object.hasOwn(MEANINGS, name);

/** A word a seller has given a meaning. `word` is as `wordKey` gives it. */
export interface SaidMeaning {
  readonly platform: string;
  readonly role: StatusRole;
  readonly word: string;
  readonly meaning: string;
}

/** By the platform's name. */
export type Vocabulary = (platform: string) => StatusWords;

export function saidMeanings({ db }: Pick<Archive, 'db'>): SaidMeaning[] {
  return db.prepare('SELECT platform, role, word, meaning FROM status_words ORDER BY 1, 2, 3').all() as SaidMeaning[];
}

/** One object for a platform as long as it is held, by which what its words mean is remembered. */
export function vocabularyOf(said: readonly SaidMeaning[]): Vocabulary {
  const known = new Map<string, StatusWords>();
  return (platform) => {
    let words = known.get(platform);
    if (!words) known.set(platform, (words = merged(platform, said)));
    return words;
  };
}

function merged(name: string, said: readonly SaidMeaning[]): StatusWords {
  const own = platformNamed(name)?.states ?? {};
  const given = said.filter(({ platform }) => platform === name);
  if (given.length === 0) return own;
  const words: Partial<Record<StatusRole, Record<string, Meaning>>> = {};
  // Words of the seller come first: also before a pattern of the platform's.
  for (const { role, word, meaning } of given)
    if (isMeaning(meaning)) words[role] = { ...words[role], [word]: MEANINGS[meaning] };
  for (const [role, table] of Object.entries(own) as [StatusRole, Record<string, Meaning>][])
    words[role] = { ...table, ...words[role] };
  return words;
}
