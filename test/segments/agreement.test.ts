import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { supplyFields } from '../../src/commands/supply-fields.ts';
import { gather } from '../../src/measures/gather.ts';
import { check } from '../../src/segments/check.ts';
import { scopeOf } from '../../src/segments/scope.ts';
import { factsOf } from '../../src/segments/customer-facts.ts';
import { evaluate } from '../../src/segments/evaluate.ts';
import type { Expression } from '../../src/segments/expression.ts';
import { parse } from '../../src/segments/grammar.ts';
import { print } from '../../src/segments/print.ts';
import { membersWhere } from '../../src/segments/queries.ts';
import { resolve } from '../../src/segments/compile.ts';
import { toSql } from '../../src/segments/sql.ts';
import { mulberry, randomWorld } from '../helpers/random-world.ts';
import { randomQuery, SPAN } from '../helpers/random-query.ts';
import type { World } from '../helpers/world.ts';

supplyFields();

/** Each is one query over one world, asked of all of its people both ways. */
const CASES = Number(process.env.CASES ?? 2000);
const PER_WORLD = 50;
const PEOPLE = 10;
const DAYS = ['2025-06-30', '2026-02-28', '2026-06-30', '2026-12-31'];

let tea: World | undefined;
afterEach(() => tea?.close());

describe('the two back ends of the language', () => {
  it('agree of everybody, on every query over every world, and NOT is the exact complement in both', {
    timeout: CASES * 100,
  }, async () => {
    const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
    const random = mulberry(seed);
    for (let done = 0; done < CASES; done += PER_WORLD) {
      const own = Math.floor(random() * 2 ** 31);
      tea = await randomWorld(own, PEOPLE);
      const { archive } = tea;
      const population = gather(archive, DAYS[Math.floor(random() * DAYS.length)] ?? '2026-06-30');
      const everybody = membersWhere(archive, { sql: '1', params: { until: population.until } });
      const scope = scopeOf(archive, population);
      const facts = everybody.map((customer) => factsOf(archive, population, customer));
      for (const tree of fc.sample(randomQuery, { numRuns: PER_WORLD, seed: own })) {
        const source = print(tree);
        const said = `SEED=${seed}, world ${own} as of ${population.asOf}: ${source}`;
        const inSql = (query: Expression) =>
          membersWhere(
            archive,
            toSql(resolve(archive, population, check(query, print(query), scope), { asWhole: true }), population),
          );
        const members = inSql(parse(source));
        const condition = resolve(archive, population, check(parse(source), source, scope), { of: 'one' });
        const inMemory = facts.flatMap((known) => (evaluate(condition, known).holds ? [known.customer] : []));
        expect(inMemory, said).toEqual(members);
        expect(inSql({ kind: 'not', inner: parse(source), span: SPAN }), said).toEqual(
          everybody.filter((customer) => !members.includes(customer)),
        );
      }
      tea.close();
      tea = undefined;
    }
  });
});
