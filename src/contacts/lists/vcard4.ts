/** Cards of version 4, for what reads them: RFC 6350. */
import { genderLetter } from './gender.ts';
import type { ListFormat, ListPerson } from './list-format.ts';
import { birthdayOf } from './person-facts.ts';
import { categories, formattedName, structuredAddress, structuredName, uid } from './vcard-facts.ts';
import { escape } from '../../values/content-lines.ts';
import { card } from './vcard-lines.ts';

function birthday(person: ListPerson): string | null {
  const born = birthdayOf(person);
  return born ? `${born.year ?? '--'}${born.month}${born.day}` : null;
}

function cardOf(person: ListPerson): string {
  const { email, phone, phone_type: type, language } = person;
  return card([
    ['BEGIN', 'VCARD'],
    ['VERSION', '4.0'],
    ['UID;VALUE=text', uid(person)],
    ['KIND', 'individual'],
    ['FN', formattedName(person)],
    ['N', structuredName(person)],
    ['GENDER', genderLetter(person.gender)?.toUpperCase()],
    ['LANG', language && /^[a-z]{2,3}(-[a-z\d]+)*$/i.test(language) ? language : null],
    [`TEL;VALUE=uri;TYPE=${type === 'mobile' ? 'cell' : 'voice'}`, phone && `tel:${phone}`],
    ['EMAIL', email && escape(email)],
    ['ADR;TYPE=home', structuredAddress(person)],
    ['BDAY', birthday(person)],
    ['CATEGORIES', categories(person)],
    ['END', 'VCARD'],
  ]);
}

function* cards(people: Iterable<ListPerson>): Generator<string> {
  for (const person of people) yield cardOf(person);
}

export const vcard4: ListFormat = {
  name: 'vcard4',
  evidence: 'seen',
  source: 'RFC 6350: vCard Format Specification',
  channels: ['phone', 'sms', 'email'],
  extension: 'vcf',
  make: (people) => ({ kind: 'text', pieces: cards(people) }),
};
