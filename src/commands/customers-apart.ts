import { DataError } from '../errors.ts';
import { shellLine } from '../output/shell-word.ts';
import { archiveFlag } from './archive-flag.ts';
import { command, text } from './command.ts';

export const customersApart = command({
  path: 'customers apart <who> <other>',
  summary: { en: 'say that two customers are never one', zh: '确认两位客户不是同一人' },
  examples: ["regulars customers apart 3 17 --reason 'mother and daughter'"],
  description: {
    en: 'Whatever is ingested later never joins them, and customers suggest is silent about them.',
    zh: '以后导入什么都不会把他们合在一起，customers suggest 也不再提示。',
  },
  options: { reason: text('--reason <text>', { en: 'how you know', zh: '依据' }) },
  async run(context, [who = '', other = ''], options) {
    const { io, words } = context;
    const archive = await context.archive('write');
    const { requireCustomer } = await import('./who.ts');
    const retry = (one: string) => shellLine(['regulars', 'customers', 'apart', one, '…']);
    const one = await requireCustomer(context, archive, who, retry);
    const two = await requireCustomer(context, archive, other, retry);
    const { nameOf } = await import('../customers/queries.ts');
    if (one === two)
      throw new DataError(words.overrides.alreadyOne(nameOf(archive, one), one), {
        code: 'one_customer',
        hint: shellLine(['regulars', 'customers', 'split', String(one), '--order', '…', ...archiveFlag(context)]),
      });
    const { keepApart } = await import('../archive/overrides.ts');
    const said = { reason: options.reason ?? null, at: Math.floor(context.now().getTime() / 1000) };
    const override = keepApart(archive, one, two, said);
    if (override === undefined) io.say(words.overrides.apartAlready(one, two));
    else io.say(words.overrides.apart(one, two));
    if (context.dryRun) io.say(words.common.nothingChanged);
    else if (override !== undefined)
      io.say(
        words.overrides.takeBack(
          shellLine(['regulars', 'customers', 'undo', String(override), ...archiveFlag(context)]),
        ),
      );
    return undefined;
  },
});
