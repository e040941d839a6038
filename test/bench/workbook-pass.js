// The floor for a workbook: hucre, every row streamed, and nothing done with them.
import { readFileSync } from 'node:fs';
import { streamXlsxRows } from 'hucre/xlsx';

let rows = 0;
for await (const row of streamXlsxRows(readFileSync(process.argv[2]))) rows += row.values.length > 0 ? 1 : 0;
process.stdout.write(`${rows}\n`);
