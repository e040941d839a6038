import type { Context } from '../context.ts';
import type { Waiting } from '../segments/waiting.ts';
import { daysBetween } from '../values/days.ts';
import { choosing } from './choosing.ts';
import { command } from './command.ts';
import { wantsDocument } from './document.ts';

export const segmentWhyNot = command({
  path: 'segment why-not [segment] [who]',
  summary: {
    en: 'what keeps a customer out of a segment, what would bring them in, and when waiting does',
    zh: '客户为何不在某个分组：先说原因，再说怎样进入、等待到何时会进入',
  },
  examples: [
    'regulars segment why-not champions 淘小茶',
    "regulars segment why-not --where 'number_of_orders >= 3 AND last_order_date < -90d' 42",
  ],
  options: { where: choosing.where },
  rows: true,
  async run(context, args, { where }) {
    const archive = await context.archive('read');
    const { lastDay } = await import('../measures/order-queries.ts');
    const { askedDocument, askedSegment } = await import('./asked-segment.ts');
    const { figuresOf } = await import('../segments/told.ts');
    const { waitFor } = await import('../segments/waiting.ts');
    const { wayTo } = await import('../segments/way-in.ts');
    const asked = await askedSegment(context, archive, args, where, 'why-not');
    const { source, customer, population, verdict, said } = asked;
    const { asOf } = population;
    const steps = wayTo(verdict, true);
    const figures = figuresOf(archive, population, customer);
    const past = (lastDay(archive) ?? '') > asOf;
    const waiting = past ? undefined : waitFor(archive, source, population, customer, verdict.holds);
    if (wantsDocument(context)) {
      const { writeJson } = await import('../output/write-json.ts');
      const { takes } = await import('../segments/takes.ts');
      const { verdictDocument } = await import('./verdict-document.ts');
      await writeJson(context, {
        ...askedDocument(asked),
        kept_out_by: steps.map(({ verdict: step, wanted }) => {
          const bounds = step.condition.kind === 'test' && takes(step.condition, wanted, figures, population);
          return { wanted, ...verdictDocument(step, said), ...(bounds ? { takes: bounds } : {}) };
        }),
        waiting: waiting && { falls: waiting.falls, day: 'day' in waiting ? waiting.day : null },
      });
      return undefined;
    }
    const { verdictHeading } = await import('./verdict-heading.ts');
    const { stepText } = await import('./step-text.ts');
    const { visible } = await import('../output/visible.ts');
    const { wrapCell } = await import('../output/wrap-cell.ts');
    const { verdicts } = context.words;
    const { bold } = context.io.out.style;
    const wrapped = (line: string, indent: number) =>
      wrapCell(visible(line), Math.max(20, context.io.out.width - indent)).map((part) => ' '.repeat(indent) + part);
    const section = (title: string, parts: readonly string[]) =>
      parts.length === 0 ? [] : ['', bold(title), ...parts];
    const lines = [
      verdictHeading(context, asked),
      ...(verdict.holds ? [verdicts.inIt] : []),
      ...section(
        verdicts.keptOut,
        steps.flatMap(({ verdict: step }) => [
          ...wrapped(said.clause(step.condition), 2),
          ...wrapped(said.seen(step), 6),
        ]),
      ),
      ...section(
        verdicts.wouldBring,
        steps.flatMap((step) => wrapped(stepText(context, step, { customer, figures, population }, said), 2)),
      ),
      ...section(verdicts.waiting, wrapped(waitingText(context, waiting, asOf), 2)),
    ];
    await context.io.write(`${lines.join('\n')}\n`);
    return undefined;
  },
});

function waitingText({ words }: Context, waiting: Waiting | undefined, asOf: string): string {
  const { verdicts } = words;
  if (waiting === undefined) return verdicts.pastDay;
  switch (waiting.falls) {
    case 'in':
    case 'out': {
      const days = daysBetween(asOf, waiting.day);
      return (waiting.falls === 'in' ? verdicts.fallsIn : verdicts.fallsOut)(waiting.day, days);
    }
    case 'never':
      return verdicts.never(waiting.within);
    case 'unknown':
      return verdicts.unknown;
  }
}
