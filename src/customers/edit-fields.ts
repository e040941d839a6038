/** What can be said of a customer by hand: one record per field, and fields of the seller's own. Pure. */
import { readBirthday } from '../values/birthdays.ts';
import { cleanCell } from '../values/text.ts';

export const EDIT_FIELDS = ['name', 'birthday', 'gender', 'language', 'channel', 'every'] as const;
export type EditField = (typeof EDIT_FIELDS)[number];

/** How somebody may like to hear from a shop; lists and follow-ups go out on the first three. */
export const PREFERRED_CHANNELS = ['sms', 'email', 'phone', 'wechat', 'post', 'parcel'] as const;
export type PreferredChannel = (typeof PREFERRED_CHANNELS)[number];

const LONGEST_NAME = 100;
const LONGEST_VALUE = 500;
const LONGEST_FIELD = 40;
const MOST_DAYS = 3650;
const DAYS_IN: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30, y: 365 };
export const GENDERS = ['female', 'male', 'other'] as const;
const GENDER_WORDS: Readonly<Record<string, (typeof GENDERS)[number]>> = {
  female: 'female',
  f: 'female',
  女: 'female',
  male: 'male',
  m: 'male',
  男: 'male',
  other: 'other',
  其他: 'other',
};

/** From a cleaned text to the value as it is kept; undefined for one the field does not take. */
const READERS: Readonly<Record<EditField, (text: string, today: string) => string | undefined>> = {
  name: (text) => (isLine(text, LONGEST_NAME) ? text : undefined),
  birthday,
  gender: (text) => GENDER_WORDS[text.toLowerCase()],
  language,
  channel: (text) => PREFERRED_CHANNELS.find((channel) => channel === text.toLowerCase()),
  every,
};

/** What files write of it, as it is kept where it was said by hand; other texts stay. */
export const genderIn = (text: string): string => GENDER_WORDS[text.toLowerCase()] ?? text;

/** A birthday is kept as YYYY-MM-DD, 0000 where no year is told, and is not after `today`; `every` as whole days. */
export function readEdit(field: EditField, text: string, today: string): string | undefined {
  return READERS[field](cleanCell(text), today);
}

export const OWN_PREFIX = 'own:';

/** `tea=green` as the field and the value of a seller's own; undefined where it is not of that form. */
export function readOwnField(text: string): { readonly field: string; readonly value: string } | undefined {
  const at = text.indexOf('=');
  const name = ownFieldName(text.slice(0, Math.max(0, at)));
  const value = cleanCell(text.slice(at + 1));
  return name === undefined || !isLine(value, LONGEST_VALUE) ? undefined : { field: OWN_PREFIX + name, value };
}

/** Undefined for what cannot name a field. */
export function ownFieldName(text: string): string | undefined {
  const name = cleanCell(text);
  return isLine(name, LONGEST_FIELD) && !/[=:,]/.test(name) ? name : undefined;
}

/** A fact about a customer that has a place of its own is not a field of the seller's. */
export function isEditField(name: string): name is EditField {
  return EDIT_FIELDS.some((field) => field === name);
}

/** As in files, where nothing tells whether the day or the month stands first. */
function birthday(text: string, today: string): string | undefined {
  const written = text.replace(/^0000-/, '');
  const [asIs, ...either] = (['ymd', 'dmy', 'mdy'] as const).map((order) => readBirthday(written, order, today));
  if (asIs !== undefined) return asIs;
  const days = new Set(either.filter((day) => day !== undefined));
  return days.size === 1 ? [...days][0] : undefined;
}

/** A language tag that names a language there is: en, zh-CN, pt-BR. */
function language(text: string): string | undefined {
  if (!/^[a-z]{2,3}(-[a-z]{4})?(-[a-z]{2})?$/i.test(text)) return undefined;
  const [tag = ''] = Intl.getCanonicalLocales(text);
  return new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(tag) === undefined ? undefined : tag;
}

function every(text: string): string | undefined {
  const [, count = '', unit = 'd'] = /^(\d{1,4})([dwmy])?$/i.exec(text) ?? [];
  const days = Number(count) * (DAYS_IN[unit.toLowerCase()] ?? 1);
  return days >= 1 && days <= MOST_DAYS ? String(days) : undefined;
}

function isLine(text: string, longest: number): boolean {
  return text !== '' && [...text].length <= longest && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text);
}
