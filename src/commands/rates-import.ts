import { ExitCode, UsageError } from '../errors.ts';
import { command, many, parsed } from './command.ts';
import { fileRefused } from './file-refused.ts';
import { readingOptions } from './reading-options.ts';

/** So many rates that were replaced are told one by one. */
const TOLD = 20;

export const ratesImport = command({
  path: 'rates import <file>',
  summary: { en: 'exchange rates, so that orders in other currencies add up', zh: '导入汇率，用于换算其他货币的订单' },
  examples: [
    'regulars rates import rates.csv',
    'regulars rates import 汇率.xlsx -n',
    'regulars rates import kurse.csv --decimal comma --map rate=Kurs',
  ],
  description: {
    en: 'A table with the columns currency, day and rate: how many units of the reporting currency one unit is worth, from that day until the next one given. Another target stands in a column target. An order is converted by the rate of its day and rounded once; without a rate on or before that day it is left out of amounts, as before. Rates the other way round are not turned about: what is written is what is used.',
    zh: '表格需有币种、日期、汇率三列：自该日起到下一个日期为止，一单位该货币值多少统计货币。目标货币不同时，写在“目标币种”一列。订单按下单日的汇率换算，只取整一次；下单日及之前没有汇率的，仍不计入金额。反方向的汇率不会自动取倒数，写什么就用什么。',
  },
  options: {
    target: parsed(
      '--target <code>',
      { en: 'of rates that name none (default: the reporting currency)', zh: '未注明目标货币时使用（默认：统计货币）' },
      (value) => value.toUpperCase(),
    ),
    map: many('--map <field=Header>', {
      en: 'which column is which: currency, target, day, rate',
      zh: '说明哪一列是什么：currency、target、day、rate',
    }),
    decimal: readingOptions.decimal,
    dateFormat: readingOptions.dateFormat,
  },
  async run(context, [file = ''], options) {
    const { io, words } = context;
    const { resolve } = await import('node:path');
    const { isCurrencyCode } = await import('../values/currency-codes.ts');
    if (options.target !== undefined && !isCurrencyCode(options.target)) {
      const [message, hint] = words.ingest.badValue('--target', options.target, 'CNY, USD, EUR');
      throw new UsageError(message, { code: 'bad_value', hint });
    }
    const { RATE_FIELDS } = await import('../rates/rate-layout.ts');
    const { readFieldMap } = await import('./field-map.ts');
    const map = readFieldMap(context, options.map, RATE_FIELDS);
    const archive = await context.archive('write');
    const { reportingCurrency } = await import('../measures/queries.ts');
    const { readRates } = await import('../rates/read-rates.ts');
    const { saveRates } = await import('../rates/queries.ts');
    const { FileRefused } = await import('../ingest/refusal.ts');
    const reporting = reportingCurrency(archive);
    const read = await readRates(
      file === '-' ? '-' : resolve(context.folder, file),
      { map, target: options.target ?? reporting, decimal: options.decimal ?? 'point', dates: options.dateFormat },
      { stdin: io.stdin, signal: context.signal },
    ).catch((error: unknown) => {
      if (!(error instanceof FileRefused)) throw error;
      throw fileRefused(context, file, error, { noHeader: words.rates.noHeader, line: error.detail.line });
    });
    const saved = saveRates(archive, read.rates, Math.floor(context.clock().getTime() / 1000));
    io.say(words.rates.imported(saved.added, saved.replaced.length, saved.unchanged, read.refused.length));
    for (const { currency, target, day, before, rate } of saved.replaced.slice(0, TOLD))
      io.say(words.rates.replaced(currency, target, day, before, rate));
    const others = read.rates.filter(({ target }) => target !== reporting).length;
    if (others > 0) io.warn(words.rates.notUsed(others, reporting));
    const { tellRefusedRows } = await import('./refused-rows.ts');
    tellRefusedRows(context, file, read.refused, words.rates.refusals);
    if (context.dryRun) io.say(words.common.nothingChanged);
    return read.refused.length > 0 ? { exitCode: ExitCode.someRefused } : undefined;
  },
});
