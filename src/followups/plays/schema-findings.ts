/** What a schema says of a value, as findings: where, what stands there, and what was most likely meant. */
import { z } from 'zod';
import { isTable } from '../../segments/segment-file.ts';
import { nearest } from '../../values/nearest.ts';
import type { PlayFinding, PlayMistakeName } from './finding.ts';

type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

export interface SchemaFinding extends PlayFinding {
  readonly path: Path;
}

/** `value` is none of what the schema takes. */
export function schemaFindings(schema: z.ZodType, value: unknown, error: z.ZodError): SchemaFinding[] {
  return error.issues.flatMap((issue) => told(schema, value, issue));
}

function told(schema: z.ZodType, value: unknown, issue: Issue): SchemaFinding[] {
  const { path } = issue;
  const there = valueAt(value, path);
  const as = (finding: PlayMistakeName, more: Partial<SchemaFinding> = {}): SchemaFinding[] => [
    { finding, path, key: keyOf(path), ...standing(there), ...more },
  ];
  if (there === undefined && issue.code !== 'unrecognized_keys') return as('missing', wordsOf(issue));
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        finding: 'unknown_key',
        path: [...path, key],
        key: keyOf([...path, key]),
        nearest: nearest(key, keysAt(schema, value, path)),
      }));
    case 'invalid_value':
      return as('unknown_word', { ...wordsOf(issue), nearest: near(there, issue.values.map(String)) });
    case 'invalid_union':
      return ofUnion(schema, value, issue, as);
    case 'invalid_type':
      return as(
        WRONG_TYPES[typeof there === 'number' && issue.expected === 'int' ? 'whole' : issue.expected] ?? 'not_text',
      );
    case 'too_small':
      return Number(issue.minimum) === 1 && issue.origin !== 'number' && issue.origin !== 'int'
        ? as('empty')
        : as('too_small', { about: String(issue.minimum) });
    case 'too_big':
      return issue.origin === 'string'
        ? as(FORMATS[String(path.at(-1))] ?? 'bad_name')
        : as('too_big', { about: String(issue.maximum) });
    case 'invalid_format':
      return as(FORMATS[String(path.at(-1))] ?? 'bad_name');
    default:
      throw new Error(`no words for ${issue.code}`);
  }
}

/** Of the option that is most likely meant: a word, or a table. */
function ofUnion(
  schema: z.ZodType,
  value: unknown,
  issue: Extract<Issue, { readonly code: 'invalid_union' }>,
  as: (finding: PlayMistakeName, more?: Partial<SchemaFinding>) => SchemaFinding[],
): SchemaFinding[] {
  const there = valueAt(value, issue.path);
  if (issue.errors.length === 0) {
    const words = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
    return as('unknown_word', { about: words.join(', '), nearest: near(there, words) });
  }
  const option = isTable(there) ? issue.errors.at(-1) : issue.errors[0];
  return (option ?? []).flatMap((inner) => told(schema, value, { ...inner, path: [...issue.path, ...inner.path] }));
}

const WRONG_TYPES: Readonly<Record<string, PlayMistakeName>> = {
  string: 'not_text',
  number: 'not_number',
  int: 'not_number',
  whole: 'not_whole',
  boolean: 'not_yes_no',
  array: 'not_list',
  object: 'not_table',
};
/** By the last key. */
const FORMATS: Readonly<Record<string, PlayMistakeName>> = {
  name: 'bad_name',
  from: 'bad_time',
  to: 'bad_time',
  price_per_part: 'bad_price',
  signature: 'bad_signature',
};

const wordsOf = (issue: Issue): { readonly about?: string } => {
  if (issue.code === 'invalid_value') return { about: issue.values.map(String).join(', ') };
  return issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options)
    ? { about: issue.options.map(String).join(', ') }
    : {};
};

const near = (value: unknown, words: readonly string[]) =>
  typeof value === 'string' ? nearest(value, words) : undefined;

/** Lists are counted from 1. */
export const keyOf = (path: Path): string =>
  path.map((part) => (typeof part === 'number' ? String(part + 1) : String(part))).join('.');

function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const part of path)
    at = typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[part] : undefined;
  return at;
}

/** The beginning of it, as it would be written but for the quotes around a text. */
function standing(value: unknown): Pick<PlayFinding, 'value' | 'isBare'> {
  if (value === undefined) return {};
  const text = typeof value === 'string' ? value : bare(value);
  const beginning = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return typeof value === 'string' ? { value: beginning } : { value: beginning, isBare: true };
}

function bare(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  // Also what is no number, and without an end.
  return typeof value === 'number' ? String(value) : JSON.stringify(value);
}

/** What may stand in the table at a path. */
function keysAt(schema: z.ZodType, value: unknown, path: Path): string[] {
  let at: unknown = schema;
  for (const [index, part] of path.entries()) {
    const table = optionOf(at, valueAt(value, path.slice(0, index)));
    if (table instanceof z.ZodObject) at = (table.shape as Readonly<Record<string, unknown>>)[String(part)];
    else if (table instanceof z.ZodArray) at = table.element;
  }
  const end = optionOf(at, valueAt(value, path));
  return end instanceof z.ZodObject ? Object.keys(end.shape) : [];
}

/** Without what stands around it; of several the one the value is of. */
function optionOf(schema: unknown, value: unknown): unknown {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodOptional)
    return optionOf(schema.unwrap(), value);
  if (!(schema instanceof z.ZodUnion)) return schema;
  const { on } = isTable(value) ? value : {};
  return schema.options.find((option) => option instanceof z.ZodObject && (on === undefined || isOn(option, on)));
}

function isOn({ shape }: z.ZodObject, on: unknown): boolean {
  const { on: own } = shape as Readonly<Record<string, unknown>>;
  if (own instanceof z.ZodEnum) return own.options.some((word) => word === on);
  return own instanceof z.ZodLiteral && own.value === on;
}
