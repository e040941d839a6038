/** The language on a real little shop: whom each query finds, by name. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check } from '../../src/segments/check.ts';
import { COLLECTIONS } from '../../src/segments/collections.ts';
import { resolve } from '../../src/segments/compile.ts';
import { factsOf } from '../../src/segments/customer-facts.ts';
import { evaluate } from '../../src/segments/evaluate.ts';
import type { Expression } from '../../src/segments/expression.ts';
import { FIELDS } from '../../src/segments/fields.ts';
import { fitting } from '../../src/segments/fitting.ts';
import { parse } from '../../src/segments/grammar.ts';
import { scopeOf } from '../../src/segments/scope.ts';
import { Teashop } from '../helpers/teashop.ts';
import { MEASURES } from './teashop/measures.ts';
import { ORDERS } from './teashop/orders.ts';
import { PEOPLE } from './teashop/people.ts';
import { PRODUCTS } from './teashop/products.ts';
import { QUESTIONS } from './teashop/questions.ts';
import { RANKS } from './teashop/ranks.ts';

const ALL = [...MEASURES, ...RANKS, ...PEOPLE, ...ORDERS, ...PRODUCTS];

let tea: Teashop;
beforeAll(async () => {
  tea = await Teashop.open();
}, 60_000);
afterAll(() => tea.close());

describe.each([
  ['what orders come to', MEASURES],
  ['scores, ranks and segments', RANKS],
  ['people', PEOPLE],
  ['orders one by one', ORDERS],
  ['products', PRODUCTS],
])('of the tea shop: %s', (_, table) => {
  it.each(table)('%s', (where, members) => expect(tea.who(where).join(', ')).toBe(members));
});

it.each(QUESTIONS)('question %i: %s', (_, where, members) => expect(tea.who(where).join(', ')).toBe(members));

it('has a query for each question but the forecast', () => {
  const asked = new Set(QUESTIONS.map(([question]) => question));
  expect([...Array(30).keys()].map((n) => n + 1).filter((n) => !asked.has(n))).toEqual([18]);
});

it('says the same of one customer in memory as of everybody in SQL', { timeout: 60_000 }, () => {
  const { archive, population } = tea;
  const names = ['周小茶', '梅若兰', 'Anna Archer', 'Fay New', '陆思雨', 'Gus Vane'];
  const found = archive.db.prepare('SELECT customer_id, name FROM customers').raw().all() as [number, string][];
  const people = found.filter(([, name]) => names.includes(name));
  expect(people).toHaveLength(names.length);
  const facts = people.map(([customer, name]) => ({ name, known: factsOf(archive, population, customer) }));
  for (const [where, members] of ALL) {
    const condition = resolve(archive, population, check(parse(where), where, scopeOf(archive, population)), {
      of: 'one',
    });
    const inMemory = facts.filter(({ known }) => evaluate(condition, known).holds).map(({ name }) => name);
    const inSql = facts.map(({ name }) => name).filter((name) => members.split(', ').includes(name));
    expect(inMemory, where).toEqual(inSql);
  }
});

it('asks of every field, operator, collection, attribute and aggregate', () => {
  const seen = new Set<string>();
  for (const [where] of ALL) collect(parse(where), seen);
  const fields = FIELDS.map(({ name }) => name);
  const parts = COLLECTIONS.flatMap(({ name, attributes, aggregates }) =>
    [...attributes, ...aggregates].map((part) => `${name}.${part.name}`),
  );
  // Every order and counting ones have the same attributes.
  const wanted = parts.filter((part) => !part.startsWith('orders_all.'));
  const operators = (['number', 'text'] as const).flatMap((type) => fitting(type)).map((operator) => `op ${operator}`);
  const windows = FIELDS.filter((field) => 'window' in field).map(({ name }) => `${name} during`);
  const rest = ['orders_all', 'percentile', 'TOP', 'BOTTOM', 'contrast', 'sample', 'segment', 'as of', 'yearly'];
  expect([...fields, ...wanted, ...operators, ...windows, ...rest].filter((one) => !seen.has(one))).toEqual([]);
});

/** What a tree asks of, in words. */
function collect(tree: Expression, seen: Set<string>): void {
  switch (tree.kind) {
    case 'and':
    case 'or':
      for (const part of tree.parts) collect(part, seen);
      return;
    case 'not':
      collect(tree.inner, seen);
      return;
    case 'matches':
      seen.add(tree.collection);
      for (const test of tree.tests) seen.add(`${tree.collection}.${test.field}`).add(`op ${test.operator}`);
      return;
    case 'segment':
      seen.add('segment').add(tree.asOf ? 'as of' : 'segment');
      return;
    case 'contrast':
      seen.add('contrast');
      for (const side of [tree.left, tree.right]) seen.add(side.during ? `${side.field} during` : side.field);
      return;
    case 'rank':
      seen.add(tree.end).add(tree.field);
      return;
    case 'compare':
      seen.add(tree.field).add(`op ${tree.operator}`);
      if (tree.during) seen.add(`${tree.field} during`);
      if (tree.percentile) seen.add('percentile');
      if (tree.yearly) seen.add('yearly');
      return;
    case 'sample':
      seen.add('sample');
  }
}
