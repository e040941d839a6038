/** Points added or used by hand: what both commands check and do. */
import type { Context } from '../context.ts';
import { DataError, UsageError } from '../errors.ts';
import { shellLine } from '../output/shell-word.ts';
import { archiveFlag } from './archive-flag.ts';
import { isAhead } from './is-ahead.ts';

const MOST = 1_000_000_000;

interface Entering {
  readonly kind: 'add' | 'redeem';
  readonly who: string;
  readonly typed: string;
  readonly reason: string | undefined;
  /** Also where fewer are there. */
  readonly force: boolean;
}

export async function enterPoints(context: Context, { kind, who, typed, reason, force }: Entering): Promise<undefined> {
  const { points: words, common } = context.words;
  const count = /^\d{1,10}$/.test(typed) ? Number(typed) : 0;
  if (count < 1 || count > MOST) throw new UsageError(words.badPoints(typed), { code: 'bad_points' });
  const archive = await context.archive('write');
  const { requireCustomer } = await import('./who.ts');
  const { customerRow } = await import('../customers/queries.ts');
  const { dayEnd } = await import('../measures/gather.ts');
  const { archiveZone } = await import('../measures/queries.ts');
  const { accounts } = await import('../points/accounts.ts');
  const { lowestSince } = await import('../points/ledger.ts');
  const { addEntry } = await import('../points/queries.ts');
  const { cleanCell } = await import('../values/text.ts');
  const { dayIn } = await import('../values/zones.ts');
  const line = (number: number | string, ...more: string[]) =>
    shellLine(['regulars', 'points', kind, String(number), typed, ...more, ...archiveFlag(context)]);
  const customer = await requireCustomer(context, archive, who, (number) => line(number));
  const name = customerRow(archive, customer)?.name ?? `#${customer}`;
  const day = context.today(archive);
  if (isAhead(context)) throw new UsageError(words.future(day), { code: 'future_date' });
  const ledger = (asOf: string) =>
    accounts(archive, { asOf, until: dayEnd(archive, asOf) }, [customer]).get(customer) ?? { balance: 0, lines: [] };
  const clockDay = dayIn(Math.floor(context.clock().getTime() / 1000), archiveZone(archive));
  const entry = { kind, points: count, reason: cleanCell(reason ?? '') || null, day };
  const at = Math.floor(context.now().getTime() / 1000);
  const { added, now } = archive.write(() => {
    const added = addEntry(archive, customer, entry, at);
    // What was used since a day in the past is not there to be used on it.
    const lowest = lowestSince(ledger(clockDay > day ? clockDay : day), day);
    if (added && kind === 'redeem' && lowest < 0 && !force)
      throw new DataError(words.tooFew(name, lowest + count, count), {
        code: 'too_few_points',
        hint: words.tooFewHint(line(customer, ...(reason === undefined ? [] : ['--reason', reason]), '--force')),
      });
    return { added, now: ledger(day).balance };
  });
  if (!added) context.io.say(words.known(name, now));
  else context.io.say(kind === 'add' ? words.added(name, count, now) : words.redeemed(name, count, now));
  if (context.dryRun) context.io.say(common.nothingChanged);
  return undefined;
}
