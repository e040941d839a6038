/** `doctor --quality`: how much is known of customers, and what is hardly of use any more. */
import type { Context } from '../context.ts';
import type { Quality, QualityNote } from '../doctor/quality.ts';
import { pasteBlock } from '../output/paste-block.ts';
import { shellLine } from '../output/shell-word.ts';
import type { Table } from '../output/table.ts';
import { terminalTable } from '../output/terminal-table.ts';
import { visible } from '../output/visible.ts';
import { archiveFlag } from './archive-flag.ts';

export async function showQuality(context: Context): Promise<void> {
  const archive = await context.archive('read');
  const { qualityOf } = await import('../doctor/quality.ts');
  const quality = qualityOf(archive, context.today(archive));
  const { io, words } = context;
  if (context.format !== 'table') {
    const { writeTable } = await import('../output/write-table.ts');
    await writeTable(context, machineTable(context, quality));
    return;
  }
  if (quality.customers === 0) io.say(words.quality.none);
  else await io.write(screen(context, quality));
  if (quality.customers > 0 && quality.notes.length === 0) io.say(words.quality.noNotes);
}

const percent = (count: number, of: number) => `${of === 0 ? 0 : Math.floor((100 * count) / of)} %`;

function screen(context: Context, { customers, fields, notes }: Quality): string {
  const { io, words } = context;
  const { quality: said } = words;
  const table = terminalTable(
    {
      columns: [
        { name: 'field', title: said.columns.field, kind: 'text' },
        { name: 'customers', title: said.columns.customers, kind: 'integer' },
        { name: 'share', title: said.columns.share, kind: 'integer' },
      ],
      rows: fields.map(({ field, customers: count }) => [said.fields[field], count, percent(count, customers)]),
    },
    io.out,
    words,
  );
  const told = notes.map(({ note, count, example, subject }) => {
    const sentences = [said.notes[note](count), words.doctor.example(visible(example ?? ''))];
    return pasteBlock(io.out.style.bold(note), sentences, helpingLine(context, note, subject), io.out);
  });
  return [`${io.out.style.bold(said.heading(customers))}\n${table}`, ...told].join('\n');
}

/** One row for each field and each note, told apart by `kind`. */
function machineTable(context: Context, { customers, fields, notes }: Quality): Table {
  const { quality: said } = context.rowWords;
  return {
    columns: [
      { name: 'kind', kind: 'text' },
      { name: 'name', kind: 'text' },
      { name: 'count', kind: 'integer' },
      { name: 'of', kind: 'integer' },
      { name: 'share', kind: 'number' },
      { name: 'explanation', kind: 'text' },
      { name: 'example', kind: 'text' },
      { name: 'command', kind: 'text' },
    ],
    rows: [
      ...fields.map(({ field, customers: count }) => [
        'field',
        field,
        count,
        customers,
        customers === 0 ? null : Number((count / customers).toFixed(4)),
        null,
        null,
        null,
      ]),
      ...notes.map(({ note, count, example, subject }) => [
        'note',
        note,
        count,
        null,
        null,
        said.notes[note](count),
        example,
        helpingLine(context, note, subject),
      ]),
    ],
  };
}

/** The line that shows more of it, or mends it. */
function helpingLine(context: Context, note: QualityNote, subject: string | null): string {
  const line = (...typed: readonly string[]) => shellLine(['regulars', ...typed, ...archiveFlag(context)]);
  switch (note) {
    case 'customers_suspected_twice':
      return line('customers', 'suggest');
    case 'phone_passed_on':
      return line('customers', 'explain', subject ?? '…');
    case 'customer_unreachable':
      return line('customers', 'import', 'FILE');
    case 'contact_stale':
      return line('customers', 'list', '--where', 'last_order_date < -2y');
    case 'order_state_unknown':
      return line('platforms', 'words', subject ?? '…');
  }
}
