/** One table over the files of an ingest that took several. */
import type { Context } from '../context.ts';
import type { Ingested } from '../ingest/ingest-file.ts';
import { platformNamed } from '../platforms/index.ts';
import { amounts } from '../output/amounts.ts';
import type { Column } from '../output/table.ts';
import { terminalTable } from '../output/terminal-table.ts';

/** What became of one file; undefined of one that could not be taken. */
export interface TakenFile {
  readonly file: string;
  readonly ingested: Ingested | undefined;
}

const COLUMNS: readonly Column[] = [
  { name: 'file', kind: 'text' },
  { name: 'layout', kind: 'text', whenRoom: true },
  { name: 'shop', kind: 'text', whenRoom: true },
  { name: 'new', kind: 'integer' },
  { name: 'changed', kind: 'integer' },
  { name: 'unchanged', kind: 'integer' },
  { name: 'refused', kind: 'integer' },
  { name: 'lines', kind: 'integer', whenRoom: true },
  { name: 'net', kind: 'text' },
];

export function tellTable({ io, words }: Context, files: readonly TakenFile[]): void {
  const { ingest } = words;
  const rows = files.map(({ file, ingested }) => {
    if (!ingested || ingested.outcome === 'known')
      return [file, null, null, null, null, null, null, null, ingest.outcomes[ingested ? 'known' : 'refused']];
    const { platform, layout, shops, part, customers, orders, lines, net, rows: read } = ingested.summary;
    const layoutName = ingest.layout(platformNamed(platform)?.title ?? platform, layout);
    if (part === 'customers')
      return [file, layoutName, '', customers.new, null, customers.matched, read.refused, null, null];
    return [
      file,
      layoutName,
      shops.map(({ name }) => name).join(', '),
      orders.new,
      orders.changed,
      orders.unchanged,
      orders.refused,
      lines,
      amounts(net),
    ];
  });
  io.sayStyled(terminalTable({ columns: COLUMNS, rows }, io.err, words).trimEnd());
}
