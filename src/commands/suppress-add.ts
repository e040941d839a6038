import { command, text } from './command.ts';

export const suppressAdd = command({
  path: 'suppress add <who>',
  summary: {
    en: 'never contact an address or a customer again, on any channel',
    zh: '今后在任何渠道都不再联系某个联系方式或客户',
  },
  examples: [
    'regulars suppress add +8619900001001 --reason "asked to be left alone"',
    'regulars suppress add ann@example.com',
    'regulars suppress add 17 --reason complaint',
  ],
  description: {
    en: 'An e-mail or phone is kept as a keyed hash and holds for everybody who uses it. Anything else names one customer.',
    zh: '邮箱或电话只保存带密钥的散列值，对所有使用它的人都有效。其他写法指的是某一位客户。',
  },
  options: { reason: text('--reason <text>', { en: 'why', zh: '理由' }) },
  async run(context, [who = ''], options) {
    const archive = await context.archive('write');
    const { contacts, common } = context.words;
    const { addSuppression } = await import('../contacts/queries.ts');
    const { suppressionHash } = await import('../values/suppression-key.ts');
    const { suppressionKey } = await import('../store/settings.ts');
    const { hintOf } = await import('../values/address-hint.ts');
    const { addressIn } = await import('../customers/resolve.ts');
    const { loadPhoneMetadata } = await import('../values/phones.ts');
    await loadPhoneMetadata();
    const detail = { reason: options.reason ?? null, at: Math.floor(context.now().getTime() / 1000) };
    const address = addressIn(archive, who);
    let hint: string;
    let added: boolean;
    if (address) {
      hint = hintOf(address.kind, address.value);
      added = addSuppression(
        archive,
        { kind: address.kind, hash: suppressionHash(suppressionKey(archive), address.kind, address.value) },
        { ...detail, hint },
      );
    } else {
      const { requireCustomer } = await import('./who.ts');
      const customer = await requireCustomer(context, archive, who, (number) => `regulars suppress add ${number}`);
      hint = `#${customer}`;
      added = addSuppression(archive, { kind: 'customer', customer }, { ...detail, hint });
    }
    context.io.say(added ? contacts.suppressed(hint) : contacts.alreadySuppressed(hint));
    if (context.dryRun) context.io.say(common.nothingChanged);
    return undefined;
  },
});
