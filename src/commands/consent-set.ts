import type { HeldBack } from '../contacts/consents/held-back.ts';
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import { term } from '../output/term.ts';
import { command, text } from './command.ts';
import { isAhead } from './is-ahead.ts';

export const consentSet = command({
  path: 'consent set <who> <channel> <status>',
  summary: { en: 'note what a customer said about being contacted', zh: '记下客户是否愿意被联系' },
  examples: [
    'regulars consent set 淘小茶 sms granted --note "in the shop, 3 May"',
    'regulars consent set ann@example.com email refused',
    'regulars consent set 17 email granted --on 2026-05-03 --proof "order form, box ticked"',
  ],
  description: {
    en: 'CHANNEL is sms, email or phone; STATUS is granted, refused or unknown. What is said here outweighs the flags in order exports. Of one day in the past a refusal holds before a yes.',
    zh: 'CHANNEL 是 sms（短信）、email（邮件）或 phone（电话）；STATUS 是 granted（同意）、refused（拒绝）或 unknown（未知）。这里记下的优先于订单导出文件里的标记。过去同一天里，拒绝优先于同意。',
  },
  options: {
    on: text('--on <day>', { en: 'when they said it (default: now)', zh: '客户表示的日期（默认：现在）' }),
    note: text('--note <text>', { en: 'how you know', zh: '从哪里得知' }),
    proof: text('--proof <text>', {
      en: 'their words, or where these can be found',
      zh: '客户的原话，或可以查到的地方',
    }),
  },
  async run(context, [who = '', channel = '', status = ''], options) {
    const { contacts, common } = context.words;
    const { CHANNELS } = await import('../contacts/gate.ts');
    const way = CHANNELS.find((known) => known === channel);
    if (way === undefined) throw new UsageError(contacts.badChannel(channel), { code: 'bad_channel' });
    if (status !== 'granted' && status !== 'refused' && status !== 'unknown')
      throw new UsageError(contacts.badStatus(status), { code: 'bad_status' });
    const { isDay } = await import('../values/days.ts');
    if (options.on !== undefined && !isDay(options.on))
      throw new UsageError(common.badDay(options.on), { code: 'bad_day' });
    const archive = await context.archive('write');
    const today = context.today(archive);
    if (options.on !== undefined && options.on > today)
      throw new UsageError(contacts.notSaidYet(options.on), { code: 'future_date' });
    const { requireCustomer } = await import('./who.ts');
    const { stateConsent } = await import('../contacts/queries.ts');
    const { customerRow } = await import('../customers/queries.ts');
    const customer = await requireCustomer(
      context,
      archive,
      who,
      (number) => `regulars consent set ${number} ${channel} ${status}`,
    );
    const { saidOn } = await import('../contacts/consents/said-on.ts');
    const { archiveZone } = await import('../measures/queries.ts');
    if (isAhead(context)) throw new UsageError(contacts.futureConsent, { code: 'future_date' });
    const now = Math.floor(context.now().getTime() / 1000);
    const { on } = options;
    const noted = stateConsent(archive, customer, {
      channel,
      status,
      note: options.note ?? null,
      proof: options.proof ?? null,
      at: on === undefined || on === today ? now : saidOn(on, status, archiveZone(archive), now),
    });
    const said = [term(context.words, channel), term(context.words, status)] as const;
    const name = customerRow(archive, customer)?.name ?? `#${customer}`;
    context.io.say(noted ? contacts.consentSet(name, ...said) : contacts.consentKnown(name, ...said));
    const { dayIn } = await import('../values/zones.ts');
    const dayOf = (instant: string) => dayIn(Date.parse(instant) / 1000, archiveZone(archive));
    const { heldBack } = await import('../contacts/consents/held-back.ts');
    for (const back of heldBack(archive, customer, way, status))
      context.io.say(sentenceOf(context, customer, back, dayOf));
    if (context.dryRun) context.io.say(common.nothingChanged);
    return undefined;
  },
});

function sentenceOf({ words }: Context, customer: number, back: HeldBack, dayOf: (instant: string) => string): string {
  const { heldBack } = words;
  switch (back.by) {
    case 'word':
      return heldBack.word(customer, term(words, back.status), term(words, back.source), dayOf(back.at));
    case 'suppression':
      return heldBack.suppression(back.row?.hint ?? `#${customer}`, back.row?.reason ?? null);
    default:
      return heldBack[back.by](customer);
  }
}
