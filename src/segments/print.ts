/** A tree as the query one would type for it, with brackets where they matter: parse(print(x)) is x, but for the spans. */
import type { Expression, Value } from './expression.ts';

export function print(expression: Expression): string {
  switch (expression.kind) {
    case 'and':
      return expression.parts.map((part) => (part.kind === 'or' ? `(${print(part)})` : print(part))).join(' AND ');
    case 'or':
      return expression.parts.map(print).join(' OR ');
    case 'not': {
      const { inner } = expression;
      return `NOT ${inner.kind === 'and' || inner.kind === 'or' ? `(${print(inner)})` : print(inner)}`;
    }
    case 'segment':
      return `in_segment(${quote(expression.name)})`;
    case 'compare': {
      const { field, operator } = expression;
      const values = expression.values.map(printValue);
      if (operator === 'BETWEEN') return `${field} BETWEEN ${values.join(' AND ')}`;
      if (operator === 'IN' || operator === 'NOT IN') return `${field} ${operator} (${values.join(', ')})`;
      return [field, operator, ...values].join(' ');
    }
  }
}

export function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function printValue(value: Value): string {
  switch (value.kind) {
    case 'number':
      return String(value.number);
    case 'text':
      return quote(value.text);
    case 'day':
      return value.day;
    case 'offset':
      return value.amount === 0 ? 'today' : `${value.amount > 0 ? '+' : ''}${value.amount}${value.unit}`;
  }
}
