/** What a list asked of one customer, one rule after another, up to the first that keeps them out. */
import { consentsOf } from '../customers/card-queries.ts';
import type { LeftOutReason } from '../contacts/contact-list.ts';
import { neverOf } from '../contacts/never.ts';
import type { Context } from '../context.ts';
import { term } from '../output/term.ts';
import type { Archive } from '../store/open.ts';
import type { MadeList } from './made-list.ts';

export interface ListStep {
  readonly rule: 'chosen' | LeftOutReason | 'held_out';
  readonly passed: boolean;
  readonly detail: string;
}

const IN_ORDER = [
  'suppressed',
  'no_address',
  'refused',
  'service_only',
  'no_consent',
  'care_is_promotion',
  'same_address',
  'same_household',
  'beyond_limit',
] as const satisfies readonly LeftOutReason[];

export function listSteps(
  context: Context,
  archive: Archive,
  made: MadeList,
  customer: number,
  chosenBy: string,
): ListStep[] {
  const { whyList } = context.words.contacts;
  const person = made.personOf(customer);
  const out = made.leftOut.find((one) => one.person.customer === customer)?.reason;
  const isChosen = made.chosen.includes(customer);
  const details: Readonly<Record<LeftOutReason, () => string>> = {
    suppressed: () =>
      neverOf(archive, customer, made.population.until)
        .suppressions.map(({ hint, reason, added_at }) =>
          whyList.suppressedBy(hint, reason, new Date(added_at * 1000).toISOString().slice(0, 10)),
        )
        .join('; '),
    no_address: () => (person.address === null ? '' : whyList.address(person.address, person.addressOrders)),
    refused: () => consentText(context, archive, made, customer),
    service_only: () => (person.serviceOnly ? whyList.marketplaces(person.serviceOnlyShops.join(', ')) : ''),
    no_consent: () =>
      made.way.kind !== 'promotion' || person.consent === 'granted' ? '' : whyList.policy(person.policy),
    care_is_promotion: () => (out === 'care_is_promotion' ? whyList.policy(person.policy) : ''),
    same_address: () => (out === 'same_address' ? whyList.instead(sharing(made, person.address)) : ''),
    same_household: () => '',
    beyond_limit: () => '',
  };
  const steps: ListStep[] = [{ rule: 'chosen', passed: isChosen, detail: chosenBy }];
  if (!isChosen) return steps;
  for (const rule of IN_ORDER) {
    const passed = rule !== out;
    const detail = details[rule]();
    if (!passed || detail !== '' || ALWAYS.has(rule)) steps.push({ rule, passed, detail });
    if (!passed) return steps;
  }
  const isHeld = made.heldOut.some((one) => one.customer === customer);
  return isHeld ? [...steps, { rule: 'held_out', passed: false, detail: whyList.heldOut }] : steps;
}

/** The others are told where they say something. */
const ALWAYS: ReadonlySet<LeftOutReason> = new Set(['suppressed', 'no_address', 'refused']);

function consentText({ words }: Context, archive: Archive, made: MadeList, customer: number): string {
  const { channel } = made.way;
  const said = consentsOf(archive, customer, made.population.until).find((one) => one.channel === channel);
  const { consent } = made.personOf(customer);
  if (said?.status !== consent) return term(words, consent);
  return words.contacts.whyList.consent(term(words, consent), term(words, said.source), said.stated_at.slice(0, 10));
}

function sharing({ listed, heldOut, leftOut }: MadeList, address: string | null): number {
  const cut = leftOut.flatMap(({ person, reason }) => (reason === 'same_address' ? [] : [person]));
  return [...listed, ...heldOut, ...cut].find((one) => one.address === address)?.customer ?? 0;
}
