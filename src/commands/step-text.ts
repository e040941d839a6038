/** What would have to become otherwise, as something that can be done or waited for. */
import type { Context } from '../context.ts';
import { shellLine } from '../output/shell-word.ts';
import type { Population } from '../measures/population.ts';
import { compare, type Seen } from '../segments/compare.ts';
import type { Test } from '../segments/condition.ts';
import { distanceOf } from '../segments/distance.ts';
import type { Operator } from '../segments/expression.ts';
import { lower } from '../segments/scalar.ts';
import { type Bound, type Figures, takes } from '../segments/takes.ts';
import type { Step } from '../segments/way-in.ts';
import { archiveFlag } from './archive-flag.ts';
import type { VerdictWords } from './verdict-words.ts';

/** Of whom it is told. */
export interface Asked {
  readonly customer: number;
  readonly figures: Figures;
  readonly population: Population;
}

export function stepText(context: Context, step: Step, { customer, figures, population }: Asked, said: VerdictWords) {
  const { verdicts } = context.words;
  const { verdict, wanted } = step;
  const { condition } = verdict;
  const clause = said.clause(condition);
  if (condition.kind === 'test') {
    const { field } = condition.asked;
    const line =
      field.name === 'customer_tags'
        ? tagLine(context, step, condition, customer)
        : field.about.includes('consent')
          ? consentLine(context, step, condition, customer)
          : undefined;
    if (line !== undefined) return line;
    const bounds = takes(condition, wanted, figures, population);
    if (bounds) return verdicts.takes(clause, wanted, boundTexts(context, bounds, said));
  }
  const need = needOf(verdict, wanted);
  if (need) {
    const { by, name, type, others } = need;
    const text = (by > 0 ? verdicts.needMore : verdicts.needLess)(said.value(Math.abs(by), type), name);
    return others ? verdicts.asOthersStand(text) : text;
  }
  return wanted ? verdicts.mustHold(clause) : verdicts.mustNotHold(clause);
}

function boundTexts({ words }: Context, bounds: readonly Bound[], said: VerdictWords): string[] {
  return bounds.map(({ field, least, most, now }) => {
    const value = (amount: number | null) => said.value(amount, field === 'amount_spent' ? 'money' : 'number');
    const [low, high] = [least, most].map((end) => (end === undefined ? undefined : value(end)));
    return words.verdicts.bound(field, low, high, value(now));
  });
}

interface Need {
  readonly by: number;
  readonly name: string;
  readonly type: 'number' | 'money';
  /** Whether the border moves with the others. */
  readonly others: boolean;
}

/** The one number that has to grow or to shrink, where that is all. */
function needOf({ condition, seen, against = [], matched }: Step['verdict'], wanted: boolean): Need | undefined {
  const value = Array.isArray(seen) ? null : (seen as Seen);
  const of = (by: number | undefined, { name, type }: { name: string; type: string }, others: boolean) => {
    if (by === undefined || (type !== 'number' && type !== 'money')) return undefined;
    return { by, name, type, others } as const;
  };
  switch (condition.kind) {
    case 'test': {
      const { asked, operator, values, percentile = false } = condition;
      return of(needed(value, operator, percentile ? against : values, wanted), asked.field, percentile);
    }
    case 'rank':
      return of(needed(value, condition.end === 'TOP' ? '>=' : '<=', against, wanted), condition.asked.field, true);
    case 'matches': {
      const [only, another] = matched?.together ?? [];
      if (!only || another) return undefined;
      const { test, seen: total } = only;
      const name = `${test.of.name} (${condition.collection.name})`;
      const by = needed(total, test.operator, test.values, wanted !== condition.negated);
      return of(by, { name, type: test.of.type }, false);
    }
    default:
      return undefined;
  }
}

const OPPOSITE: Partial<Readonly<Record<Operator, Operator>>> = {
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  '!=': '=',
};

/** By how much a number has to grow, or to shrink where it is negative; undefined where that is not all. */
function needed(
  seen: Seen | undefined,
  operator: Operator,
  values: readonly Seen[],
  wanted: boolean,
): number | undefined {
  const towards = wanted ? operator : OPPOSITE[operator];
  if (towards === undefined || towards === '!=') return undefined;
  const by = distanceOf(seen ?? null, towards, values)?.by;
  if (by === undefined || typeof seen !== 'number') return undefined;
  // Amounts are minor units, and what is counted is whole: one beyond is enough.
  const beyond = towards === '>' ? 1 : towards === '<' ? -1 : 0;
  return beyond !== 0 && !Number.isInteger(seen) ? undefined : beyond - by || undefined;
}

/** What they would have to have said; the first of several that would do. */
function consentLine(context: Context, { wanted }: Step, { asked, operator, values }: Test, customer: number) {
  const status = asked.field.levels?.find((level) => compare(level, operator, values) === wanted);
  if (status === undefined) return undefined;
  const [channel = ''] = asked.field.name.split('_');
  const line = ['regulars', 'consent', 'set', String(customer), channel, STATED[status] ?? 'unknown'];
  return context.words.verdicts.ifSaid(shellLine([...line, ...archiveFlag(context)]));
}

const STATED: Readonly<Record<string, string>> = { SUBSCRIBED: 'granted', UNSUBSCRIBED: 'refused' };

function tagLine(context: Context, { verdict, wanted }: Step, condition: Test, customer: number): string | undefined {
  const { operator, values, source, span } = condition;
  const [folded] = values;
  if (values.length !== 1 || typeof folded !== 'string') return undefined;
  const carries = operator === '=' || operator === 'CONTAINS';
  if (!carries && operator !== '!=' && operator !== 'NOT CONTAINS') return undefined;
  const verb = carries === wanted ? 'add' : 'remove';
  // Conditions know no capitals, tags do: as they carry it, else as it was written.
  const items: readonly string[] = Array.isArray(verdict.seen) ? (verdict.seen as readonly string[]) : [];
  const carried = items.find((item) => lower(item) === folded);
  const written = source.slice(span.start, span.end).normalize('NFC');
  const at = lower(written).lastIndexOf(folded);
  const tag = carried ?? (at < 0 ? folded : written.slice(at, at + folded.length));
  return shellLine(['regulars', 'tag', verb, tag, '--customer', String(customer), ...archiveFlag(context)]);
}
