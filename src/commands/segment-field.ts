/** One thing a condition can ask about, in full: a card for a person, a document for a program. */
import type { Context } from '../context.ts';
import type { Words } from '../messages/words.ts';
import { type Field, renderFields } from '../output/fields.ts';
import { namedTerm } from '../output/term.ts';
import { nameFor } from '../segments/alias-words.ts';
import { type Described, described, type Part } from '../segments/described.ts';
import { fieldNamed } from '../segments/fields.ts';
import { wordingSegmentErrors } from './choosing.ts';
import type { Outcome } from './command.ts';
import { wantsDocument } from './document.ts';

interface Known {
  of(one: Described): number;
  own(): readonly { readonly name: string; readonly customers: readonly number[] }[];
}

export function meaningOf({ fields, collections }: Words, { name, type }: Described): string {
  const known: Readonly<Record<string, string>> = type === 'collection' ? collections.collections : fields;
  return known[name] ?? '';
}

/** Throws UsageError for a name that nothing has. */
export async function showField(
  context: Context,
  written: string,
  known: Known | undefined,
): Promise<Outcome | undefined> {
  const name = nameFor(written.trim()) ?? written.trim().toLowerCase();
  const found = described.filter((one) => one.name === name);
  if (found.length === 0)
    await wordingSegmentErrors(context, () => fieldNamed(name, name, { start: 0, end: name.length }));
  const own = name === 'own_field' ? (known?.own() ?? []) : [];
  if (wantsDocument(context)) {
    const { writeJson } = await import('../output/write-json.ts');
    await writeJson(
      context,
      found.map((one) => documentOf(context.rowWords, one, known?.of(one) ?? null, own)),
    );
    return undefined;
  }
  const cards = found.map((one) => renderFields(card(context.words, one, known?.of(one), own), context.io.out));
  await context.io.write(cards.join('\n'));
  return undefined;
}

function documentOf(words: Words, one: Described, customers: number | null, own: ReturnType<Known['own']>) {
  return {
    name: one.name,
    type: one.type,
    meaning: meaningOf(words, one),
    example: one.example,
    customers,
    operators: one.operators,
    forms: one.forms,
    values: one.levels,
    chinese: one.aliases,
    ...(one.name === 'own_field'
      ? { own: own.map(({ name, customers: having }) => ({ name, customers: having.length })) }
      : {}),
    ...(one.type === 'collection'
      ? {
          attributes: one.parts.map(({ name, type, ofAll, operators, levels, aliases }) => ({
            name,
            type,
            of_all: ofAll,
            meaning: words.collections.attributes[name] ?? '',
            operators,
            values: levels,
            chinese: aliases,
          })),
        }
      : {}),
  };
}

function card(words: Words, one: Described, customers: number | undefined, own: ReturnType<Known['own']>): Field[] {
  const { labels, types, has } = words.collections;
  return [
    [labels.name, one.name],
    [labels.type, types[one.type]],
    [labels.meaning, meaningOf(words, one)],
    [labels.operators, one.operators.join(' · ')],
    [labels.forms, one.forms.join(' · ')],
    [labels.values, one.levels.map((level) => namedTerm(words, level)).join(' · ')],
    [labels.own, own.map(({ name, customers: having }) => `${name} (${having.length})`).join(' · ')],
    [labels.chinese, one.aliases.join(' · ')],
    [labels.example, one.example],
    [labels.customers, customers === undefined ? undefined : has(customers)],
    ...one.parts.filter(({ ofAll }) => !ofAll).map((part) => partLine(words, part)),
    ...one.parts.filter(({ ofAll }) => ofAll).map((part) => partLine(words, part)),
  ];
}

function partLine(words: Words, { name, type, ofAll, levels, aliases }: Part): Field {
  const { attributes, types, ofAll: all } = words.collections;
  const about = [types[type], ...(ofAll ? [all] : []), ...aliases].join(' · ');
  const values = levels.length > 0 ? [levels.map((level) => namedTerm(words, level)).join(' · ')] : [];
  return [`  ${name}`, [`${attributes[name] ?? ''} (${about})`, ...values].join('\n')];
}
