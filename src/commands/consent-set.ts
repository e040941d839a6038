import { UsageError } from '../errors.ts';
import { command, text } from './command.ts';

export const consentSet = command({
  path: 'consent set <who> <channel> <status>',
  summary: { en: 'note what a customer said about being contacted', zh: '记下客户是否愿意被联系' },
  examples: [
    'regulars consent set 淘小茶 sms granted --note "in the shop, 3 May"',
    'regulars consent set ann@example.com email refused',
  ],
  description: {
    en: 'CHANNEL is sms, email or phone; STATUS is granted, refused or unknown. What is said here outweighs the flags in order exports.',
    zh: 'CHANNEL 是 sms（短信）、email（邮件）或 phone（电话）；STATUS 是 granted（同意）、refused（拒绝）或 unknown（未知）。这里记下的优先于订单导出文件里的标记。',
  },
  options: { note: text('--note <text>', { en: 'how you know', zh: '从哪里得知' }) },
  async run(context, [who = '', channel = '', status = ''], options) {
    const { contacts, common } = context.words;
    const { CHANNELS } = await import('../contacts/gate.ts');
    if (!CHANNELS.some((known) => known === channel))
      throw new UsageError(contacts.badChannel(channel), { code: 'bad_channel' });
    if (status !== 'granted' && status !== 'refused' && status !== 'unknown')
      throw new UsageError(contacts.badStatus(status), { code: 'bad_status' });
    const archive = await context.archive('write');
    const { requireCustomer } = await import('./who.ts');
    const { stateConsent } = await import('../contacts/queries.ts');
    const { customerRow } = await import('../customers/queries.ts');
    const customer = await requireCustomer(
      context,
      archive,
      who,
      (number) => `regulars consent set ${number} ${channel} ${status}`,
    );
    stateConsent(archive, customer, {
      channel,
      status,
      note: options.note ?? null,
      at: Math.floor(context.now().getTime() / 1000),
    });
    const { term } = await import('../output/term.ts');
    const said = [term(context.words, channel), term(context.words, status)] as const;
    context.io.say(contacts.consentSet(customerRow(archive, customer)?.name ?? `#${customer}`, ...said));
    if (context.dryRun) context.io.say(common.nothingChanged);
    return undefined;
  },
});
