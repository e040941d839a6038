import { UsageError } from '../errors.ts';
import { command } from './command.ts';
import { listing } from './listing.ts';

export const customersFind = command({
  path: 'customers find <text>',
  summary: {
    en: 'customers in whose names, addresses, orders, products or notes a text occurs',
    zh: '按文字查找客户：姓名、地址、订单、商品或备注里出现即可',
  },
  examples: ['regulars customers find 龙井', 'regulars customers find archer', 'regulars customers find 0143'],
  options: listing,
  rows: true,
  async run(context, [text = ''], options) {
    if (text.trim() === '') throw new UsageError(context.words.segments.findNeedsText, { code: 'no_text' });
    const archive = await context.archive('read');
    const { dayEnd, gatherOf } = await import('../measures/gather.ts');
    const { mappedRead } = await import('../store/mapped-read.ts');
    const { findCustomers, placesFound } = await import('../search/find.ts');
    const { PLACES } = await import('../search/queries.ts');
    const { listMembers } = await import('./member-table.ts');
    const asOf = context.today(archive);
    const moment = { asOf, until: dayEnd(archive, asOf) };
    // It may take long within SQLite, and longer where what was looked through is kept afterwards.
    context.endAtOnce();
    const { listed, places, population } = await mappedRead(archive, () => {
      const found = findCustomers(archive, text, moment);
      // They are listed by number unless they are sorted.
      const listed = options.sort === undefined ? found.slice(0, options.limit) : found;
      const places = placesFound(archive, text, moment, listed);
      return { listed, places, population: gatherOf(archive, asOf, listed) };
    });
    const { foundIn } = context.rowWords.cards;
    const foundInOf = (customer: number) =>
      PLACES.filter((place) => places.get(customer)?.has(place)).map((place) =>
        context.format === 'table' ? (foundIn[place] ?? place) : place,
      );
    return listMembers(context, archive, population, { customers: listed }, options, foundInOf);
  },
});
