import type { Context } from '../context.ts';
import { DataError } from '../errors.ts';
import type { Level } from '../levels/queries.ts';
import type { Archive } from '../store/open.ts';

/** Throws DataError, with the nearest name, where no level is called so. */
export async function levelNamed(context: Context, archive: Archive, typed: string): Promise<Level> {
  const { levels } = await import('../levels/queries.ts');
  const { nearest } = await import('../values/nearest.ts');
  const { levels: words, shell } = context.words;
  const all = levels(archive);
  const name = typed.normalize('NFC');
  const found = all.find((level) => level.name === name);
  if (found) return found;
  const names = all.map((level) => level.name);
  const near = nearest(name, names);
  const known = names.length === 0 ? words.none : words.known(names.join(', '));
  throw new DataError(words.unknown(name), {
    code: 'unknown_level',
    hint: near === undefined ? known : shell.didYouMean(near),
  });
}
