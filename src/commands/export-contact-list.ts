/** Makes a contact list, writes it, keeps it where it is handed over, and tells who is not on it. */
import { createHash } from 'node:crypto';
import type { ListedPerson } from '../contacts/list-queries.ts';
import type { ListPerson } from '../contacts/lists/list-format.ts';
import type { Context } from '../context.ts';
import { ExitCode } from '../errors.ts';
import type { Archive } from '../store/open.ts';
import type { Outcome } from './command.ts';
import { handOver } from './hand-over.ts';
import type { ListForm } from './list-form.ts';
import type { ListAsked } from './list-options.ts';
import { type MadeList, makeList } from './made-list.ts';
import { tellList } from './told-list.ts';

export interface ExportAsked extends ListAsked {
  readonly only: 'new' | 'changed' | 'removed' | undefined;
  readonly for: string | undefined;
  readonly expires: string | undefined;
  readonly record: boolean;
  readonly out: string | undefined;
  readonly force: boolean;
}

/** Days from the making. */
const OF_USE = 7;

/** In the transaction there is where it is to be kept. */
export async function exportContactList(
  context: Context,
  archive: Archive,
  asked: ExportAsked,
  form: ListForm,
): Promise<Outcome | undefined> {
  const { addDays } = await import('../values/days.ts');
  const { suppressionKey } = await import('../store/settings.ts');
  const made = await makeList(context, archive, asked, form.fields);
  const kept = asked.record || asked.out !== undefined;
  const listed = made.listed.map(made.say);
  // An archive without anybody has none.
  const key = listed.length > 0 && (kept || asked.only === 'changed') ? suppressionKey(archive) : undefined;
  const people: ListedPerson[] = [
    ...listed.map((person) => ({
      customer: person.customer_id,
      standing: 'listed' as const,
      content: key === undefined ? '' : contentOf(form.saysOf(person), key),
    })),
    ...made.heldOut.map(({ customer }) => ({ customer, standing: 'held_out' as const, content: '' })),
  ];
  const written = partOf(made, listed, people, asked.only);
  const whyGone = asked.only === 'removed' ? whyGoneFrom(made) : undefined;
  let outcome: Outcome | undefined;
  if (asked.out === undefined) outcome = await form.toStdout(context, written, whyGone);
  if (kept) {
    const bytes = await form.toBytes(context, written, whyGone);
    const recorded = await handOver(
      context,
      archive,
      { made, people, bytes, form: form.name, writtenTo: whyGone ? [] : written.map((one) => one.customer_id) },
      {
        out: asked.out,
        replace: asked.force,
        only: asked.only,
        recipient: asked.for,
        expires: asked.expires ?? addDays(made.population.asOf, OF_USE),
      },
    );
    context.io.say(saidOf(context, asked.out, recorded));
  }
  const isAbroad = listed.some(({ amount_spent: amount }) => amount === null);
  await tellList(context, archive, made, { written: written.length, isAbroad, kept, only: asked.only });
  if (written.length === 0 && context.failIfEmpty) return { exitCode: ExitCode.nothingFound };
  return outcome;
}

const contentOf = (says: unknown, key: string): string =>
  createHash('sha256').update(key).update(JSON.stringify(says)).digest('base64url').slice(0, 16);

function partOf(
  { before, personOf, say }: MadeList,
  listed: readonly ListPerson[],
  people: readonly ListedPerson[],
  only: ExportAsked['only'],
): readonly ListPerson[] {
  const wasListed = (customer: number) => before.get(customer)?.standing === 'listed';
  switch (only) {
    case undefined:
      return listed;
    case 'new':
      return listed.filter(({ customer_id }) => !wasListed(customer_id));
    case 'changed': {
      const contents = new Map(people.map(({ customer, content }) => [customer, content]));
      return listed.filter(
        ({ customer_id }) => wasListed(customer_id) && before.get(customer_id)?.content !== contents.get(customer_id),
      );
    }
    case 'removed': {
      const still = new Set(listed.map(({ customer_id }) => customer_id));
      const gone = [...before.keys()].filter((customer) => wasListed(customer) && !still.has(customer));
      return gone.toSorted((a, b) => a - b).map((customer) => say(personOf(customer)));
    }
  }
}

/** The reason of the gate and the like; of whoever is not among those who were chosen any more that. */
function whyGoneFrom({ leftOut, heldOut }: MadeList): (customer: number) => string {
  const reasons = new Map<number, string>(leftOut.map(({ person, reason }) => [person.customer, reason]));
  for (const { customer } of heldOut) reasons.set(customer, 'held_out');
  return (customer) => reasons.get(customer) ?? 'not_chosen';
}

function saidOf(
  { words, dryRun }: Context,
  out: string | undefined,
  { list, known }: { readonly list: number; readonly known: boolean },
): string {
  const { contacts, common } = words;
  if (dryRun) return common.nothingChanged;
  return [...(out === undefined ? [] : [contacts.written(out)]), contacts.recorded(list, known)].join('\n');
}
