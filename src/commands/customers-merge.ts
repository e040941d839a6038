import { DataError } from '../errors.ts';
import { shellLine } from '../output/shell-word.ts';
import { archiveFlag } from './archive-flag.ts';
import { command, text } from './command.ts';

export const customersMerge = command({
  path: 'customers merge <who> <others...>',
  summary: { en: 'make several customers one', zh: '把几位客户合并成一位' },
  examples: [
    "regulars customers merge 淘小茶 17 --reason 'told me on the phone'",
    'regulars customers merge ann@example.com ann.archer@example.org',
  ],
  description: {
    en: 'Holds whatever is ingested or taken back later, and can be taken back at any time. To be contacted the merged customer must have agreed as each of them; what one refused, all refuse.',
    zh: '之后再导入或撤回文件也一直有效，并可随时撤回。合并后的联系许可以更严格的一方为准：任何一方拒绝，即视为拒绝。',
  },
  options: { reason: text('--reason <text>', { en: 'how you know', zh: '依据' }) },
  async run(context, [who = '', ...others], options) {
    const { io, words } = context;
    const archive = await context.archive('write');
    const { requireCustomer } = await import('./who.ts');
    const retry = (one: string) => shellLine(['regulars', 'customers', 'merge', one, '…']);
    const named: number[] = [];
    for (const one of [who, ...others]) named.push(await requireCustomer(context, archive, one, retry));
    const [first = 0, ...rest] = new Set(named);
    const { mergeCustomers } = await import('../archive/overrides.ts');
    const { consentsOf } = await import('../customers/card-queries.ts');
    const { nameOf, ordersCounted } = await import('../customers/queries.ts');
    if (rest.length === 0) {
      io.say(words.overrides.alreadyOne(nameOf(archive, first), first));
      return undefined;
    }
    const { loadPhoneMetadata } = await import('../values/phones.ts');
    await loadPhoneMetadata();
    const forever = Number.MAX_SAFE_INTEGER;
    const granted = new Set(
      [first, ...rest].flatMap((one) =>
        consentsOf(archive, one, forever).flatMap(({ channel, status }) => (status === 'granted' ? [channel] : [])),
      ),
    );
    const said = { reason: options.reason ?? null, at: Math.floor(context.now().getTime() / 1000) };
    const { override, customers } = archive.write(() => {
      const done = mergeCustomers(archive, [first, ...rest], said);
      // Taken back with the transaction.
      if (done.customers.length > 1)
        throw new DataError(
          words.overrides.heldApart(shellLine(['regulars', 'customers', 'merges', ...archiveFlag(context)])),
          {
            code: 'kept_apart',
          },
        );
      return done;
    });
    const [customer = 0] = customers;
    const { overrideRows } = await import('../customers/override-list-queries.ts');
    const overruled = overrideRows(archive, { customer }).filter(({ state }) => state === 'overruled');
    for (const { override_id: id } of overruled) io.say(words.overrides.overrules(id, override));
    io.say(words.overrides.merged(nameOf(archive, customer), customer, ordersCounted(archive, customer)));
    const { term } = await import('../output/term.ts');
    for (const { channel, status } of consentsOf(archive, customer, forever))
      if (status === 'unknown' && granted.has(channel))
        io.say(
          words.overrides.lessConsent(
            term(words, channel),
            shellLine(['regulars', 'consent', 'set', String(customer), channel, 'granted', ...archiveFlag(context)]),
          ),
        );
    if (context.dryRun) io.say(words.common.nothingChanged);
    else
      io.say(
        words.overrides.takeBack(
          shellLine(['regulars', 'customers', 'undo', String(override), ...archiveFlag(context)]),
        ),
      );
    return undefined;
  },
});
