/** What a query asks about that may itself follow from a query: tags, segments, and fields by name. */
import { parse } from './grammar.ts';
import { SegmentError } from './segment-error.ts';

export interface AskedAbout {
  /** Lower case. */
  readonly fields: ReadonlySet<string>;
  /** As they are written. */
  readonly segments: ReadonlySet<string>;
  /** Lower case; 'any' where a part of a name, or whether there is any, is asked. */
  readonly tags: ReadonlySet<string> | 'any';
  /** Whether it can only be answered of everybody together. */
  readonly relative: boolean;
}

/** Values of which the whole name of a tag is asked. */
const WHOLE = new Set<unknown>(['=', '!=', 'IN', 'NOT IN', 'CONTAINS', 'NOT CONTAINS']);
/** The field of tags, and the field of them within `tagged MATCHES (…)`. */
const TAG_FIELDS = ['customer_tags', 'tag'];

/** Whatever forms the language has: every node of the tree is looked at by what it names. A query that cannot be read asks nothing. */
export function asksAbout(source: string): AskedAbout {
  const fields = new Set<string>();
  const segments = new Set<string>();
  const tags = new Set<string>();
  let any = false;
  let relative = false;
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) return node.forEach(visit);
    const { kind, field, collection, operator, name, values, percentile, asOf } = node as Readonly<
      Record<string, unknown>
    >;
    relative ||= kind === 'rank' || percentile === true || (kind === 'segment' && asOf !== undefined);
    if (typeof field === 'string') fields.add(field);
    if (typeof collection === 'string') fields.add(collection);
    if (kind === 'segment' && typeof name === 'string') segments.add(name);
    if (typeof field === 'string' && TAG_FIELDS.includes(field)) {
      const texts = WHOLE.has(operator) ? textsIn(values) : [];
      for (const text of texts) tags.add(text.normalize('NFC').toLowerCase());
      any ||= texts.length === 0;
    } else if (collection === 'tagged' && !JSON.stringify(node).includes('"field":"tag"')) any = true;
    Object.values(node).forEach(visit);
  };
  visit(treeOf(source));
  return { fields, segments, tags: any ? 'any' : tags, relative };
}

function treeOf(source: string): unknown {
  try {
    return parse(source);
  } catch (error) {
    if (!(error instanceof SegmentError)) throw error;
    return null;
  }
}

const textsIn = (values: unknown): string[] =>
  Array.isArray(values)
    ? values.flatMap((value: unknown) => {
        const { text } = value as { readonly text?: unknown };
        return typeof text === 'string' ? [text] : [];
      })
    : [];
