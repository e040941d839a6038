/** The web pages with tables that back offices download as .xls: each table is a sheet. */
import { createReadStream } from 'node:fs';
import { type Detected, detectEncoding } from '../text/encoding.ts';
import { FileRefused } from '../refusal.ts';
import type { Source } from '../bytes/source.ts';
import { HtmlTables } from './html-tables.ts';
import type { Workbook } from './workbook.ts';
import { xmlDecoder } from './xml-text.ts';

/** Fewer columns or rows than these are the layout of a page, not a table of orders. */
const FEWEST_COLUMNS = 3;
const FEWEST_ROWS = 2;

/** Throws FileRefused: html where no table holds data, bad_encoding. */
export async function openHtml(source: Source, told: string | undefined): Promise<Workbook> {
  const encoding = told ?? (await encodingOf(source));
  const sizes: { rows: number; columns: number }[] = [];
  await scan(
    source,
    encoding,
    new HtmlTables((table, _line, cells) => {
      const size = (sizes[table] ??= { rows: 0, columns: 0 });
      size.rows++;
      size.columns = Math.max(size.columns, cells.filter((cell) => cell !== '').length);
    }),
  );
  const keys = [...sizes.keys()].filter((key) => {
    const { rows = 0, columns = 0 } = sizes[key] ?? {};
    return rows >= FEWEST_ROWS && columns >= FEWEST_COLUMNS;
  });
  if (keys.length === 0) throw new FileRefused('html');
  return {
    date1904: false,
    sheets: keys.map((key, at) => ({ name: String(at + 1), visible: true, key: String(key) })),
    async rows(sheet, take) {
      const tables = new HtmlTables((table, line, cells) => {
        if (String(table) === sheet.key) take(line, cells);
      });
      await scan(source, encoding, tables);
      return tables.notesOf(Number(sheet.key));
    },
  };
}

/** Steps of the detection that know less than the page itself. */
const GUESSED: ReadonlySet<Detected['why']> = new Set(['header_words', 'letters', 'nothing_else']);

/** What the page declares, unless its bytes say otherwise. */
async function encodingOf(source: Source): Promise<string> {
  const detected = await detectEncoding(source);
  if (!GUESSED.has(detected.why)) return detected.encoding;
  const declared = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(source.head.toString('latin1', 0, 4096))?.[1];
  const label = (declared ?? detected.encoding).toLowerCase().replace(/^(?:gb2312|gbk|x-gbk)$/, 'gb18030');
  return label === 'utf-8' ? detected.encoding : label;
}

async function scan(source: Source, encoding: string, tables: HtmlTables): Promise<void> {
  const decode = xmlDecoder(encoding);
  const pieces = createReadStream(source.path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>;
  for await (const piece of pieces) tables.take(decode(piece));
  tables.take(decode(undefined));
  tables.end();
}
