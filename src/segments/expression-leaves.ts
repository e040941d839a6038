/** The conditions a query is made of, whatever joins or negates them; a segment that is named is one. */
import type { Expression, Junction, Negation } from './expression.ts';

export type ExpressionLeaf = Exclude<Expression, Junction | Negation>;

export function expressionLeaves(expression: Expression): ExpressionLeaf[] {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return expression.parts.flatMap(expressionLeaves);
    case 'not':
      return expressionLeaves(expression.inner);
    default:
      return [expression];
  }
}
