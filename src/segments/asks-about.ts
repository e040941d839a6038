/** What a query asks about that may itself follow from a query: tags, segments, and fields by name. */
import type { Comparison, Operator } from './expression.ts';
import { type ExpressionLeaf, expressionLeaves } from './expression-leaves.ts';
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

/** Operators that ask for the whole name of a tag. */
const WHOLE = new Set<Operator>(['=', '!=', 'IN', 'NOT IN', 'CONTAINS', 'NOT CONTAINS']);

/** A query that cannot be read asks nothing. */
export function asksAbout(source: string): AskedAbout {
  const fields = new Set<string>();
  const segments = new Set<string>();
  const tags = new Set<string>();
  let any = false;
  let relative = false;
  const addTags = ({ operator, values }: Comparison): void => {
    if (!WHOLE.has(operator)) any = true;
    for (const value of values) if (value.kind === 'text') tags.add(value.text.normalize('NFC').toLowerCase());
  };
  for (const leaf of leavesOf(source)) {
    switch (leaf.kind) {
      case 'segment':
        segments.add(leaf.name);
        relative ||= leaf.asOf !== undefined;
        break;
      case 'compare':
        fields.add(leaf.field);
        relative ||= leaf.percentile === true;
        if (leaf.field === 'customer_tags') addTags(leaf);
        break;
      case 'contrast':
        fields.add(leaf.left.field).add(leaf.right.field);
        break;
      case 'rank':
        fields.add(leaf.field);
        relative = true;
        break;
      case 'matches': {
        fields.add(leaf.collection);
        const named = leaf.tests.filter(({ field }) => leaf.collection === 'tagged' && field === 'tag');
        named.forEach(addTags);
        any ||= leaf.collection === 'tagged' && named.length === 0;
        break;
      }
      case 'sample':
    }
  }
  return { fields, segments, tags: any ? 'any' : tags, relative };
}

function leavesOf(source: string): ExpressionLeaf[] {
  try {
    return expressionLeaves(parse(source));
  } catch (error) {
    if (!(error instanceof SegmentError)) throw error;
    return [];
  }
}
