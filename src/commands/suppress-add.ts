import { command, text } from './command.ts';

export const suppressAdd = command({
  path: 'suppress add <who>',
  summary: 'never contact an address or a customer again, on any channel',
  examples: [
    'regulars suppress add +8619900001001 --reason "asked to be left alone"',
    'regulars suppress add ann@example.com',
    'regulars suppress add 17 --reason complaint',
  ],
  description:
    'An e-mail or phone is kept as a keyed hash and holds for everybody who uses it. Anything else names one customer.',
  options: { reason: text('--reason <text>', 'why') },
  async run(context, [who = ''], options) {
    const archive = await context.archive('write');
    const { contacts, common } = context.words;
    const { addSuppression, suppressionKey } = await import('../contacts/queries.ts');
    const { hintOf, suppressionHash } = await import('../contacts/suppression-key.ts');
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
      added = addSuppression(archive, { kind: 'customer', record: customer }, { ...detail, hint });
    }
    context.io.say(added ? contacts.suppressed(hint) : contacts.alreadySuppressed(hint));
    if (context.dryRun) context.io.say(common.nothingChanged);
    return undefined;
  },
});
