/** The one way rows leave the program, in whatever format was asked for. */
import type { Outcome } from '../commands/command.ts';
import type { Context } from '../context.ts';
import { ExitCode } from '../errors.ts';
import type { Defused } from './delimited.ts';
import type { Cell, Table } from './table.ts';
import { tellDefused } from './tell-defused.ts';
import { visibleLines } from './visible.ts';

export interface TableOptions {
  /** What to say on stderr, for a person, when there are no rows. */
  readonly empty?: string;
}

const PIECE = 64 * 1024;

/** Writes the rows while they are made. The outcome is exit 4 when there are none and --fail-if-empty was given. */
export async function writeTable(
  context: Context,
  table: Table,
  options: TableOptions = {},
): Promise<Outcome | undefined> {
  const { io, words, format } = context;
  const counted = { rows: 0 };
  const defused = { cells: 0, shown: 0 };
  const text = await textOf(context, { ...table, rows: count(table.rows, counted) }, defused);
  // A terminal acts on control characters even when they are data.
  const harmless = io.out.isTerminal ? visibleLines : (piece: string): string => piece;
  let piece = '';
  for (const part of text) {
    piece += part;
    if (piece.length < PIECE) continue;
    await io.write(harmless(piece));
    piece = '';
  }
  if (piece !== '') await io.write(format === 'table' ? piece : harmless(piece));
  tellDefused(context, defused);
  if (counted.rows > 0) return undefined;
  if (format === 'table') io.say(options.empty ?? words.common.nothingFound);
  return context.failIfEmpty ? { exitCode: ExitCode.nothingFound } : undefined;
}

/** The rows as the text of a file, which a spreadsheet opens by itself. */
export async function rowsAsText(context: Context, table: Table): Promise<string> {
  const defused = { cells: 0, shown: 0 };
  const text = [...(await fileText(context, table, defused))].join('');
  tellDefused(context, defused);
  return text;
}

/** The same in pieces, made while they are asked for; counts in `defused` the cells that were changed. */
export async function fileText(context: Context, table: Table, defused: Defused): Promise<Iterable<string>> {
  const format = context.format === 'table' ? 'csv' : context.format;
  const text = await textOf({ ...context, format }, table, defused);
  return format === 'csv' || format === 'tsv' ? marked(text) : text;
}

async function marked(text: Iterable<string>): Promise<Iterable<string>> {
  const { BYTE_ORDER_MARK } = await import('./delimited.ts');
  return (function* () {
    yield BYTE_ORDER_MARK;
    yield* text;
  })();
}

async function textOf(context: Context, table: Table, defused: Defused): Promise<Iterable<string>> {
  switch (context.format) {
    case 'table': {
      const { terminalTable } = await import('./terminal-table.ts');
      return [terminalTable(table, context.io.out, context.words)];
    }
    case 'json':
    case 'ndjson': {
      const { jsonRows, ndjsonRows } = await import('./json.ts');
      return context.format === 'json' ? jsonRows(table) : ndjsonRows(table);
    }
    default: {
      const { delimited } = await import('./delimited.ts');
      return delimited(table, context.format === 'tsv' ? '\t' : ',', defused);
    }
  }
}

export function* count(rows: Iterable<readonly Cell[]>, counted: { rows: number }): Generator<readonly Cell[]> {
  for (const row of rows) {
    counted.rows += 1;
    yield row;
  }
}
