import type { Context } from '../context.ts';
import { DataError, ExitCode, UsageError } from '../errors.ts';
import type { Cell, Table } from '../output/table.ts';
import { term } from '../output/term.ts';
import type { GateReason } from '../contacts/gate.ts';
import { choosing } from './choosing.ts';
import { choice, command, flag, text } from './command.ts';
import { tellOtherCurrencies } from './other-currencies.ts';

export const exportContacts = command({
  path: 'export contacts',
  summary: {
    en: 'a contact list for one channel, with nobody on it who must not be',
    zh: '某个渠道的联系名单，不该联系的人不在其中',
  },
  examples: [
    'regulars export contacts --segment at_risk --channel sms --kind care > call.csv',
    `regulars export contacts --where "value_band = 'vip'" --channel email --kind promotion --out vip.csv`,
    'regulars export contacts --customer 淘小茶 --channel phone --kind service --json',
  ],
  description: {
    en: 'One row per reachable customer. KIND decides the rule: service and care reach everybody who did not refuse; promotion only those who agreed, unless the shop is set to --consent-policy not-refused. Who was left out, and the command that changes it, is printed on stderr.',
    zh: '每位可联系的客户一行。规则由 KIND 决定：service（订单事务）和 care（关怀）可联系所有没有拒绝的人；promotion（营销）只联系表示同意的人，除非店铺设为 --consent-policy not-refused。谁没有列入、用什么命令可以改变，会写到标准错误输出。',
  },
  options: {
    ...choosing,
    channel: choice(
      '--channel <channel>',
      { en: 'sms (mobiles only), email or phone', zh: 'sms（短信，仅手机）、email（邮件）或 phone（电话）' },
      ['sms', 'email', 'phone'],
    ),
    kind: choice(
      '--kind <kind>',
      {
        en: 'service (about an order), care or promotion',
        zh: 'service（订单事务）、care（关怀）或 promotion（营销）',
      },
      ['service', 'care', 'promotion'],
    ),
    out: text('-o, --out <file>', { en: 'write there instead of stdout', zh: '写入该文件，而不是标准输出' }),
    force: flag('--force', { en: 'replace an older file of that name', zh: '替换同名的旧文件' }),
  },
  rows: true,
  async run(context, _, options) {
    const { channel, kind } = options;
    if (channel === undefined || kind === undefined) {
      throw new UsageError(context.words.contacts.channelAndKind, {
        code: 'missing_option',
        hint: 'regulars export contacts --segment at_risk --channel sms --kind care',
      });
    }
    const archive = await context.archive('read');
    const { gather } = await import('../measures/gather.ts');
    const { choose } = await import('./choosing.ts');
    const { gate, peopleFor } = await import('../contacts/people.ts');
    const { listRows } = await import('../contacts/queries.ts');
    const population = gather(archive, context.today(archive));
    const { customers } = await choose(context, archive, population, options, { everybody: false });
    const { allowed, leftOut } = gate(customers.map(peopleFor(archive, channel, population.until)), kind);
    const rows = listRows(archive, population);
    const address =
      channel === 'email' ? ({ name: 'email', kind: 'text' } as const) : ({ name: 'phone', kind: 'phone' } as const);
    const table: Table = {
      columns: [
        { name: 'customer_id', kind: 'integer' },
        { name: 'name', kind: 'text' },
        address,
        { name: 'number_of_orders', kind: 'integer' },
        { name: 'amount_spent', kind: 'money', currency: { code: population.currency } },
        { name: 'currency', kind: 'text', machineOnly: true },
        { name: 'last_order_date', kind: 'day' },
        { name: 'city', kind: 'text', whenRoom: true },
        { name: 'tags', kind: 'list', whenRoom: true },
      ],
      rows: allowed.flatMap(({ customer, address: value }): Cell[][] => {
        const row = rows.get(customer);
        if (!row) return [];
        return [
          [
            customer,
            row.name,
            value,
            row.number_of_orders,
            row.amount_spent,
            population.currency,
            row.last_order_date,
            row.city,
            JSON.parse(row.tags ?? '[]') as string[],
          ],
        ];
      }),
    };
    const outcome =
      options.out === undefined
        ? await toStdout(context, table)
        : await toFile(context, table, options.out, { replace: options.force });
    tellLeftOut(
      context,
      allowed.length,
      leftOut.map(({ reason }) => reason),
      channel,
      kind,
    );
    if (allowed.some(({ customer }) => rows.get(customer)?.amount_spent === null))
      tellOtherCurrencies(context, population);
    if (allowed.length === 0 && context.failIfEmpty) return { exitCode: ExitCode.nothingFound };
    return outcome;
  },
});

async function toStdout(context: Context, table: Table) {
  const { writeTable } = await import('../output/write-table.ts');
  return writeTable(context, table);
}

async function toFile(
  context: Context,
  table: Table,
  path: string,
  settings: { readonly replace: boolean },
): Promise<undefined> {
  const { resolve } = await import('node:path');
  const { rowsAsText } = await import('../output/write-table.ts');
  const { assertWritable, FileExists, writePrivateFile } = await import('../output/private-file.ts');
  const full = resolve(context.folder, path);
  const text = await rowsAsText(context, table);
  try {
    assertWritable(full, { ...settings, spare: context.archivePath.path });
    if (context.dryRun) {
      context.io.say(context.words.common.nothingChanged);
      return undefined;
    }
    writePrivateFile(full, text, settings);
  } catch (error) {
    if (!(error instanceof FileExists)) throw error;
    throw new DataError(context.words.common.fileExists(path), { code: 'file_exists', file: path, hint: '--force' });
  }
  context.io.say(context.words.contacts.written(path));
  return undefined;
}

function tellLeftOut(
  context: Context,
  rows: number,
  reasons: readonly GateReason[],
  channel: string,
  kind: string,
): void {
  const { io, words } = context;
  const { contacts } = words;
  const counts = new Map<GateReason, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const lines = [contacts.rows(rows, term(words, channel), term(words, kind))];
  if (reasons.length > 0) lines.push(contacts.leftOut(reasons.length));
  for (const [reason, count] of [...counts].toSorted(([, a], [, b]) => b - a))
    lines.push(`  ${contacts.reasons[reason](count)}: ${contacts.changes[reason](channel)}`);
  io.say(lines.join('\n'));
}
