/**
 * Tokens to a tree, as Pratt parses: what can start an expression (NOT, a bracket, a clause), then
 * what can join two and how tightly (OR 1, AND 2; NOT binds tighter than both).
 */
import { parseClause } from './clause.ts';
import { Cursor } from './cursor.ts';
import type { Expression, Junction } from './expression.ts';

const MAX_DEPTH = 64;
const MAX_TOKENS = 1000;

const JOINS = [
  { word: 'OR', kind: 'or', binds: 1 },
  { word: 'AND', kind: 'and', binds: 2 },
] as const;
const NOT_BINDS = 3;

interface Parsing {
  readonly cursor: Cursor;
  /** Tokens inside IN lists, which have a limit of their own. */
  listTokens: number;
}

/** Throws SegmentError for anything that is not one whole query, or too long or too deep for one. */
export function parse(source: string): Expression {
  const cursor = new Cursor(source);
  if (cursor.done) throw cursor.error('empty', cursor.token.span, 'field');
  const parsing: Parsing = { cursor, listTokens: 0 };
  const expression = parseExpression(parsing, 0, 0);
  if (cursor.done) return expression;
  if (cursor.token.text === ',' && /\d$/.test(source.slice(0, cursor.end))) throw cursor.unexpected('plain_number');
  throw cursor.unexpectedWord(['AND', 'OR']);
}

function parseExpression(parsing: Parsing, tighterThan: number, depth: number): Expression {
  const { cursor } = parsing;
  let left = parsePrefix(parsing, depth);
  for (;;) {
    const join = JOINS.find(({ word, binds }) => binds > tighterThan && cursor.isWord(word));
    if (!join) return left;
    cursor.take();
    left = joined(join.kind, left, parseExpression(parsing, join.binds, depth));
  }
}

function parsePrefix(parsing: Parsing, depth: number): Expression {
  const { cursor } = parsing;
  const { span } = cursor.token;
  if (depth > MAX_DEPTH) throw cursor.error('too_deep', span);
  if (cursor.takeWord('NOT')) {
    const inner = parseExpression(parsing, NOT_BINDS, depth + 1);
    return { kind: 'not', inner, span: { start: span.start, end: inner.span.end } };
  }
  if (cursor.takeSign('(')) {
    const inner = parseExpression(parsing, 0, depth + 1);
    cursor.close(span, ['AND', 'OR']);
    return inner;
  }
  const { clause, listTokens } = parseClause(cursor);
  parsing.listTokens += listTokens;
  if (cursor.taken - parsing.listTokens > MAX_TOKENS) throw cursor.error('too_long', clause.span);
  return clause;
}

/** Brackets around the same kind change nothing: `a AND (b AND c)` is one junction of three. */
function joined(kind: Junction['kind'], left: Expression, right: Expression): Junction {
  const partsOf = (side: Expression) => (side.kind === kind ? side.parts : [side]);
  return { kind, parts: [...partsOf(left), ...partsOf(right)], span: { start: left.span.start, end: right.span.end } };
}
