/** From the options of `customers edit` to what they say, or a sentence about the first that is wrong. */
import type { Context } from '../context.ts';
import {
  type EditField,
  EDIT_FIELDS,
  isEditField,
  OWN_PREFIX,
  ownFieldName,
  readEdit,
  readOwnField,
} from '../customers/edit-fields.ts';
import { type Edit, fieldsEverEdited } from '../customers/edit-queries.ts';
import { UsageError } from '../errors.ts';
import { shellLine } from '../output/shell-word.ts';
import type { Archive } from '../store/open.ts';
import { fieldTitle } from './edit-words.ts';

type EditOptions = Readonly<Record<EditField, string | undefined>> & {
  readonly set: readonly string[];
  readonly clear: readonly string[];
};

/** Throws UsageError. */
export function readEdits(context: Context, archive: Archive, customer: number, options: EditOptions): Edit[] {
  const { edits: words } = context.words;
  const today = context.today(archive);
  const edits: Edit[] = [];
  for (const field of EDIT_FIELDS) {
    const text = options[field];
    if (text === undefined) continue;
    const value = readEdit(field, text, today);
    if (value === undefined)
      throw new UsageError(words.bad(`--${field}`, text, words.takes[field]), {
        code: `bad_${field}`,
        hint:
          field === 'every' ? words.neverHint(shellLine(['regulars', 'suppress', 'add', String(customer)])) : undefined,
      });
    edits.push({ field, value });
  }
  for (const text of options.set) edits.push(ownField(context, text));
  const ever = options.clear.length > 0 ? fieldsEverEdited(archive, customer) : [];
  for (const name of options.clear) edits.push({ field: fieldToClear(context, name, ever), value: null });
  if (edits.length === 0) throw new UsageError(words.nothingGiven, { code: 'nothing_to_edit' });
  const repeated = edits.find(({ field }, index) => edits.findIndex((edit) => edit.field === field) < index);
  if (repeated) throw new UsageError(words.twice(fieldTitle(context.words, repeated.field)), { code: 'field_twice' });
  return edits;
}

function ownField({ words: { edits } }: Context, text: string): Edit {
  const own = readOwnField(text);
  if (!own) throw new UsageError(edits.badOwn(text), { code: 'bad_field' });
  const name = own.field.slice(OWN_PREFIX.length);
  if (isEditField(name)) throw new UsageError(edits.hasOption(name), { code: 'bad_field' });
  return own;
}

function fieldToClear({ words: { edits } }: Context, text: string, ever: readonly string[]): string {
  const name = ownFieldName(text) ?? '';
  if (isEditField(name)) return name;
  if (ever.includes(OWN_PREFIX + name)) return OWN_PREFIX + name;
  const own = ever.flatMap((field) => (field.startsWith(OWN_PREFIX) ? [field.slice(OWN_PREFIX.length)] : []));
  throw new UsageError(edits.unknownField(text, [...EDIT_FIELDS, ...own].join(', ')), { code: 'unknown_field' });
}
