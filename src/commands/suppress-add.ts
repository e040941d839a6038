import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import type { Suppressed } from '../contacts/suppressions/read-suppressions.ts';
import type { Archive } from '../store/open.ts';
import { command, text } from './command.ts';
import { suppressing } from './suppressing.ts';

export const suppressAdd = command({
  path: 'suppress add [who]',
  summary: {
    en: 'never contact an address, a domain or a customer again',
    zh: '今后不再联系某个联系方式、邮箱域名或客户',
  },
  examples: [
    'regulars suppress add +8619900001001 --reason "asked to be left alone"',
    'regulars suppress add ann@example.com',
    "regulars suppress add '@example.com' --reason competitor",
    'regulars suppress add 17 --reason complaint',
  ],
  description: {
    en: 'An e-mail or phone is kept as a keyed hash and holds for everybody who uses it, on every channel it is for. A domain (@example.com, or --domain example.com) holds for e-mail to everybody with an address at it or below it. Anything else names one customer.',
    zh: '邮箱或电话只保存带密钥的散列值，对所有使用它的人都有效。域名（@example.com，或 --domain example.com）对在该域名及其子域名下有邮箱的所有人有效，只限邮件。其他写法指的是某一位客户。',
  },
  options: {
    domain: text('--domain <domain>', { en: 'everybody with an e-mail there', zh: '邮箱在该域名下的所有人' }),
    reason: text('--reason <text>', { en: 'why', zh: '理由' }),
  },
  async run(context, [who], options) {
    const { contacts, common } = context.words;
    if ((who === undefined) === (options.domain === undefined))
      throw new UsageError(contacts.whoOrDomain, { code: 'missing_argument' });
    const archive = await context.archive('write');
    const { addSuppression } = await import('../contacts/queries.ts');
    const { read, kept } = await suppressing(archive);
    const named = await whatIs(context, archive, { who, domain: options.domain }, read);
    const detail = { reason: options.reason ?? null, at: Math.floor(context.now().getTime() / 1000) };
    const { what, hint } = kept(named);
    const added = addSuppression(archive, what, { ...detail, hint });
    if (named.kind === 'domain' && added)
      context.io.say(contacts.domainSuppressed(hint, await customersAt(archive, named.value)));
    else context.io.say(added ? contacts.suppressed(hint) : contacts.alreadySuppressed(hint));
    if (context.dryRun) context.io.say(common.nothingChanged);
    return undefined;
  },
});

async function whatIs(
  context: Context,
  archive: Archive,
  { who = '', domain }: { readonly who: string | undefined; readonly domain: string | undefined },
  read: (kind: Suppressed['kind'], text: string) => Suppressed | undefined,
): Promise<Suppressed> {
  const named = domain ?? (/^\*?@/.test(who.trim()) ? who : undefined);
  if (named !== undefined) {
    const found = read('domain', named);
    if (!found) throw new UsageError(context.words.contacts.badDomain(named), { code: 'bad_domain' });
    return found;
  }
  const address = read('email', who) ?? read('phone', who);
  if (address) return address;
  const { requireCustomer } = await import('./who.ts');
  const customer = await requireCustomer(context, archive, who, (number) => `regulars suppress add ${number}`);
  return { kind: 'customer', customer };
}

async function customersAt(archive: Archive, domain: string): Promise<number> {
  const { addresses } = await import('../contacts/queries.ts');
  const { mailDomainsOf } = await import('../values/mail-domain.ts');
  const there = addresses(archive, 'email').filter(([, value]) => mailDomainsOf(value).includes(domain));
  return new Set(there.map(([customer]) => customer)).size;
}
