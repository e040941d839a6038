import { describe, expect, it } from 'vitest';
import { parse } from '../../src/segments/grammar.ts';
import { print } from '../../src/segments/print.ts';
import { tokenise } from '../../src/segments/tokens.ts';
import { bare } from './bare.ts';

const same = (one: string, other: string) => expect(bare(parse(one))).toEqual(bare(parse(other)));

describe('reading a segment query', () => {
  it('binds AND tighter than OR, and NOT tighter than both', () => {
    same('lines = 1 OR lines = 2 AND NOT units = 3', 'lines = 1 OR (lines = 2 AND (NOT (units = 3)))');
    expect(print(parse('(lines = 1 OR lines = 2) AND units = 3'))).toBe('(lines = 1 OR lines = 2) AND units = 3');
    expect(print(parse('NOT lines = 1 AND units = 3'))).toBe('NOT lines = 1 AND units = 3');
    expect(print(parse('NOT (lines = 1 AND units = 3)'))).toBe('NOT (lines = 1 AND units = 3)');
  });

  it('does not take the AND of BETWEEN for a joining one', () => {
    const tree = parse('lateness BETWEEN 1 AND 1.5 AND units > 2');
    expect(tree.kind === 'and' && tree.parts.length).toBe(2);
  });

  it('reads words of the language in any case, and <> as !=', () => {
    same('LINES Between 1 and 2 or Units is not null', 'lines BETWEEN 1 AND 2 OR units IS NOT NULL');
    same('lines <> 1', 'lines != 1');
  });

  it('reads what a Chinese keyboard types: full-width signs, digits, quotes, brackets and commas', () => {
    same(
      'amount_spent ＞＝ １００ AND （rfm_group IN （“champions”，‘loyal’、＇promising＇））',
      "amount_spent >= 100 AND (rfm_group IN ('champions', 'loyal', 'promising'))",
    );
    same('lines≥3 AND units≠4 AND units ≤ 9', 'lines >= 3 AND units != 4 AND units <= 9');
    same('last_order_date < －90d', 'last_order_date < -90d');
    same('last_order_date < –90d', 'last_order_date < -90d');
  });

  it('keeps every letter between quotes, doubled quotes as one, and quotes of another sort', () => {
    const text = (source: string) => tokenise(source)[0]?.text;
    expect(text("'it''s'")).toBe("it's");
    expect(text('"it\'s ""new"""')).toBe('it\'s "new"');
    expect(text("'’'")).toBe('’');
    expect(text('“茶＞水”')).toBe('茶＞水');
    expect(text("''")).toBe('');
    expect(text('‘’')).toBe('');
  });

  it('reads today and yesterday as the days they are', () => {
    same('last_order_date = today', 'last_order_date = -0w');
    same('last_order_date = yesterday', 'last_order_date = -1d');
  });

  it('takes a list of ten thousand, and a thousand tokens beside it', () => {
    const list = Array.from({ length: 10_000 }, (_, index) => `'a${index}'`).join(', ');
    expect(parse(`customer_account IN (${list})`).kind).toBe('compare');
    expect(() => parse(`customer_account IN (${list}, 'one more')`)).toThrow('too_long');
    const clauses = (count: number) => Array.from({ length: count }, () => 'lines = 1').join(' AND ');
    expect(parse(clauses(250)).kind).toBe('and');
    expect(() => parse(clauses(251))).toThrow('too_long');
  });

  it('takes brackets and NOT sixty-four deep and no deeper', () => {
    const nested = (depth: number, open: string, close: string) =>
      open.repeat(depth) + 'lines = 1' + close.repeat(depth);
    expect(parse(nested(64, '(', ')')).kind).toBe('compare');
    expect(() => parse(nested(65, '(', ')'))).toThrow('too_deep');
    expect(parse(nested(64, 'NOT ', '')).kind).toBe('not');
    expect(() => parse(nested(65, 'NOT ', ''))).toThrow('too_deep');
    expect(() => parse(nested(100_000, '(', ')'))).toThrow('too_deep');
  });
});
