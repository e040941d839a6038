/** Rows for a person: aligned columns that never exceed the terminal, whatever script they hold. */
import CliTable from 'cli-table3';
import type { Stream } from '../io.ts';
import type { Words } from '../messages/words.ts';
import { cellText, groupThousands } from './cell-text.ts';
import { displayWidth } from './display-width.ts';
import { renderFields } from './fields.ts';
import type { Cell, Column, Table } from './table.ts';
import { term } from './term.ts';
import { beginning, visible } from './visible.ts';
import { wrapCell } from './wrap-cell.ts';

const GAP = 2;
/** Below this a column is unreadable, and rows are written one under the other instead. */
const NARROWEST = 8;

export function terminalTable(table: Table, stream: Stream, words: Words): string {
  const all = table.columns.map((column, index) => ({ column, index })).filter(({ column }) => !column.machineOnly);
  const texts = all.map(({ column }) => cellForPerson(table, column, words));
  const cells = Array.from(table.rows, (row) =>
    all.map(({ index }, position) => texts[position]?.(row[index] ?? null, row) ?? ''),
  );
  if (cells.length === 0) return '';
  const headings = all.map(({ column }) => visible(headingOf(column, words)));
  const natural = naturalWidths([headings, ...cells]);
  const shown = withRoom(
    all.map(({ column }) => column),
    natural,
    stream.width,
  );
  const columns = shown.flatMap((index) => all[index]?.column ?? []);
  const pick = (row: readonly string[]) => shown.map((index) => row[index] ?? '');
  const [titles, rows] = [pick(headings), cells.map(pick)];
  const widths = fit(
    columns,
    shown.map((index) => natural[index] ?? 1),
    stream.width,
  );
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

/** With the currency where all amounts of the column are in one. */
function headingOf({ name, title, currency }: Column, { columns }: Words): string {
  const usual = columns[name] ?? name;
  return title ?? (currency && 'code' in currency ? `${usual} ${currency.code}` : usual);
}

function cellForPerson(table: Table, column: Column, words: Words): (cell: Cell, row: readonly Cell[]) => string {
  const text = cellText(table, column);
  const { yes, no } = words.common;
  if (column.kind === 'boolean') return (cell) => (cell === null ? '' : cell ? yes : no);
  if (column.kind === 'money') return (cell, row) => groupThousands(visible(text(cell, row)));
  if (column.term)
    return (cell) =>
      visible(
        [cell ?? '']
          .flat()
          .map((name) => term(words, String(name)))
          .join('; '),
      );
  if (column.lines) return (cell, row) => visible(beginning(text(cell, row).replace(/\s*\n\s*/gu, ' ⏎ ')));
  return (cell, row) => visible(beginning(text(cell, row)));
}

function naturalWidths(rows: readonly (readonly string[])[]): number[] {
  return (rows[0] ?? []).map((_, index) =>
    rows.reduce((most, row) => Math.max(most, displayWidth(row[index] ?? '')), 1),
  );
}

const total = (widths: readonly number[]) => widths.reduce((sum, width) => sum + width + GAP, -GAP);

/** Positions of the columns that are shown: those that may go do so, the last first, until the rest has room. */
function withRoom(columns: readonly Column[], natural: readonly number[], available: number): number[] {
  let shown = [...columns.keys()];
  for (const index of [...columns.keys()].toReversed()) {
    if (total(shown.map((position) => natural[position] ?? 1)) <= available) break;
    if (columns[index]?.whenRoom) shown = shown.filter((position) => position !== index);
  }
  return shown;
}

/** The width of each column, or undefined where they cannot stand beside each other. Only words are broken. */
function fit(columns: readonly Column[], natural: readonly number[], available: number): number[] | undefined {
  const widths = [...natural];
  const breakable = columns.map(({ kind, whole }) => (kind === 'text' && !whole) || kind === 'list');
  for (let excess = total(widths) - available; excess > 0; excess = total(widths) - available) {
    const open = widths.filter((_, index) => breakable[index]);
    const widest = Math.max(0, ...open);
    if (widest <= NARROWEST) return undefined;
    const next = Math.max(NARROWEST, ...open.filter((width) => width < widest));
    const share = open.filter((width) => width === widest).length;
    const cut = Math.max(1, Math.min(widest - next, Math.ceil(excess / share)));
    for (const [index, width] of widths.entries())
      if (width === widest && breakable[index]) widths[index] = width - cut;
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
