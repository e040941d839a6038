import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { supplyFields } from '../../src/commands/supply-fields.ts';
import { gather } from '../../src/measures/gather.ts';
import type { Population } from '../../src/measures/population.ts';
import { compileWhere } from '../../src/segments/compile.ts';
import type { Expression, Operator } from '../../src/segments/expression.ts';
import { FIELDS, type SegmentField } from '../../src/segments/fields.ts';
import { parse } from '../../src/segments/grammar.ts';
import { print } from '../../src/segments/print.ts';
import { membersWhere } from '../../src/segments/queries.ts';
import { SegmentError } from '../../src/segments/segment-error.ts';
import { randomComparison, randomQuery, SPAN } from '../helpers/random-query.ts';
import { mulberry } from '../helpers/random-world.ts';
import { type World, world } from '../helpers/world.ts';
import { bare } from './bare.ts';

supplyFields();

/** To ask for another day gathers the measures anew. */
const ofToday = randomQuery.filter((tree) => !print(tree).includes(' AS OF '));

/** What a measure may be on any day, missing included. */
const MISSING = 0.3;
const PEOPLE = 12;

describe('every query over every world', () => {
  let tea: World;
  let population: Population;
  let everybody: number[];

  beforeAll(async () => {
    tea = await world(
      Array.from({ length: PEOPLE }, (_, index) => ({
        name: ['王小茶', 'Ann', '', 'VIP'][index % 4] ?? '',
        ...(index % 3 === 0 ? { email: `a${index}@example.com` } : {}),
        ...(index % 2 === 0 ? { city: ['杭州市', 'Leeds'][index % 4] ?? '' } : {}),
        orders: [{ day: '2026-01-01', ...(index % 4 === 0 ? { marketing: index % 8 === 0, shop: 2 } : {}) }],
      })),
    );
    const tag = tea.archive.db.prepare(
      "INSERT INTO tag_facts (tag, record_id, origin, added_at) VALUES ('vip', ?, 'hand', 0)",
    );
    for (const customer of [1, 4, 5]) tag.run(customer);
    population = gather(tea.archive, '2026-06-30');
    everybody = tea.customers.toSorted((a, b) => a - b);
  });
  afterAll(() => tea.close());

  /** Overwrites the measures by chance, the same for the same seed, with values missing. */
  function scramble(seed: number): void {
    const { db } = tea.archive;
    const random = mulberry(seed);
    const cell = (field: SegmentField): string | number | null => {
      if (random() < MISSING) return null;
      if (field.type === 'level') return field.levels?.[Math.floor(random() * field.levels.length)] ?? null;
      if (field.type === 'day')
        return new Date(Date.UTC(2024, 0, 1 + Math.floor(random() * 1000))).toISOString().slice(0, 10);
      if (field.type === 'text') return ['龙井', 'vip', '', 'Ann'][Math.floor(random() * 4)] ?? '';
      return Math.floor(random() * 50);
    };
    const columns = FIELDS.filter(({ name, sql }) => sql?.startsWith('m.') === true && name !== 'customer_id');
    const update = db.prepare(
      `UPDATE temp.measures SET ${columns.map(({ name }) => `${name} = ?`).join(', ')} WHERE customer_id = ?`,
    );
    for (const customer of everybody) update.run(...columns.map(cell), customer);
  }

  const members = (tree: Expression) => membersWhere(tea.archive, compileWhere(tea.archive, print(tree), population));
  const without = (some: readonly number[]) => everybody.filter((customer) => !some.includes(customer));
  const holds = (property: (tree: Expression, other: Expression) => void) =>
    fc.assert(
      fc.property(fc.nat(), ofToday, ofToday, (seed, tree, other) => {
        scramble(seed);
        property(tree, other);
      }),
      { numRuns: 300 },
    );

  it('makes NOT the exact complement', () => {
    holds((tree) => expect(members({ kind: 'not', inner: tree, span: SPAN })).toEqual(without(members(tree))));
  });

  it('makes AND what both hold and OR what either holds', () => {
    holds((tree, other) => {
      const [one, two] = [members(tree), members(other)];
      expect(
        membersWhere(tea.archive, compileWhere(tea.archive, `(${print(tree)}) AND (${print(other)})`, population)),
      ).toEqual(one.filter((customer) => two.includes(customer)));
      expect(
        membersWhere(tea.archive, compileWhere(tea.archive, `(${print(tree)}) OR (${print(other)})`, population)),
      ).toEqual(everybody.filter((customer) => one.includes(customer) || two.includes(customer)));
    });
  });

  it('makes !=, NOT IN, NOT CONTAINS and IS NULL the complements of what they negate', () => {
    const negations: Partial<Record<Operator, Operator>> = {
      '=': '!=',
      IN: 'NOT IN',
      CONTAINS: 'NOT CONTAINS',
      'IS NOT NULL': 'IS NULL',
    };
    fc.assert(
      fc.property(fc.nat(), randomComparison, (seed, test) => {
        scramble(seed);
        const operator = negations[test.operator];
        if (operator) expect(members({ ...test, operator })).toEqual(without(members(test)));
        // A test that is not a negation never holds for a missing value.
        if (test.operator === 'IS NULL' || Object.values(negations).includes(test.operator)) return;
        const missing = members({ ...test, operator: 'IS NULL', values: [] });
        expect(members(test).filter((customer) => missing.includes(customer))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('reads back what it prints', () => {
    fc.assert(
      fc.property(randomQuery, (tree) => {
        expect(bare(parse(print(tree)))).toEqual(bare(tree));
      }),
      { numRuns: 1000 },
    );
  });

  it('gives of any text a clear error or an answer, and never SQL made of it', () => {
    const pieces = fc.constantFrom(
      'lines',
      'customer_name',
      'rfm_group',
      ' AND ',
      ' OR ',
      ' NOT ',
      '(',
      ')',
      ',',
      "'",
      '"',
      '“',
      '＞',
      '>=',
      '=',
      ' IN ',
      ' BETWEEN ',
      ' IS NULL',
      '-90d',
      '2026-01-01',
      '1',
      '.5',
      'in_segment',
      ';',
      '--',
      '\n',
      '\u0000',
      '茶',
      '且',
      '下单次数',
      '不是',
      '以',
      '开头',
      '介于',
      '90天前',
      '购买商品 匹配 (',
      '数量',
      'x',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (source) => {
        const tried = attempt(() => compileWhere(tea.archive, source, population));
        if (tried instanceof SegmentError) {
          const { span: spot } = tried;
          expect(spot.start).toBeGreaterThanOrEqual(0);
          expect(spot.end).toBeGreaterThanOrEqual(spot.start);
          return;
        }
        expect(membersWhere(tea.archive, tried).every((customer) => everybody.includes(customer))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('lets no letter of a value into the SQL', () => {
    const marked = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => `§${text}§`);
    fc.assert(
      fc.property(
        marked,
        fc.constantFrom('customer_name', 'customer_tags', 'customer_countries'),
        fc.constantFrom('=', 'CONTAINS', 'STARTS WITH', 'IN'),
        (text, field, operator) => {
          const quoted = `'${text.replaceAll("'", "''")}'`;
          const { sql } = compileWhere(
            tea.archive,
            `${field} ${operator} ${operator === 'IN' ? `(${quoted})` : quoted}`,
            population,
          );
          expect(sql).not.toContain('§');
        },
      ),
    );
  });
});

function attempt<T>(work: () => T): T | SegmentError {
  try {
    return work();
  } catch (error) {
    if (error instanceof SegmentError) return error;
    throw error;
  }
}
