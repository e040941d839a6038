/** What advertising networks compare people by, against vectors worked out elsewhere. */
import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { googleAds } from '../../../src/contacts/lists/google-ads.ts';
import type { ListFormat, ListPerson } from '../../../src/contacts/lists/list-format.ts';
import { meta } from '../../../src/contacts/lists/meta.ts';
import { fileText } from './file-text.ts';
import { person } from './people.ts';

const EMAIL = '973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b';
const META_PHONE = 'bf08aacce7f9b2452863cf99373043c3333f0e3127f1f787c4abb46ab6cf2b83';
const GOOGLE_PHONE = 'ec61f3c620a98bdead8c1f1f0ae747abd1b62a0c2dba4fd4bc22cf0d1d8653e5';

const rowOf = (format: ListFormat, said: Partial<ListPerson>) =>
  parse<Record<string, string>>(fileText(format, [person(said)]), { columns: true })[0];
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const tester = { email: 'test@example.com', phone: '+8613800138000' };

it('hashes one phone differently for each network, and one e-mail alike', () => {
  expect(rowOf(meta, tester)).toMatchObject({ email: EMAIL, phone: META_PHONE });
  expect(rowOf(googleAds, tester)).toMatchObject({ Email: EMAIL, Phone: GOOGLE_PHONE });
  expect(rowOf(meta, { email: ' TEST@Example.com ' })).toMatchObject({ email: EMAIL, phone: '' });
});

it('compares gmail without dots and +tag for Google, and as it stands for Meta', () => {
  const email = 'Bo.Archer+tea@gmail.com';
  expect(rowOf(googleAds, { email })?.['Email']).toBe(sha256('boarcher@gmail.com'));
  expect(rowOf(googleAds, { email: 'a.b+c@example.com' })?.['Email']).toBe(sha256('a.b+c@example.com'));
  expect(rowOf(meta, { email })?.['email']).toBe(sha256('bo.archer+tea@gmail.com'));
});

it('leaves country and postcode as they are for Google alone', () => {
  const home = { ...tester, country: 'US', province: 'New York', city: 'St. Albans 2', postcode: '11412-1234' };
  expect(rowOf(googleAds, home)).toMatchObject({ Country: 'US', Zip: '11412-1234' });
  expect(rowOf(meta, home)).toMatchObject({
    country: sha256('us'),
    zip: sha256('11412'),
    st: sha256('ny'),
    ct: sha256('stalbans'),
  });
});

it('hashes names, year of birth and gender in their plain forms, and nothing where there is nothing', () => {
  const ann = { ...tester, name: 'Ann ARCHER', birthday: '1990-02-03', gender: 'f' };
  expect(rowOf(meta, ann)).toMatchObject({
    fn: sha256('ann'),
    ln: sha256('archer'),
    doby: sha256('1990'),
    gen: sha256('f'),
  });
  expect(rowOf(meta, { ...tester, birthday: '0000-02-03', gender: 'other' })).toMatchObject({
    doby: '',
    gen: '',
    fn: '',
  });
  expect(rowOf(googleAds, ann)).toMatchObject({ 'First Name': sha256('ann'), 'Last Name': sha256('archer') });
});

it('puts nobody in who has neither address', () => {
  for (const format of [meta, googleAds]) expect(rowOf(format, { name: 'Ann Archer', country: 'US' })).toBeUndefined();
});
