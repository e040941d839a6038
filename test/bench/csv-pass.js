// The floor an ingest is measured against: csv-parse, rows as arrays, streamed, and nothing done with them.
import { createReadStream } from 'node:fs';
import { TextDecoderStream } from 'node:stream/web';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';

const [file, encoding] = process.argv.slice(2);
const bytes = createReadStream(file);
// csv-parse reads UTF-8 by itself; of anything else it is given the text.
const text = encoding ? Readable.fromWeb(Readable.toWeb(bytes).pipeThrough(new TextDecoderStream(encoding))) : bytes;
let rows = 0;
for await (const row of text.pipe(parse({ bom: true, relax_column_count: true, relax_quotes: true })))
  rows += row.length > 0 ? 1 : 0;
process.stdout.write(`${rows}\n`);
