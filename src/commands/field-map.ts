/** `field=Header` as typed, for tables whose columns a person names. */
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';

/** Throws UsageError where a pair names none of the fields, or no header. */
export function readFieldMap<F extends string>(
  { words }: Pick<Context, 'words'>,
  pairs: readonly string[],
  fields: Readonly<Record<F, unknown>>,
): Readonly<Partial<Record<F, string>>> {
  const isField = (name: string): name is F => Object.hasOwn(fields, name);
  return fieldMap(pairs, isField, (pair) => {
    const [message, hint] = words.ingest.badMap(pair, Object.keys(fields).join(', '));
    throw new UsageError(message, { code: 'bad_map', hint });
  });
}

/** `refuse` throws where a pair names no field, or no header. */
export function fieldMap<F extends string>(
  pairs: readonly string[],
  isField: (name: string) => name is F,
  refuse: (pair: string) => never,
): Readonly<Partial<Record<F, string>>> {
  const map = new Map<F, string>();
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    const [field, header] = [pair.slice(0, Math.max(0, at)).trim(), pair.slice(at + 1).trim()];
    if (at < 0 || header === '' || !isField(field)) return refuse(pair);
    map.set(field, header);
  }
  return Object.fromEntries(map) as Partial<Record<F, string>>;
}
