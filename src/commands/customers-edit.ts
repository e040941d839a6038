import type { Context } from '../context.ts';
import type { Edit } from '../customers/edit-queries.ts';
import { command, many, text } from './command.ts';

export const customersEdit = command({
  path: 'customers edit <who>',
  summary: { en: 'say of a customer what no export says', zh: '补充导出文件里没有的客户资料' },
  examples: [
    'regulars customers edit 淘小茶 --birthday 05-20 --channel wechat',
    'regulars customers edit ann@example.com --language de --every 60d',
    "regulars customers edit 17 --set 'tea=green' --clear gender",
  ],
  description: {
    en: 'What is said here outweighs what files say, and can be taken back with --clear. The name is the customer’s from then on; the names on orders still find them. Follow-ups go out by the preferred channel where a play has it, and no oftener than --every.',
    zh: '这里说明的优先于文件里的内容，可用 --clear 撤回。姓名从此就是该客户的姓名；订单上的姓名仍可用来查找。跟进会优先使用首选渠道（如果玩法支持），间隔不短于 --every。',
  },
  options: {
    name: text('--name <text>', { en: 'the name they go by', zh: '称呼' }),
    birthday: text('--birthday <day>', { en: '1990-05-20, or 05-20', zh: '生日：1990-05-20 或 05-20' }),
    gender: text('--gender <gender>', { en: 'female, male or other', zh: '性别：female、male 或 other' }),
    language: text('--language <code>', { en: 'what they read: en, zh-CN', zh: '语言：en、zh-CN' }),
    channel: text('--channel <channel>', {
      en: 'how they like to be contacted: sms, email, phone, wechat, post or parcel',
      zh: '首选渠道：sms、email、phone、wechat、post 或 parcel',
    }),
    every: text('--every <time>', {
      en: 'at most one contact in this time: 60d, 8w, 2m (30 days each)',
      zh: '这段时间内最多联系一次：60d、8w、2m（每月按 30 天）',
    }),
    set: many('--set <field=value>', {
      en: 'a field of your own; may be given several times',
      zh: '自定义字段；可多次给出',
    }),
    clear: many('--clear <field>', {
      en: 'take back what was said of a field; may be given several times',
      zh: '撤回某个字段；可多次给出',
    }),
  },
  async run(context, [who = ''], options) {
    const { readEdits } = await import('./edit-options.ts');
    const archive = await context.archive('write');
    const { requireCustomer } = await import('./who.ts');
    const { stateEdits } = await import('../customers/edit-queries.ts');
    const { customerRow } = await import('../customers/queries.ts');
    const customer = await requireCustomer(context, archive, who, (number) => `regulars customers edit ${number}`);
    const edits = readEdits(context, archive, customer, options);
    const changed = stateEdits(archive, customer, edits, Math.floor(context.now().getTime() / 1000));
    const { words, io } = context;
    const name = customerRow(archive, customer)?.name ?? `#${customer}`;
    const said = await Promise.all(changed.map((edit) => inWords(context, edit)));
    io.say(changed.length === 0 ? words.edits.unchanged(name) : words.edits.changed(name, said.join(', ')));
    if (context.dryRun) io.say(words.common.nothingChanged);
    return undefined;
  },
});

async function inWords({ words }: Context, { field, value }: Edit): Promise<string> {
  const { fieldTitle, fieldValue } = await import('./edit-words.ts');
  const title = fieldTitle(words, field);
  return value === null ? words.edits.cleared(title) : words.edits.set(title, fieldValue(words, field, value));
}
