import type { Context } from '../context.ts';
import { term } from '../output/term.ts';
import type { Archive } from '../store/open.ts';
import { command, flag } from './command.ts';

export const consentShow = command({
  path: 'consent show <who>',
  summary: {
    en: 'what a customer said about being contacted, and where that comes from',
    zh: '客户是否愿意被联系，以及依据从哪里来',
  },
  examples: [
    'regulars consent show 淘小茶',
    'regulars consent show ann@example.com --history',
    'regulars consent show 17 --json',
  ],
  options: {
    history: flag('--history', {
      en: 'everything that was ever said, by whom, and what holds',
      zh: '所有说过的话、来源，以及当前有效的是哪一条',
    }),
  },
  rows: true,
  async run(context, [who = ''], options) {
    const archive = await context.archive('read');
    const { requireCustomer } = await import('./who.ts');
    const { consentsOf } = await import('../customers/card-queries.ts');
    const { dayEnd } = await import('../measures/gather.ts');
    const { CHANNELS } = await import('../contacts/gate.ts');
    const { writeTable } = await import('../output/write-table.ts');
    const customer = await requireCustomer(context, archive, who, (number) => `regulars consent show ${number}`);
    const { refusedThere } = await import('../contacts/consents/refused-there.ts');
    const others = refusedThere(archive, customer);
    tellRefused(context, customer, others);
    if (options.history) return history(context, archive, customer);
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
        { name: 'refused_by', kind: 'list', machineOnly: true },
      ],
      rows: CHANNELS.map((channel) => [
        customer,
        channel,
        said.get(channel)?.status ?? 'unknown',
        said.get(channel)?.source ?? null,
        said.get(channel)?.stated_at ?? null,
        (others.get(channel) ?? []).map(String),
      ]),
    });
  },
});

/** Of what others said there, which keeps them from being written to. */
function tellRefused({ io, words }: Context, customer: number, others: ReadonlyMap<string, readonly number[]>): void {
  for (const [channel, numbers] of others)
    if (numbers.length > 0)
      io.say(
        words.heldBack.refusedThere(
          term(words, channel),
          customer,
          numbers.map((one) => `#${one}`).join(words.common.listed),
        ),
      );
}

async function history(context: Context, archive: Archive, customer: number) {
  const { statementsOf } = await import('../contacts/consents/ledger-queries.ts');
  const { dayEnd } = await import('../measures/gather.ts');
  const { writeTable } = await import('../output/write-table.ts');
  const statements = statementsOf(archive, customer, dayEnd(archive, context.today(archive)));
  return writeTable(context, {
    columns: [
      { name: 'customer_id', kind: 'integer', machineOnly: true },
      { name: 'channel', kind: 'text', term: true },
      { name: 'status', kind: 'text', term: true },
      { name: 'in_force', kind: 'boolean' },
      { name: 'source', kind: 'text', term: true },
      { name: 'stated_at', kind: 'text' },
      { name: 'undated', kind: 'boolean', machineOnly: true },
      { name: 'note', kind: 'text', whenRoom: true },
      { name: 'proof', kind: 'text', whenRoom: true },
      { name: 'file', kind: 'text', whenRoom: true },
    ],
    rows: statements.map((said) => [
      customer,
      said.channel,
      said.status,
      said.holds === 1,
      said.source,
      said.stated_at,
      said.undated === 1,
      said.note,
      said.proof,
      said.file,
    ]),
  });
}
