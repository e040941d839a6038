/** The flags that say how a file is to be read, shared by the commands that read one. */
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import type { ReadRequest } from '../ingest/orders/export-read.ts';
import { choice, many, type Options, parsed, text, type Values } from './command.ts';

export const readingOptions = {
  platform: text('--platform <name>', {
    en: 'read it as this platform, by its name in platforms list',
    zh: '按该平台读取（名称见 platforms list）',
  }),
  shop: parsed('--shop <name>', { en: 'the shop the orders belong to', zh: '订单所属的店铺' }, (value, words) => {
    if (value.trim() !== '') return value.trim();
    throw new UsageError(words.ingest.badValue('--shop', value, '')[0], { code: 'bad_value' });
  }),
  timezone: parsed(
    '--timezone <zone>',
    { en: 'time zone of a new shop: Asia/Shanghai', zh: '新店铺的时区，如 Asia/Shanghai' },
    (value) => value,
  ),
  country: parsed(
    '--country <code>',
    {
      en: 'country of a new shop, for national phone numbers: CN',
      zh: '新店铺的国家，用于读取没有国家代码的电话，如 CN',
    },
    (value) => value.toUpperCase(),
  ),
  currency: parsed('--currency <code>', { en: 'currency of a new shop: CNY', zh: '新店铺的货币，如 CNY' }, (value) =>
    value.toUpperCase(),
  ),
  map: many('--map <field=Header>', {
    en: 'which column is which, for a file no layout knows',
    zh: '说明哪一列是什么，用于不认识的文件',
  }),
  encoding: choice('--encoding <name>', { en: 'characters of the file', zh: '文件的字符编码' }, [
    'utf-8',
    'gb18030',
    'gbk',
    'big5',
    'shift_jis',
    'utf-16le',
    'utf-16be',
    'windows-1252',
    'windows-1250',
    'windows-1251',
    'windows-1253',
    'windows-1254',
    'euc-kr',
    'macintosh',
  ]),
  delimiter: choice('--delimiter <sign>', { en: 'what separates columns', zh: '列分隔符' }, [
    'comma',
    'semicolon',
    'tab',
    'pipe',
  ]),
  sheet: text('--sheet <name>', {
    en: 'sheet of a workbook, by name or number (default: those that hold orders)',
    zh: '工作簿中的工作表，按名称或序号（默认：含有订单的）',
  }),
  decimal: choice('--decimal <sign>', { en: 'what separates decimals', zh: '小数点的写法' }, ['point', 'comma']),
  dateFormat: choice('--date-format <order>', { en: 'order of day, month and year', zh: '日、月、年的顺序' }, [
    'dmy',
    'mdy',
    'ymd',
  ]),
} satisfies Options;

const DELIMITERS = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' } as const;

/** Throws UsageError on a value that no file could be read with. */
export async function readRequest(context: Context, options: Values<typeof readingOptions>): Promise<ReadRequest> {
  const { readFieldMap } = await import('./field-map.ts');
  const { GENERIC_FIELDS } = await import('../platforms/generic.ts');
  const { checkSettings } = await import('./check-settings.ts');
  checkSettings(context, options);
  return {
    platform: options.platform,
    shop: options.shop,
    timeZone: options.timezone,
    country: options.country,
    currency: options.currency,
    map: readFieldMap(context, options.map, GENERIC_FIELDS),
    encoding: options.encoding === 'gbk' ? 'gb18030' : options.encoding,
    delimiter: options.delimiter && DELIMITERS[options.delimiter],
    sheet: options.sheet,
    decimal: options.decimal,
    dates: options.dateFormat,
  };
}
