import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import type { Cell, Column } from '../output/table.ts';
import { choosing } from './choosing.ts';
import { columnsNamed } from './column-named.ts';
import { command, flag } from './command.ts';
import { exporting } from './exporting.ts';
import { MEMBER_COLUMNS, type Member, memberCell, type MemberColumn, USUAL } from './member-columns.ts';
import { tellOtherCurrencies } from './other-currencies.ts';

const CONTACTS: readonly MemberColumn['name'][] = ['phone', 'email'];

export const exportCustomers = command({
  path: 'export customers',
  summary: { en: 'every customer as a row, for analysis', zh: '每位客户一行，用于分析' },
  examples: [
    'regulars export customers --out customers.xlsx',
    'regulars export customers --segment vip --csv > vip.csv',
    'regulars export customers --columns customer_id,amount_spent,lifecycle_stage --out customers.parquet',
  ],
  description: {
    en: 'By number, with all that is known and measured. Phones and e-mails only with --contacts, and of nobody who is suppressed or refused; lists to be sent come from regulars export contacts.',
    zh: '按编号排列，包括所有资料和指标。电话和邮箱只有加上 --contacts 才列出，禁止联系和曾拒绝的除外；发送名单请用 regulars export contacts。',
  },
  options: {
    ...choosing,
    ...exporting,
    contacts: flag('--contacts', { en: 'with phone and e-mail', zh: '列出电话和邮箱' }),
  },
  rows: true,
  binary: true,
  async run(context, _, options) {
    const archive = await context.archive('read');
    const { gather } = await import('../measures/gather.ts');
    const { choose } = await import('./choosing.ts');
    const { membersInParts } = await import('./members-in-parts.ts');
    const { writeOut } = await import('../output/write-out.ts');
    const columns = columnsOf(context, options);
    const population = gather(archive, context.today(archive));
    const { customers } = await choose(context, archive, population, options, { everybody: true });
    const wanted = customers.slice(0, options.limit);
    const members = await membersInParts(context, archive, population, wanted, columns);
    const table = columns.map(
      ({ name, kind, machineOnly }): Column => ({
        name,
        kind,
        machineOnly: options.columns === undefined && machineOnly === true,
        ...(kind === 'money' ? { currency: { code: population.currency } } : {}),
      }),
    );
    const outcome = await writeOut(
      context,
      { columns: table, rows: rowsOf(columns, members) },
      { path: options.out, replace: options.force, day: population.asOf },
    );
    if (columns.some(({ kind }) => kind === 'money')) tellOtherCurrencies(context, population);
    if (columns.some(({ name }) => CONTACTS.includes(name))) context.io.say(context.words.exports.listsElsewhere);
    return outcome;
  },
});

interface Asked {
  readonly columns: string | undefined;
  readonly contacts: boolean;
}

/** All there are but for addresses, or those asked for. Throws UsageError for an address without --contacts. */
function columnsOf(context: Context, { columns, contacts }: Asked): readonly MemberColumn[] {
  const asked = columnsNamed(context, MEMBER_COLUMNS, columns);
  const withheld = contacts ? [] : CONTACTS;
  const refused = asked?.find(({ name }) => withheld.includes(name));
  if (refused)
    throw new UsageError(context.words.exports.contactsOnly(refused.name), {
      code: 'contacts_not_asked',
      hint: '--contacts',
    });
  return (
    asked ??
    MEMBER_COLUMNS.filter(({ name }) => !withheld.includes(name)).map((column) =>
      USUAL.includes(column) ? column : { ...column, machineOnly: true },
    )
  );
}

function* rowsOf(columns: readonly MemberColumn[], members: Iterable<Member>): Generator<Cell[]> {
  for (const member of members) yield columns.map((column) => memberCell(member, column));
}
