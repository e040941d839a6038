/** The flags that say how a file is to be read, shared by the commands that read one. */
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import type { ReadRequest } from '../ingest/orders/export-read.ts';
import { choice, many, type Options, parsed, text, type Values } from './command.ts';

export const readingOptions = {
  platform: text('--platform <name>', 'read it as this platform: taobao, shopify, generic'),
  shop: parsed('--shop <name>', 'the shop the orders belong to', (value, words) => {
    if (value.trim() !== '') return value.trim();
    throw new UsageError(words.ingest.badValue('--shop', value, '')[0], { code: 'bad_value' });
  }),
  timezone: parsed('--timezone <zone>', 'time zone of a new shop: Asia/Shanghai', (value) => value),
  country: parsed('--country <code>', 'country of a new shop, for national phone numbers: CN', (value) =>
    value.toUpperCase(),
  ),
  currency: parsed('--currency <code>', 'currency of a new shop: CNY', (value) => value.toUpperCase()),
  map: many('--map <field=Header>', 'which column is which, for a file no layout knows; repeatable'),
  encoding: choice('--encoding <name>', 'characters of the file', [
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
  delimiter: choice('--delimiter <sign>', 'what separates columns', ['comma', 'semicolon', 'tab', 'pipe']),
  sheet: text('--sheet <name>', 'sheet of a workbook, by name or number (default: those that hold orders)'),
  decimal: choice('--decimal <sign>', 'what separates decimals', ['point', 'comma']),
  dateFormat: choice('--date-format <order>', 'order of day, month and year', ['dmy', 'mdy', 'ymd']),
} satisfies Options;

const DELIMITERS = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' } as const;

/** Throws UsageError on a value that no file could be read with. */
export async function readRequest(context: Context, options: Values<typeof readingOptions>): Promise<ReadRequest> {
  const { readMap, checkSettings } = await import('./ingest-errors.ts');
  checkSettings(context, options);
  return {
    platform: options.platform,
    shop: options.shop,
    timeZone: options.timezone,
    country: options.country,
    currency: options.currency,
    map: readMap(context, options.map),
    encoding: options.encoding === 'gbk' ? 'gb18030' : options.encoding,
    delimiter: options.delimiter && DELIMITERS[options.delimiter],
    sheet: options.sheet,
    decimal: options.decimal,
    dates: options.dateFormat,
  };
}
