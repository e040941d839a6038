import { UsageError } from '../errors.ts';
import { command, flag, parsed, text } from './command.ts';
import { readingOptions, readRequest } from './reading-options.ts';

export const ingest = command({
  path: 'ingest [files...]',
  summary: { en: 'take orders from export files into the archive', zh: '把导出文件里的订单导入档案' },
  examples: [
    'regulars ingest ExportOrderList202610311200.csv orders_export_1.csv',
    "regulars ingest 2026-10.csv --shop '山月茶铺' --rejects mend.csv",
    'regulars ingest till.csv --map order_id=Receipt --map order_date=Date --map order_total=Total --timezone Europe/Berlin --currency EUR --save-map till',
    'gunzip -c orders.csv.gz | regulars ingest -',
    'regulars ingest exports/ --watch-once -q',
  ],
  description: {
    en: 'Reads CSV, TSV and Excel (.xlsx, .xls) as the platform wrote them, also in a .gz or .zip: encoding, delimiter, sheet, header and platform are recognised. One file is one transaction; ingesting anything twice changes nothing. Rows that cannot be read are refused and listed, good ones are kept. Of a folder every file is taken that may be an export; a bad one does not stop the others.',
    zh: '按平台导出的原样读取 CSV、TSV 和 Excel（.xlsx、.xls），放在 .gz 或 .zip 里也行：编码、分隔符、工作表、表头和平台都自动识别。一个文件要么全部存入，要么完全不存；同一个文件导入两次不会有任何变化。读不懂的行会被拒收并列出，其余照常保存。指定文件夹时，导入其中所有可能是导出文件的文件；个别文件有问题不影响其他文件。',
  },
  options: {
    ...readingOptions,
    saveMap: text('--save-map <name>', {
      en: 'keep the --map columns for later files with the same header',
      zh: '保存 --map 的列对应，供以后表头相同的文件使用',
    }),
    expectOrders: parsed(
      '--expect-orders <n>',
      { en: 'store nothing unless the file holds so many orders', zh: '文件的订单数不是这么多时，什么都不存入' },
      (value, words) => {
        if (/^\d{1,9}$/.test(value)) return Number(value);
        throw new UsageError(words.ingest.badValue('--expect-orders', value, '')[0], { code: 'bad_value' });
      },
    ),
    expectTotal: parsed(
      '--expect-total <amount>',
      { en: 'store nothing unless the order totals come to this', zh: '订单总额合计不是这个数时，什么都不存入' },
      (value, words) => {
        if (/^-?\d{1,15}(\.\d{1,4})?$/.test(value)) return value;
        throw new UsageError(words.ingest.badValue('--expect-total', value, '')[0], { code: 'bad_value' });
      },
    ),
    watchOnce: flag('--watch-once', {
      en: 'take only files not met before, and say nothing where there are none: for cron',
      zh: '只导入没见过的文件，没有新文件时不输出任何内容：用于定时任务',
    }),
    rejects: text('--rejects <file>', {
      en: 'write refused rows there, to mend and ingest again',
      zh: '把被拒收的行写入该文件，改好后可再导入',
    }),
  },
  async run(context, named, options) {
    const { words } = context;
    if (named.length === 0)
      throw new UsageError(words.ingest.noFiles, { code: 'no_files', hint: words.ingest.noFilesHint });
    const { saveMap, expectOrders, expectTotal, rejects, watchOnce } = options;
    const request = { ...(await readRequest(context, options)), saveMap, expectOrders, expectTotal };
    const { takeFiles } = await import('./take-files.ts');
    return await takeFiles(context, named, request, { rejects, watchOnce });
  },
});
