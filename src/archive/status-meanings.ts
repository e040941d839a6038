/** The status words that occur in the archive, what they mean, and giving one another meaning. */
import { byText } from '../values/by-text.ts';
import type { StatusRole } from '../platforms/layout.ts';
import type { Archive } from '../store/open.ts';
import { versionStands } from '../store/standing-version.ts';
import { partsIn } from './order-parts.ts';
import { type OrderState, stateSaid } from './order-state.ts';
import { type Refreshed, refresh } from './refresh.ts';
import type { OrderKey } from './standing-queries.ts';
import { readWords, type SaidWord, STATUS_ROLES, wordKey, type Words, wordsIn } from './status-words.ts';
import { type MeaningName, saidMeanings, vocabularyOf } from './vocabulary.ts';

export interface WordUse extends SaidWord {
  readonly platform: string;
  readonly orders: number;
  /** The state of a paid order of which nothing else is said. */
  readonly means: OrderState;
  readonly by: 'platform' | 'assumed' | 'you' | 'nobody';
}

type Row = [shop: number | null, number: string, platform: string, words: string, parts: string | null];

/** Unknown ones first, then by platform and how common they are. Columns in which any text says the same are left out. */
export function statusWordsIn(archive: Archive, platform?: string): WordUse[] {
  const said = saidMeanings(archive);
  const vocabulary = vocabularyOf(said);
  const uses = new Map<string, { platform: string; role: StatusRole; word: string; orders: number }>();
  const given = new Set(said.map((one) => JSON.stringify([one.platform, one.role, one.word])));
  for (const [, , name, words, parts] of versions(archive, platform)) {
    for (const { role, word } of distinct(words, parts)) {
      const key = JSON.stringify([name, role, wordKey(word)]);
      if (vocabulary(name)[role]?.['*'] !== undefined && !given.has(key)) continue;
      const known = uses.get(key);
      if (known) known.orders++;
      else uses.set(key, { platform: name, role, word, orders: 1 });
    }
  }
  // What was said stays to be taken back where no order says the word any more.
  for (const { platform: name, role, word } of said) {
    const key = JSON.stringify([name, role, word]);
    if (!uses.has(key) && (platform === undefined || name === platform))
      uses.set(key, { platform: name, role, word, orders: 0 });
  }
  const told = [...uses].map(([key, use]): WordUse => {
    const { axes, unknown, assumed } = readWords({ [use.role]: use.word }, vocabulary(use.platform));
    const by = given.has(key) ? 'you' : unknown.length > 0 ? 'nobody' : assumed.length > 0 ? 'assumed' : 'platform';
    return { ...use, means: unknown.length > 0 ? 'unknown' : stateSaid(axes), by };
  });
  const rank = ({ by }: WordUse) => (by === 'nobody' ? 0 : 1);
  return told.toSorted(
    (a, b) => rank(a) - rank(b) || byText(a.platform, b.platform) || b.orders - a.orders || byText(a.word, b.word),
  );
}

export interface NewMeaning {
  readonly platform: string;
  readonly roles: readonly StatusRole[];
  readonly word: string;
  /** Undefined to take back what was said. */
  readonly meaning: MeaningName | undefined;
  /** UTC seconds. */
  readonly at: number;
}

/** Orders that say the word are worked out anew; nothing is read again. */
export function setMeaning(archive: Archive, { platform, roles, word, meaning, at }: NewMeaning): Refreshed {
  const key = wordKey(word);
  return archive.write(() => {
    const { db } = archive;
    const put = db.prepare(
      'INSERT OR REPLACE INTO status_words (platform, role, word, meaning, said_at) VALUES (?, ?, ?, ?, ?)',
    );
    const remove = db.prepare('DELETE FROM status_words WHERE platform = ? AND role = ? AND word = ?');
    for (const role of roles) {
      if (meaning === undefined) remove.run(platform, role, key);
      else put.run(platform, role, key, meaning, at);
    }
    const dirty: OrderKey[] = [];
    for (const [shop, number, , words, parts] of versions(archive, platform)) {
      const says = distinct(words, parts).some((one) => roles.includes(one.role) && wordKey(one.word) === key);
      if (shop !== null && says) dirty.push({ shop, number });
    }
    return refresh(archive, dirty);
  });
}

/** Columns of the platform in which the word stands and means nothing, or was given a meaning by hand. */
export function rolesOf(archive: Archive, platform: string, word: string): StatusRole[] {
  const key = wordKey(word);
  const uses = statusWordsIn(archive, platform).filter((use) => wordKey(use.word) === key);
  const open = uses.filter(({ by }) => by === 'nobody' || by === 'you');
  return STATUS_ROLES.filter((role) => open.some((use) => use.role === role));
}

function versions({ db }: Archive, platform: string | undefined): IterableIterator<Row> {
  return db
    .prepare(
      `SELECT shop_id, order_number, platform, words, item_words FROM order_versions v
       WHERE (:platform IS NULL OR platform = :platform)
         AND ${versionStands('v')}`,
    )
    .raw()
    .iterate({ platform: platform ?? null }) as IterableIterator<Row>;
}

/** Each word once, whatever number of items say it. */
function distinct(words: string, parts: string | null): SaidWord[] {
  const said: Words[] = [wordsIn(words), ...(parts === null ? [] : partsIn(parts).map((part) => part.words))];
  const found = new Map<string, SaidWord>();
  for (const one of said)
    for (const role of STATUS_ROLES) {
      const word = one[role];
      if (word !== undefined && word !== '') found.set(`${role} ${word}`, { role, word });
    }
  return [...found.values()];
}
