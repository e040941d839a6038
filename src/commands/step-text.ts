/** What would have to become otherwise, as something that can be done or waited for. */
import type { Context } from '../context.ts';
import { shellLine } from '../output/shell-word.ts';
import type { Seen } from '../segments/compare.ts';
import type { Test } from '../segments/condition.ts';
import { distanceOf } from '../segments/distance.ts';
import type { Operator } from '../segments/expression.ts';
import { lower } from '../segments/scalar.ts';
import type { Step } from '../segments/way-in.ts';
import { archiveFlag } from './archive-flag.ts';
import type { VerdictWords } from './verdict-words.ts';

export function stepText(context: Context, step: Step, customer: number, said: VerdictWords): string {
  const { verdicts } = context.words;
  const { condition, seen, matched } = step.verdict;
  const clause = said.clause(condition);
  if (condition.kind === 'test' && condition.asked.field.name === 'customer_tags') {
    const line = tagLine(context, step, condition, customer);
    if (line !== undefined) return line;
  }
  if (condition.kind === 'test' && !condition.percentile) {
    const { field } = condition.asked;
    const by = needed(seen as Seen, condition.operator, condition.values, step.wanted);
    if (by !== undefined && (field.type === 'number' || field.type === 'money'))
      return (by > 0 ? verdicts.needMore : verdicts.needLess)(said.value(Math.abs(by), field.type), field.name);
  }
  const [only] = matched?.together ?? [];
  if (condition.kind === 'matches' && only && matched?.together.length === 1) {
    const by = needed(only.seen, only.test.operator, only.test.values, step.wanted !== condition.negated);
    const what = `${only.test.of.name} (${condition.collection.name})`;
    if (by !== undefined)
      return (by > 0 ? verdicts.needMore : verdicts.needLess)(said.value(Math.abs(by), only.test.of.type), what);
  }
  return step.wanted ? verdicts.mustHold(clause) : verdicts.mustNotHold(clause);
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
