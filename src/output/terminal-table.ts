/** Rows for a person: aligned columns that never exceed the terminal, whatever script they hold. */
import CliTable from 'cli-table3';
import type { Stream } from '../io.ts';
import type { Words } from '../messages/words.ts';
import { cellText, groupThousands } from './cell-text.ts';
import { displayWidth } from './display-width.ts';
import { renderFields } from './fields.ts';
import type { Cell, Column, Table } from './table.ts';
import { visible } from './visible.ts';
import { wrapCell } from './wrap-cell.ts';

const GAP = 2;
/** Below this a column is unreadable, and rows are written one under the other instead. */
const NARROWEST = 8;

export function terminalTable(table: Table, stream: Stream, words: Words): string {
  const shown = table.columns.map((column, index) => ({ column, index })).filter(({ column }) => !column.machineOnly);
  const columns = shown.map(({ column }) => column);
  const texts = shown.map(({ column }) => cellForPerson(table, column, words));
  const rows = Array.from(table.rows, (row) =>
    shown.map(({ index }, position) => texts[position]?.(row[index] ?? null, row) ?? ''),
  );
  if (rows.length === 0) return '';
  const titles = columns.map((column) => visible(column.title ?? column.name));
  const widths = fit([titles, ...rows], stream.width);
  if (!widths)
    return rows
      .map((row) =>
        renderFields(
          row.map((text, index) => [titles[index] ?? '', text]),
          stream,
        ),
      )
      .join('\n');
  return draw(titles, rows, columns, widths, stream);
}

function cellForPerson(table: Table, column: Column, words: Words): (cell: Cell, row: readonly Cell[]) => string {
  const text = cellText(table, column);
  const { yes, no } = words.common;
  if (column.kind === 'boolean') return (cell) => (cell === null ? '' : cell ? yes : no);
  if (column.kind === 'money') return (cell, row) => groupThousands(visible(text(cell, row)));
  return (cell, row) => visible(text(cell, row));
}

/** The width of each column, or undefined where they cannot stand beside each other. */
function fit(rows: readonly (readonly string[])[], available: number): number[] | undefined {
  const widths = (rows[0] ?? []).map((_, index) =>
    rows.reduce((most, row) => Math.max(most, displayWidth(row[index] ?? '')), 1),
  );
  const room = available - GAP * (widths.length - 1);
  let excess = widths.reduce((sum, width) => sum + width, 0) - room;
  while (excess > 0) {
    const widest = Math.max(...widths);
    if (widest <= NARROWEST) return undefined;
    const next = Math.max(NARROWEST, ...widths.filter((width) => width < widest));
    const share = widths.filter((width) => width === widest).length;
    const cut = Math.max(1, Math.min(widest - next, Math.ceil(excess / share)));
    for (const [index, width] of widths.entries()) if (width === widest) widths[index] = width - cut;
    excess = widths.reduce((sum, width) => sum + width, 0) - room;
  }
  return widths;
}

function draw(
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  columns: readonly Column[],
  widths: readonly number[],
  stream: Stream,
): string {
  const edges = [
    'top',
    'top-mid',
    'top-left',
    'top-right',
    'bottom',
    'bottom-mid',
    'bottom-left',
    'bottom-right',
    'left',
    'left-mid',
    'mid',
    'mid-mid',
    'right',
    'right-mid',
  ] as const;
  const table = new CliTable({
    chars: { ...Object.fromEntries(edges.map((edge) => [edge, ''])), middle: ' '.repeat(GAP) },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colAligns: columns.map(({ kind }) =>
      kind === 'money' || kind === 'integer' || kind === 'number' ? 'right' : 'left',
    ),
  });
  const lines = (text: string, index: number): string[] => wrapCell(text, widths[index] ?? text.length);
  const heading = (line: string) => stream.style.bold(line);
  table.push(titles.map((title, index) => lines(title, index).map(heading).join('\n')));
  for (const row of rows) table.push(row.map((text, index) => lines(text, index).join('\n')));
  return `${table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')}\n`;
}
