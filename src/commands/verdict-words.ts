/** What a clause was told of one customer, as a person reads it: the value seen, how far off, what is behind it. */
import { isAggregate, type Leaf, type RowTest } from '../segments/condition.ts';
import { distanceOf } from '../segments/distance.ts';
import type { Seen } from '../segments/compare.ts';
import type { Verdict } from '../segments/evaluate.ts';
import type { Words } from '../messages/words.ts';
import { amount } from '../output/amounts.ts';

const MOST_ROWS = 3;

type Kind = RowTest['of']['type'] | 'yearly' | 'list';

export class VerdictWords {
  readonly #words: Words['verdicts'];
  readonly #currency: string;

  constructor({ verdicts }: Words, currency: string) {
    this.#words = verdicts;
    this.#currency = currency;
  }

  /** As it was written, on one line. */
  clause({ source, span }: Leaf): string {
    return source.slice(span.start, span.end).replaceAll(/\s+/g, ' ');
  }

  value(seen: Seen, kind: Kind): string {
    if (seen === null) return this.#words.noValue;
    if (typeof seen !== 'number') return seen.replace(/^0000-/, '');
    return kind === 'money' ? amount(Math.round(seen), this.#currency) : String(Number(seen.toFixed(3)));
  }

  /** In as many words as there is something to say, the most telling first. */
  seen({ condition, seen, against = [], from = [], matched }: Verdict): string {
    switch (condition.kind) {
      case 'test': {
        const { type } = condition.asked.field;
        if (Array.isArray(seen)) return seen.length === 0 ? this.#words.nothing : seen.join(', ');
        const value = seen as Seen;
        const shown = this.value(value ?? null, type);
        if (condition.percentile) {
          const limits = against.map((limit) => this.value(limit, type)).join(', ');
          return `${shown}; ${this.#words.percentiles(limits)}`;
        }
        if (condition.asked.yearly) return shown;
        const sources = from.map(({ field, seen: source }) => `${field.name} ${this.value(source, field.type)}`);
        const told = this.#withDistance(shown, value ?? null, condition.operator, condition.values, type);
        return [told, sources.join(', ')].filter(Boolean).join('; ');
      }
      case 'contrast': {
        const { type } = condition.left.field;
        const [other = null] = against;
        const shown = this.value((seen as Seen) ?? null, type);
        return `${shown}; ${this.#words.against(this.value(other, type))}`;
      }
      case 'rank': {
        const { type } = condition.asked.field;
        const [limit = null] = against;
        return `${this.value((seen as Seen) ?? null, type)}; ${this.#words.limit(condition.end, this.value(limit, type))}`;
      }
      case 'matches':
        return matched ? this.#matched(matched, condition.collection.label) : '';
      case 'members':
        return this.#words.asOf(condition.asOf);
      default:
        return '';
    }
  }

  #withDistance(
    shown: string,
    seen: Seen,
    ...[operator, values, type]: readonly [RowTest['operator'], readonly Seen[], Kind]
  ) {
    const distance = distanceOf(seen, operator, values);
    if (!distance) return shown;
    const { border, by } = distance;
    const { number, day, exactly } = this.#words.distance;
    const edge = this.value(border, type);
    if (by === 0) return shown === edge ? shown : `${shown}; ${exactly(edge)}`;
    if (typeof border === 'string') return `${shown}, ${day(Math.abs(by), by > 0, edge)}`;
    return `${shown}, ${number(this.value(Math.abs(by), type), by > 0, edge)}`;
  }

  #matched({ rows, of, together }: NonNullable<Verdict['matched']>, label: string): string {
    const distinct = [...new Map(rows.map((row) => [row.each, row])).values()];
    const named = distinct.slice(-MOST_ROWS).map((row) => `${row[label] ?? row.each} (${row.day})`);
    const more = distinct.length - named.length;
    return [
      this.#words.matched(distinct.length, of),
      ...together.map(({ test, seen }) => {
        const kind = isAggregate(test.of) && test.of.type === 'money' ? 'money' : 'number';
        const shown = this.#withDistance(this.value(seen, kind), seen, test.operator, test.values, kind);
        return this.#words.together(test.of.name, shown);
      }),
      [...named, ...(more > 0 ? [this.#words.more(more)] : [])].join(', '),
    ]
      .filter(Boolean)
      .join('; ');
  }
}
