/** A verdict for a program: the clause tree with the values seen. */
import type { Seen } from '../segments/compare.ts';
import type { Leaf } from '../segments/condition.ts';
import { distanceOf } from '../segments/distance.ts';
import type { Verdict } from '../segments/evaluate.ts';
import type { VerdictWords } from './verdict-words.ts';

/** Money in minor units, days as ISO, `off` as the value less the border. */
export function verdictDocument(verdict: Verdict, said: VerdictWords): Record<string, unknown> {
  const { condition, holds, parts } = verdict;
  switch (condition.kind) {
    case 'and':
    case 'or':
    case 'not':
      return { kind: condition.kind, holds, parts: parts.map((part) => verdictDocument(part, said)) };
    case 'segment':
      return { kind: 'segment', name: condition.name, holds, parts: parts.map((part) => verdictDocument(part, said)) };
    default:
      return { kind: 'clause', clause: said.clause(condition), holds, ...details(verdict, condition) };
  }
}

function details({ seen, against, from, matched }: Verdict, leaf: Leaf): Record<string, unknown> {
  const single = Array.isArray(seen) ? undefined : (seen as Seen | undefined);
  const limits = against ?? (leaf.kind === 'test' ? leaf.values : []);
  const operator =
    leaf.kind === 'rank' ? '>=' : leaf.kind === 'test' || leaf.kind === 'contrast' ? leaf.operator : undefined;
  const off = operator && single !== undefined ? distanceOf(single, operator, limits)?.by : undefined;
  return {
    ...(seen === undefined ? {} : { seen }),
    ...(off === undefined ? {} : { off }),
    ...(against === undefined ? {} : { against }),
    ...(from === undefined
      ? {}
      : { from: Object.fromEntries(from.map(({ field, seen: source }) => [field.name, source])) }),
    ...(matched === undefined
      ? {}
      : {
          matching: matched.rows,
          of: matched.of,
          together: Object.fromEntries(matched.together.map(({ test, seen: total }) => [test.of.name, total])),
        }),
  };
}
