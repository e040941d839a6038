import { command } from './command.ts';

export const customersData = command({
  path: 'customers data <who>',
  summary: { en: 'everything held on one person, to hand to them', zh: '导出保存的某个人的全部信息' },
  examples: [
    'regulars customers data ann@example.com > ann.txt',
    'regulars customers data 淘小茶 --lang zh > data.txt',
    'regulars customers data 17 --json > 17.json',
  ],
  description: {
    en: 'Contact details as each file gave them, orders with every version, notes, tags, consents, contacts, refused rows and the files all that came from. A text in the language of --lang, or one JSON document with money in minor units.',
    zh: '包括各文件给出的联系信息、订单的每个版本、记录、标签、许可、联系、拒收行，以及这些内容出自哪些文件。文字版的语言由 --lang 决定；JSON 版中金额以最小货币单位表示。',
  },
  options: {},
  rows: true,
  async run(context, [who = '']) {
    const { wantsDocument } = await import('./document.ts');
    const asDocument = wantsDocument(context);
    const archive = await context.archive('read');
    const { loadPhoneMetadata } = await import('../values/phones.ts');
    await loadPhoneMetadata();
    const { requireCustomer } = await import('./who.ts');
    const customer = await requireCustomer(context, archive, who, (number) => `regulars customers data ${number}`);
    const { heldOn } = await import('../rights/held.ts');
    const held = heldOn(archive, customer);
    const day = context.today(archive);
    if (asDocument) {
      const { writeJson } = await import('../output/write-json.ts');
      await writeJson(context, { customer: held.customer, numbers: held.numbers, day, ...held.sections });
      return undefined;
    }
    const { heldScreen } = await import('./held-screen.ts');
    await context.io.write(heldScreen(context, held, day));
    return undefined;
  },
});
