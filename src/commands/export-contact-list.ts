/** Makes a contact list, writes it, keeps it where it is handed over, and tells who is not on it. */
import { decide } from '../contacts/gate.ts';
import { contentHash } from '../contacts/list-hash.ts';
import type { ListedPerson, Part } from '../contacts/list-parts.ts';
import type { ListPerson } from '../contacts/lists/list-format.ts';
import type { Context } from '../context.ts';
import { ExitCode, UsageError } from '../errors.ts';
import type { Archive } from '../store/open.ts';
import type { Outcome } from './command.ts';
import { handOver } from './hand-over.ts';
import type { Give } from './handing-over.ts';
import type { ListForm } from './list-form.ts';
import type { ListAsked } from './list-options.ts';
import { type MadeList, makeList } from './made-list.ts';
import { tellOtherCurrencies } from './other-currencies.ts';
import { toldOfList } from './told-list.ts';

export interface ExportAsked extends ListAsked {
  readonly only: Part | undefined;
  readonly for: string | undefined;
  readonly expires: string | undefined;
  readonly record: boolean;
  readonly out: string | undefined;
  readonly force: boolean;
}

/** Days from the making. */
const OF_USE = 7;

/**
 * With `give` it is kept in the transaction there is; what it says and tells afterwards comes back, for when that stands.
 */
export async function exportContactList(
  context: Context,
  archive: Archive,
  asked: ExportAsked,
  form: ListForm,
  give?: Give,
): Promise<{ readonly outcome: Outcome | undefined; readonly tell: (instead: string | undefined) => Promise<void> }> {
  const { addDays } = await import('../values/days.ts');
  const { readSetting } = await import('../store/settings.ts');
  const { customersOf, knownAfter } = await import('../contacts/list-parts.ts');
  const { only } = asked;
  const made = await makeList(context, archive, asked, form.fields);
  const kept = give !== undefined;
  if (asked.expires !== undefined && asked.expires < made.population.asOf)
    throw new UsageError(context.words.contacts.expiredList(asked.expires), { code: 'bad_day' });
  // An archive without anybody has none; where one is lost that anybody was suppressed with, the gate says so.
  const key = readSetting(archive, 'suppression_key') ?? '';
  // A whole list that is only looked at is written while it is made.
  const said = kept || only !== undefined ? [...made.say(made.listed)] : undefined;
  const isCompared = kept || only === 'changed';
  const now = said ? standings(made, said, (told) => (isCompared ? contentHash(key, form.saysOf(told)) : '')) : [];
  const written = said ? customersOf(only, made.before, now) : made.listed.map(({ customer }) => customer);
  const seen = { abroad: false };
  const people = noting(said ? toldOf(made, said, written) : made.say(made.listed), seen);
  const whyGone = only === 'removed' ? whyGoneFrom(made) : undefined;
  let outcome: Outcome | undefined;
  const lines: string[] = [];
  let recorded: Awaited<ReturnType<typeof handOver>> | undefined;
  if (kept) {
    const bytes = await form.toBytes(context, people, whyGone);
    recorded = await handOver(
      context,
      archive,
      {
        made,
        people: knownAfter(only, { before: made.before, now, written }),
        bytes,
        key,
        form,
        writtenTo: whyGone ? [] : written,
        give,
      },
      {
        out: asked.out,
        replace: asked.force,
        only,
        recipient: asked.for,
        expires: asked.expires ?? addDays(made.population.asOf, OF_USE),
      },
    );
  }
  if (asked.out === undefined) outcome = await form.toStdout(context, people, whyGone);
  lines.push(
    ...(await toldOfList(context, archive, made, {
      written: written.length,
      kept,
      only,
      isHoldout: (asked.holdout ?? 0) > 0,
    })),
  );
  const nobody = written.length === 0 && context.failIfEmpty;
  return {
    outcome: nobody ? { exitCode: ExitCode.nothingFound } : outcome,
    tell: async (instead) => {
      const said = recorded ? [saidOf(context, instead ?? asked.out, recorded), ...lines] : lines;
      context.io.say(said.join('\n'));
      if (seen.abroad) tellOtherCurrencies(context, made.population);
    },
  };
}

function standings(
  { heldOut }: MadeList,
  said: readonly ListPerson[],
  contentOf: (told: ListPerson) => string,
): ListedPerson[] {
  return [
    ...said.map((told) => ({
      customer: told.customer_id,
      standing: 'listed' as const,
      content: contentOf(told),
    })),
    ...heldOut.map(({ customer }) => ({ customer, standing: 'held_out' as const, content: '' })),
  ];
}

/** Whether what somebody spent is all in other currencies: it shows when they are written. */
const noting = (people: Iterable<ListPerson>, seen: { abroad: boolean }): Iterable<ListPerson> => ({
  *[Symbol.iterator]() {
    for (const person of people) {
      seen.abroad ||= person.amount_spent === null;
      yield person;
    }
  },
});

/** Of those who are on the list what is said of them; of whoever may not be written to any more only that they are to be taken off. */
function toldOf(
  { say, listed, personOf, way }: MadeList,
  said: readonly ListPerson[],
  written: readonly number[],
): readonly ListPerson[] {
  const known = new Map(listed.map(({ customer }, at) => [customer, said[at]]));
  const gone = written.flatMap((customer) => (known.has(customer) ? [] : [personOf(customer)]));
  for (const [at, told] of [...say(gone)].entries()) {
    const person = gone[at];
    const isOpen = person !== undefined && decide(person, way.kind).allowed;
    known.set(told.customer_id, isOpen ? told : { ...told, ...NOBODY });
  }
  return written.flatMap((customer) => known.get(customer) ?? []);
}

const NOBODY = {
  name: null,
  salutation: null,
  gender: null,
  birthday: null,
  language: null,
  email: null,
  phone: null,
  phone_type: null,
  province: null,
  city: null,
  district: null,
  postcode: null,
  address: null,
  tags: [],
} as const satisfies Partial<ListPerson>;

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
