/** The first rows of any table there is, whatever it is about: as they stand, before a header is looked for. */
import { containerOf } from '../bytes/container.ts';
import type { Source } from '../bytes/source.ts';
import type { RawRow } from '../tables/table-source.ts';
import { csvRows, TextHead } from '../text/csv-rows.ts';
import { type Delimiter, detectDialect } from '../text/dialect.ts';
import { detectEncoding } from '../text/encoding.ts';

export interface SampleRows {
  readonly rows: readonly RawRow[];
  /** Undefined for a workbook. */
  readonly delimiter: Delimiter | undefined;
}

/** Of a workbook with several sheets the widest. Throws FileRefused. */
export async function sampleRows(source: Source): Promise<SampleRows> {
  const container = containerOf(source);
  if (container !== 'text') {
    const { openWorkbook } = await import('../workbooks/open-workbook.ts');
    const { workbookRows } = await import('../workbooks/workbook-rows.ts');
    const workbook = await openWorkbook(source, container, undefined);
    const reader = await workbookRows(workbook, (name) => source.scratch(name), undefined, []);
    return { rows: await reader.sample(), delimiter: undefined };
  }
  const { encoding } = await detectEncoding(source);
  const head = new TextHead(source, encoding);
  const dialect = detectDialect((one) => head.rows(one), [], head.told && [head.told]);
  return { rows: await csvRows(source, head, dialect).sample(), delimiter: dialect.delimiter };
}
