import { command } from './command.ts';

export const consentShow = command({
  path: 'consent show <who>',
  summary: {
    en: 'what a customer said about being contacted, and where that comes from',
    zh: '客户是否愿意被联系，以及依据从哪里来',
  },
  examples: ['regulars consent show 淘小茶', 'regulars consent show ann@example.com --json'],
  options: {},
  rows: true,
  async run(context, [who = '']) {
    const archive = await context.archive('read');
    const { requireCustomer } = await import('./who.ts');
    const { consentsOf } = await import('../customers/card-queries.ts');
    const { dayEnd } = await import('../measures/gather.ts');
    const { CHANNELS } = await import('../contacts/gate.ts');
    const { writeTable } = await import('../output/write-table.ts');
    const customer = await requireCustomer(context, archive, who, (number) => `regulars consent show ${number}`);
    const said = new Map(
      consentsOf(archive, customer, dayEnd(archive, context.today(archive))).map((row) => [row.channel, row]),
    );
    return writeTable(context, {
      columns: [
        { name: 'customer_id', kind: 'integer', machineOnly: true },
        { name: 'channel', kind: 'text', term: true },
        { name: 'status', kind: 'text', term: true },
        { name: 'source', kind: 'text', term: true },
        { name: 'stated_at', kind: 'text' },
      ],
      rows: CHANNELS.map((channel) => [
        customer,
        channel,
        said.get(channel)?.status ?? 'unknown',
        said.get(channel)?.source ?? null,
        said.get(channel)?.stated_at ?? null,
      ]),
    });
  },
});
