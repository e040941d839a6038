/** Cards as phones take them in best: RFC 2426. */
import type { ListFormat, ListPerson } from './list-format.ts';
import { birthdayOf } from './person-facts.ts';
import { categories, formattedName, structuredAddress, structuredName, uid } from './vcard-facts.ts';
import { escape } from '../../values/content-lines.ts';
import { card } from './vcard-lines.ts';

/** Version 3 has no day without a year; Apple's form of one is what phones know. */
function birthday(person: ListPerson): [property: string, value: string | null] {
  const born = birthdayOf(person);
  if (!born) return ['BDAY', null];
  const { year, month, day } = born;
  return year === undefined
    ? ['BDAY;X-APPLE-OMIT-YEAR=1604', `1604-${month}-${day}`]
    : ['BDAY', `${year}-${month}-${day}`];
}

function cardOf(person: ListPerson): string {
  const { email, phone, phone_type: type } = person;
  return card([
    ['BEGIN', 'VCARD'],
    ['VERSION', '3.0'],
    ['UID', uid(person)],
    ['FN', formattedName(person)],
    ['N', structuredName(person)],
    [`TEL;TYPE=${type === 'mobile' ? 'CELL' : 'VOICE'}`, phone],
    ['EMAIL;TYPE=INTERNET', email && escape(email)],
    ['ADR;TYPE=HOME', structuredAddress(person)],
    birthday(person),
    ['CATEGORIES', categories(person)],
    ['END', 'VCARD'],
  ]);
}

function* cards(people: Iterable<ListPerson>): Generator<string> {
  for (const person of people) yield cardOf(person);
}

export const vcard3: ListFormat = {
  name: 'vcard3',
  evidence: 'seen',
  source: 'RFC 2426: vCard MIME Directory Profile',
  recalled: ['BDAY;X-APPLE-OMIT-YEAR'],
  channels: ['phone', 'sms', 'email'],
  extension: 'vcf',
  make: (people) => ({ kind: 'text', pieces: cards(people) }),
};
