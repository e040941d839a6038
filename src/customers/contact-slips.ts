/** Contact details of several customers that differ by a slip of the hand, or by how one mailbox is spelt. */
import type { Archive } from '../store/open.ts';
import { likelyMailbox } from '../values/mailbox.ts';
import { edits } from '../values/nearest.ts';
import { isFullName } from './matching.ts';
import type { Note } from './suggest.ts';
import { type Contact, namedContacts } from './suggest-queries.ts';

/** A name that more contact details than these stand beside is a common one. */
const MOST_OF_NAME = 12;

export function noteSlips(archive: Archive, note: Note): void {
  const domains = new Map<string, number>();
  const locals = new Map<string, Contact[]>();
  const mailboxes = new Map<string, Contact[]>();
  const add = (groups: Map<string, Contact[]>, key: string, contact: Contact) => {
    const same = groups.get(key);
    if (same) same.push(contact);
    else groups.set(key, [contact]);
  };
  let named: Contact[] = [];
  for (const contact of namedContacts(archive)) {
    if (contact.kind === 'email') {
      const [local = '', domain = ''] = contact.value.split('@');
      domains.set(domain, (domains.get(domain) ?? 0) + 1);
      add(locals, local, contact);
      add(mailboxes, likelyMailbox(contact.value), contact);
    }
    if (named[0]?.nameKey !== contact.nameKey) {
      noteNamed(named, note);
      named = [];
    }
    named.push(contact);
  }
  noteNamed(named, note);
  for (const same of locals.values()) noteDomains(same, domains, note);
  for (const same of mailboxes.values()) noteSpellings(same, note);
}

/** Under one name: contact details that differ in one place. */
function noteNamed(contacts: readonly Contact[], note: Note): void {
  if (contacts.length < 2 || contacts.length > MOST_OF_NAME || !isFullName(contacts[0]?.nameKey ?? '')) return;
  for (const [at, one] of contacts.entries())
    for (const other of contacts.slice(at + 1)) {
      if (one.kind !== other.kind || one.customer === other.customer || edits(one.value, other.value) !== 1) continue;
      if (one.kind === 'phone' && one.value.length !== other.value.length) continue;
      note(
        one.customer,
        other.customer,
        one.kind === 'email' ? 'email_typo' : 'phone_typo',
        `${one.value}, ${other.value}`,
      );
    }
}

/** Spellings of what is most likely one mailbox. */
function noteSpellings(contacts: readonly Contact[], note: Note): void {
  if (contacts.length > MOST_OF_NAME) return;
  for (const [at, one] of contacts.entries())
    for (const other of contacts.slice(at + 1))
      if (one.value !== other.value) note(one.customer, other.customer, 'same_mailbox', `${one.value}, ${other.value}`);
}

/** What people write of gmail.com when they miss a key, beside those who did not. */
const TIMES_COMMONER = 5;
const LEAST_LOCAL = 4;

function noteDomains(contacts: readonly Contact[], domains: ReadonlyMap<string, number>, note: Note): void {
  if (contacts.length < 2 || contacts.length > MOST_OF_NAME) return;
  for (const [at, one] of contacts.entries())
    for (const other of contacts.slice(at + 1)) {
      const [[local = '', here = ''], [, there = '']] = [one.value.split('@'), other.value.split('@')];
      const [less = 0, more = 0] = [domains.get(here) ?? 0, domains.get(there) ?? 0].toSorted((a, b) => a - b);
      const slip = here !== there && local.length >= LEAST_LOCAL && edits(here, there) <= 2 && nearAtAll(here, there);
      const sure = (one.nameKey !== '' && one.nameKey === other.nameKey) || more >= TIMES_COMMONER * less;
      if (slip && sure) note(one.customer, other.customer, 'email_typo', `${one.value}, ${other.value}`);
    }
}

/** qq.com and 163.com are not each other's slips. */
const nearAtAll = (one: string, other: string) => edits(one, other) * 4 < Math.min(one.length, other.length);
