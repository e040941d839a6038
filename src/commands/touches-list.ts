import { choosing } from './choosing.ts';
import { command, text } from './command.ts';
import { listing } from './listing.ts';

export const touchesList = command({
  path: 'touches list [who]',
  summary: { en: 'contacts that were made and what became of them', zh: '已进行的联系及其结果' },
  examples: [
    'regulars touches list 淘小茶',
    'regulars touches list --segment at_risk --since 2026-05-01 --csv',
    'regulars touches list --limit 50',
  ],
  description: {
    en: 'The newest first, of those chosen (default: everybody): contacts with their kind, play and list, what the followed up said, and what other tools told of messages.',
    zh: '所选客户（默认全部）的联系，从新到旧：联系的用途、玩法、名单和客户的答复，以及其他工具回报的消息结果。',
  },
  options: {
    ...choosing,
    since: text('--since <day>', { en: 'from this day on', zh: '自这一天起' }),
    limit: listing.limit,
  },
  rows: true,
  async run(context, [who], options) {
    const archive = await context.archive('read');
    const { gather } = await import('../measures/gather.ts');
    const { archiveZone } = await import('../measures/queries.ts');
    const { touchRows } = await import('../contacts/touch-queries.ts');
    const { dayIn, toInstant } = await import('../values/zones.ts');
    const { choose } = await import('./choosing.ts');
    const { pastDay } = await import('./past-day.ts');
    const { writeTable } = await import('../output/write-table.ts');
    const since = pastDay(context, archive, '--since', options.since) ?? '';
    const population = gather(archive, context.today(archive));
    const chosen = who === undefined ? options : { ...options, customer: [...options.customer, who] };
    const { customers } = await choose(context, archive, population, chosen, { everybody: true });
    const zone = archiveZone(archive);
    const midnight = { wall: `${since}T00:00:00`, offset: null, dateOnly: true };
    const rows = touchRows(archive, {
      customers,
      asOf: population.asOf,
      until: population.until,
      since,
      from: since === '' ? 0 : toInstant(midnight, zone).at,
      limit: options.limit ?? -1,
    });
    return writeTable(context, {
      columns: [
        { name: 'day', kind: 'day' },
        { name: 'at', kind: 'instant', machineOnly: true },
        { name: 'customer_id', kind: 'integer' },
        { name: 'name', kind: 'text' },
        { name: 'channel', kind: 'text', term: true },
        { name: 'kind', kind: 'text', term: true },
        { name: 'play', kind: 'text' },
        { name: 'list_id', kind: 'integer' },
        { name: 'result', kind: 'text', term: true },
        { name: 'source', kind: 'text' },
      ],
      rows: rows.map((row) => [
        row.day ?? dayIn(row.at, zone),
        row.at,
        row.customer_id,
        row.name,
        row.channel,
        row.kind,
        row.play,
        row.list_id,
        row.result,
        row.source,
      ]),
    });
  },
});
