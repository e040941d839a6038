/** What several formats say of a person in the same words; null where there is nothing to say. */
import { formatMoney } from '../../values/money.ts';
import { nameParts } from '../../values/name-parts.ts';
import type { ListPerson } from './list-format.ts';

export const firstName = ({ name }: ListPerson): string | null =>
  name === null ? null : nameParts(name).first || null;

export const lastName = ({ name }: ListPerson): string | null => (name === null ? null : nameParts(name).last || null);

/** Chinese streets are told within their district. */
export function streetLine({ district, address }: Pick<ListPerson, 'district' | 'address'>): string | null {
  if (!district || !address) return address || district;
  return /\p{Script=Han}/u.test(address) ? district + address : `${address}, ${district}`;
}

/** As a decimal; null where all is in other currencies. */
export const amountSpent = ({ amount_spent: amount, currency }: ListPerson): string | null =>
  amount === null ? null : formatMoney(amount, currency);

export interface Birthday {
  /** Undefined where none is told. */
  readonly year: string | undefined;
  readonly month: string;
  readonly day: string;
}

export function birthdayOf({ birthday }: ListPerson): Birthday | undefined {
  const [year, month, day] = birthday?.split('-') ?? [];
  if (!month || !day) return undefined;
  return { year: year === '0000' ? undefined : year, month, day };
}

/** ISO 8601; --03-07 where no year is told. */
export function birthdayIso(person: ListPerson): string | null {
  const born = birthdayOf(person);
  return born ? `${born.year ?? '-'}-${born.month}-${born.day}` : null;
}

/** As the person's own language, if Chinese, and else English has it. */
export function countryName({ country, language }: ListPerson, always?: 'en'): string | null {
  // What a file wrote of a place that is none stays as it is.
  if (country === null || !/^[A-Z]{2}$/.test(country)) return country;
  const spoken = always ?? (language?.startsWith('zh') ? 'zh' : 'en');
  return new Intl.DisplayNames([spoken], { type: 'region' }).of(country) ?? country;
}

export const mobileNumber = ({ phone, phone_type: type }: ListPerson): string | null =>
  type === 'mobile' ? phone : null;
