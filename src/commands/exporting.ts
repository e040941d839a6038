/** How rows for analysts are cut and where they go, the same on every export of the archive. */
import { flag, type Options, text } from './command.ts';
import { listing } from './listing.ts';

export const exporting = {
  columns: listing.columns,
  limit: listing.limit,
  out: text('-o, --out <file>', {
    en: 'write there instead of stdout; .xlsx, .parquet, .csv, .json say the format',
    zh: '写入该文件，而不是标准输出；扩展名 .xlsx、.parquet、.csv、.json 即格式',
  }),
  force: flag('--force', { en: 'replace an older file of that name', zh: '替换同名的旧文件' }),
} satisfies Options;
