import { UsageError } from '../errors.ts';
import { command, text } from './command.ts';
import { readingOptions, readRequest } from './reading-options.ts';

const { platform, timezone, encoding, delimiter, sheet, dateFormat } = readingOptions;

export const customersImport = command({
  path: 'customers import [files...]',
  summary: {
    en: 'take what you know of customers into the archive, from files',
    zh: '把文件里的客户资料导入档案',
  },
  examples: [
    'regulars customers import 老客户.xlsx --country CN',
    'regulars customers import customers_export.csv subscribed_members_export_1a2b.csv',
    'regulars customers import list.csv --map customer_name=Kunde --map phone=Handy --map own:WeChat=微信 --save-map list',
    'regulars customers import list.csv --rejects mend.csv',
  ],
  description: {
    en: 'Reads customer files of Shopify, Youzan and Mailchimp (its three files, with who unsubscribed), and any table kept by hand: which column is which is proposed, asked on a terminal and kept for the next file. A row needs an account, e-mail, phone or name; the same person joins by the usual rules. Said of them: nickname, birthday, gender, tags, points, note, since when, whether they agree to e-mail, SMS or calls and since when, and a blacklist, which suppresses. Importing twice changes nothing; imports undo takes a file back.',
    zh: '读取 Shopify、有赞和 Mailchimp 的客户文件（后者含退订名单），以及任何手工维护的客户表：各列含义会给出建议，在终端上询问，并保存供下一个文件使用。每行至少要有账号、邮箱、电话或姓名；同一个人按通常的规则合并。可包含：昵称、生日、性别、标签、积分、备注、成为客户的时间、是否同意邮件、短信、电话及时间，以及黑名单（今后不再联系）。重复导入没有变化；imports undo 可撤回。',
  },
  options: {
    platform,
    shop: { ...readingOptions.shop, description: { en: 'the shop whose accounts these are', zh: '账号所属的店铺' } },
    country: {
      ...readingOptions.country,
      description: { en: 'country of phones without a country code: CN', zh: '没有国家代码的电话所属的国家，如 CN' },
    },
    timezone: {
      ...timezone,
      description: { en: 'time zone of times in the file', zh: '文件里时间的时区' },
    },
    map: readingOptions.map,
    saveMap: text('--save-map <name>', {
      en: 'keep the --map columns for later files with the same header',
      zh: '保存 --map 的列对应，供以后表头相同的文件使用',
    }),
    encoding,
    delimiter,
    sheet: {
      ...sheet,
      description: { en: 'sheet of a workbook, by name or number', zh: '工作簿中的工作表，按名称或序号' },
    },
    dateFormat,
    rejects: text('--rejects <file>', {
      en: 'write refused rows there, to mend and import again',
      zh: '把被拒收的行写入该文件，改好后可再导入',
    }),
  },
  async run(context, named, { map, saveMap, rejects, ...options }) {
    const { words } = context;
    if (named.length === 0)
      throw new UsageError(words.ingest.noFiles, { code: 'no_files', hint: words.customerFiles.noFilesHint });
    const { readCustomerMap } = await import('./customers-map.ts');
    const customers = { map: readCustomerMap(context, map) };
    const read = await readRequest(context, { ...options, currency: undefined, decimal: undefined, map: [] });
    const { takeFiles } = await import('./take-files.ts');
    return await takeFiles(context, named, { ...read, customers, saveMap }, { rejects, watchOnce: false });
  },
});
