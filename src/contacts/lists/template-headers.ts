/** The header row of a provider's sample file, below whatever it explains above. */
import { openSource } from '../../ingest/bytes/source.ts';
import { FileRefused } from '../../ingest/refusal.ts';
import { sampleRows } from '../../ingest/rows/sample-rows.ts';
import type { RawRow } from '../../ingest/tables/table-source.ts';
import { cleanCell } from '../../values/text.ts';
import { fieldAskedFor } from './template-fields.ts';
import type { Template } from './template-format.ts';

/** Throws FileRefused: what ingest would, or `headerless` of a file that starts with an address. */
export async function templateHeaders(
  path: string,
  around: { readonly stdin: NodeJS.ReadableStream; readonly signal: AbortSignal },
): Promise<Template> {
  const source = await openSource(path, around.stdin, around.signal);
  try {
    const { rows, delimiter } = await sampleRows(source);
    const { line, cells } = headerOf(rows);
    const first = cells.find(isAddress);
    if (first !== undefined) throw new FileRefused('headerless', { line, value: first });
    const headers = cells.map(cleanCell);
    while (headers.at(-1) === '') headers.pop();
    const extension = delimiter === undefined ? 'xlsx' : /\.txt$/i.test(source.name) ? 'txt' : 'csv';
    return { headers, extension, delimiter: delimiter ?? ',', source: source.name };
  } finally {
    source.dispose();
  }
}

/** The row that asks for most of what is known, the upper of two; else the first that says anything. */
function headerOf(rows: readonly RawRow[]): RawRow {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cleanCell(cell) !== ''));
  let [best] = filled;
  if (!best) throw new FileRefused('empty');
  let most = 0;
  for (const row of filled) {
    const asked = row.cells.filter((cell) => fieldAskedFor(cell) !== undefined).length;
    if (asked > most) [best, most] = [row, asked];
  }
  return best;
}

const isAddress = (cell: string): boolean => /^\s*'?\+?\d[\d\s-]{6,}$|^\S+@\S+\.\S+$/.test(cell);
