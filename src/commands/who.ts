/** From WHO on the command line to one customer, or a sentence that says why not. */
import type { Context } from '../context.ts';
import { DataError } from '../errors.ts';
import { shellLine } from '../output/shell-word.ts';
import type { Archive } from '../store/open.ts';
import { archiveFlag } from './archive-flag.ts';

/** Throws DataError where nobody, or more than one, answers to the name; `retry` shows how to name one by number. */
export async function requireCustomer(
  context: Context,
  archive: Archive,
  who: string,
  retry: (who: string) => string,
): Promise<number> {
  const { resolveCustomer } = await import('../customers/resolve.ts');
  const { customers } = context.words;
  const found = resolveCustomer(archive, who);
  if (found === undefined) await assertNotForgotten(context, archive, who);
  if (found === undefined)
    throw new DataError(customers.unknownWho(who), {
      code: 'unknown_customer',
      hint: shellLine(['regulars', 'customers', 'find', who, ...archiveFlag(context)]),
    });
  if (typeof found === 'number') return found;
  const numbers = found.ambiguous.slice(0, 10).join(', ');
  throw new DataError(customers.severalWho(who, numbers), {
    code: 'ambiguous_customer',
    hint: customers.severalWhoHint(retry(String(found.ambiguous[0]))),
  });
}

/** Whoever is asked for by number may have been somebody once. */
async function assertNotForgotten(context: Context, archive: Archive, who: string): Promise<void> {
  const number = Number(/^\s*#?(\d{1,12})\s*$/.exec(who)?.[1]);
  if (!Number.isSafeInteger(number)) return;
  const { forgottenRecord } = await import('../archive/erasures.ts');
  const at = forgottenRecord(archive, number);
  if (at === undefined) return;
  const { dayIn } = await import('../values/zones.ts');
  const { readSetting } = await import('../store/settings.ts');
  const day = dayIn(at, readSetting(archive, 'time_zone') ?? 'UTC');
  throw new DataError(context.words.rights.forgotten(number, day), { code: 'customer_forgotten' });
}
