import { choosing } from './choosing.ts';
import { command } from './command.ts';
import { wantsDocument } from './document.ts';

export const segmentExplain = command({
  path: 'segment explain [segment] [who]',
  summary: {
    en: 'why a customer is, or is not, in a segment: clause by clause, with what was seen',
    zh: '客户为何属于或不属于某个分组：逐条说明，并给出实际值',
  },
  examples: [
    'regulars segment explain at_risk 淘小茶',
    "regulars segment explain vip 'ann@example.com' --as-of 2026-06-30",
    "regulars segment explain --where 'amount_spent TOP 10% AND last_order_date < -90d' 42",
  ],
  options: { where: choosing.where },
  rows: true,
  async run(context, args, { where }) {
    const archive = await context.archive('read');
    const { gather } = await import('../measures/gather.ts');
    const { askedSegment } = await import('./asked-segment.ts');
    const { wordingSegmentErrors } = await import('./choosing.ts');
    const { ordersBehind, tell } = await import('../segments/told.ts');
    const { VerdictWords } = await import('./verdict-words.ts');
    const { customerRow } = await import('../customers/queries.ts');
    const population = gather(archive, context.today(archive));
    const { name, source, customer } = await askedSegment(context, archive, args, where, 'explain');
    const verdict = await wordingSegmentErrors(context, () => tell(archive, source, population, customer));
    const orders = ordersBehind(archive, population, customer, verdict);
    const called = customerRow(archive, customer)?.name ?? null;
    const said = new VerdictWords(context.words, population.currency);
    if (wantsDocument(context)) {
      const { writeJson } = await import('../output/write-json.ts');
      const { verdictDocument } = await import('./verdict-document.ts');
      await writeJson(context, {
        segment: name ?? null,
        customer_id: customer,
        name: called,
        as_of: population.asOf,
        member: verdict.holds,
        currency: population.currency,
        why: verdictDocument(verdict, said),
        orders: orders.map(({ number, day, shop, amount: net }) => ({ order_number: number, day, shop, net })),
      });
      return undefined;
    }
    const { verdictHeading } = await import('./verdict-heading.ts');
    const { verdictTree } = await import('./verdict-tree.ts');
    const heading = verdictHeading(context, { called, customer, name, member: verdict.holds, day: population.asOf });
    const { behindText } = await import('./behind-text.ts');
    const tree = verdictTree(verdict, context.words, said, context.io.out);
    await context.io.write(`${heading}\n${tree}${behindText(context, orders, said)}`);
    return undefined;
  },
});
