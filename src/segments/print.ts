/** A tree as the query one would type for it, with brackets where they matter: parse(print(x)) is x, but for the spans. */
import type { Comparison, Expression, Offset, Operand, Value } from './expression.ts';

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
    case 'segment': {
      const asOf = expression.asOf ? ` AS OF ${printValue(expression.asOf)}` : '';
      return `in_segment(${quote(expression.name)}${asOf})`;
    }
    case 'compare':
      return printComparison(expression);
    case 'contrast': {
      const times = expression.times === 1 ? '' : `${printNumber(expression.times)} * `;
      return `${printOperand(expression.left)} ${expression.operator} ${times}${printOperand(expression.right)}`;
    }
    case 'rank': {
      const { end, amount, share } = expression;
      const much = share ? `${printNumber(Number((amount * 100).toFixed(6)))}%` : String(amount);
      return `${printOperand(expression)} ${end} ${much}`;
    }
    case 'matches': {
      const tests = expression.tests.map(printComparison).join(', ');
      return `${expression.collection} ${expression.negated ? 'NOT ' : ''}MATCHES (${tests})`;
    }
    case 'sample': {
      const seed = expression.seed === '' ? '' : ` SEED ${quote(expression.seed)}`;
      return `SAMPLE ${printNumber(Number((expression.share * 100).toFixed(6)))}%${seed}`;
    }
  }
}

function printComparison(comparison: Comparison): string {
  const { operator, percentile } = comparison;
  const field = `${printOperand(comparison)}${percentile ? ' PERCENTILE' : ''}`;
  const values = comparison.values.map(printValue);
  if (operator === 'BETWEEN') return `${field} BETWEEN ${values.join(' AND ')}`;
  if (operator === 'IN' || operator === 'NOT IN') return `${field} ${operator} (${values.join(', ')})`;
  return [field, operator, ...values].join(' ');
}

function printOperand({ field, argument, during, yearly }: Operand): string {
  if (yearly) return `anniversary(date: ${quote(field)})`;
  const name = argument === undefined ? field : `${field}(${quote(argument)})`;
  return during ? `${name} DURING (${during.map(printValue).join(', ')})` : name;
}

export function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function printValue(value: Value): string {
  switch (value.kind) {
    case 'number':
      return printNumber(value.number);
    case 'text':
      return quote(value.text);
    case 'day':
      return value.day;
    case 'offset':
      return value.amount === 0 ? 'today' : printOffset(value);
    case 'start':
      return `${value.of}_start${value.amount === 0 ? '' : ` ${printOffset(value)}`}`;
  }
}

const printOffset = ({ amount, unit }: Offset): string => `${amount > 0 ? '+' : ''}${amount}${unit}`;

/** Never with an exponent, which the language does not read. */
const printNumber = (number: number): string =>
  Number.isInteger(number) ? String(number) : number.toFixed(8).replace(/0+$/, '');
