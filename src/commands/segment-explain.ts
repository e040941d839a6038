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
    const { askedDocument, askedSegment } = await import('./asked-segment.ts');
    const { ordersBehind } = await import('../segments/told.ts');
    const asked = await askedSegment(context, archive, args, where, 'explain');
    const { verdict, said } = asked;
    const orders = ordersBehind(archive, asked.population, asked.customer, verdict);
    if (wantsDocument(context)) {
      const { writeJson } = await import('../output/write-json.ts');
      const { verdictDocument } = await import('./verdict-document.ts');
      await writeJson(context, {
        ...askedDocument(asked),
        why: verdictDocument(verdict, said),
        orders: orders.map(({ number, day, shop, amount: net }) => ({ order_number: number, day, shop, net })),
      });
      return undefined;
    }
    const { verdictHeading } = await import('./verdict-heading.ts');
    const { verdictTree } = await import('./verdict-tree.ts');
    const heading = verdictHeading(context, asked);
    const { behindText } = await import('./behind-text.ts');
    const tree = verdictTree(verdict, context.words, said, context.io.out);
    await context.io.write(`${heading}\n${tree}${behindText(context, orders, said)}`);
    return undefined;
  },
});
