/**
 * Whether a day of the shop kept to all it is to keep to. It knows the archive's tables, the files that were handed
 * over and what was said to the program; of how the program plans it knows nothing, and it imports nothing of it.
 */
import { daysFrom } from '../days.ts';
import type { Contact, Fact } from '../facts.ts';
import type { POLICY } from '../policy.ts';
import { ArchiveFile } from './archive.ts';
import { brokenBudgets } from './budgets.ts';
import { brokenHours } from './hours.ts';
import { Permission } from './permission.ts';

export interface Checked {
  readonly path: string;
  readonly day: string;
  readonly policy: typeof POLICY;
  /** All of the year so far. */
  readonly facts: readonly Fact[];
  readonly contacts: readonly Contact[];
}

export function brokenOn({ path, day, policy, facts, contacts }: Checked): string[] {
  const archive = new ArchiveFile(path);
  try {
    const touches = archive.touches();
    const permission = new Permission(archive, facts, policy.pauseDays);
    const today = contacts.filter((contact) => contact.day === day);
    return [
      ...permission.unknown,
      ...brokenBudgets(touches, day, policy, permission.wishes()),
      ...today.flatMap((contact) => permission.broken(contact)),
      ...today.flatMap((contact) => brokenHours(contact, archive.home(contact.customer), policy.hours)),
      ...atOneAddress(contacts, day, policy),
      ...untold(
        touches.filter((touch) => touch.day === day),
        today,
        day,
      ),
    ];
  } finally {
    archive.close();
  }
}

/** A number is one for messages and calls, whoever of a family answers it. */
function* atOneAddress(contacts: readonly Contact[], day: string, policy: typeof POLICY): Generator<string> {
  const reached = contacts.filter(({ channel, isUnanswered }) => channel !== 'parcel' && isUnanswered !== true);
  for (const address of new Set(reached.filter((one) => one.day === day).map((one) => one.address))) {
    const there = reached.filter((one) => one.address === address);
    const now = there.filter((one) => one.day === day).length;
    if (now > policy.perDay) yield `${day}: ${now} contacts at ${address} on a day`;
    const { most, days } = policy.promotions;
    const sold = there.filter(({ kind, day: on }) => kind === 'promotion' && daysFrom(on, day) < days).length;
    if (sold > most) yield `${day}: ${sold} promotions at ${address} in ${days} days, at most ${most}`;
  }
}

/** Contacts that the archive has and nobody made, or the other way round. */
function untold(touches: readonly Pick<Contact, 'customer' | 'channel' | 'kind'>[], made: typeof touches, day: string) {
  const names = (all: typeof touches) =>
    all.map(({ customer, channel, kind }) => `${kind} by ${channel} to ${customer}`).toSorted();
  const [kept, told] = [names(touches), names(made)];
  return kept.join() === told.join()
    ? []
    : [`${day}: the archive has ${kept.join(', ')}; made were ${told.join(', ')}`];
}
