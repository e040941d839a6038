/** What was said of a customer by hand, field by field, for a person to read. */
import { isEditField, OWN_PREFIX } from '../customers/edit-fields.ts';
import type { Words } from '../messages/words.ts';
import { term } from '../output/term.ts';

export function fieldTitle({ edits }: Pick<Words, 'edits'>, field: string): string {
  return isEditField(field) ? edits.fields[field] : field.slice(OWN_PREFIX.length);
}

export function fieldValue(words: Words, field: string, value: string): string {
  switch (field) {
    case 'birthday':
      return birthdayText(value);
    case 'gender':
    case 'channel':
      return term(words, value);
    case 'language':
      return new Intl.DisplayNames([words.language], { type: 'language' }).of(value) ?? value;
    case 'every':
      return words.edits.days(Number(value));
    default:
      return value;
  }
}

/** Without the year where it is not known. */
export function birthdayText(day: string): string {
  return day.replace(/^0000-/, '');
}
