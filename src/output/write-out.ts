/** Rows to a file of its owner's alone or to stdout, in whatever form was asked for, while they are made. */
import { setImmediate as turn } from 'node:timers/promises';
import type { Outcome } from '../commands/command.ts';
import type { BinaryFormat, Context, Format } from '../context.ts';
import { ExitCode, UsageError } from '../errors.ts';
import type { Table } from './table.ts';
import { tellDefused } from './tell-defused.ts';
import type { BinaryTarget } from './workbook.ts';
import { writeBinary } from './write-binary.ts';
import { writeNamed } from './write-named.ts';
import { count, fileText, writeTable } from './write-table.ts';

export interface Destination {
  /** As typed; stdout where it is absent. */
  readonly path: string | undefined;
  readonly replace: boolean;
  /** The day that is asked for. */
  readonly day: string;
}

type Append = BinaryTarget['append'];

const PIECE = 64 * 1024;

/** The outcome is exit 4 when there are no rows and --fail-if-empty was given. A name without --format says the form. */
export async function writeOut(
  context: Context,
  table: Table,
  { path, replace, day }: Destination,
): Promise<Outcome | undefined> {
  const { io, words, signal } = context;
  const named = path === undefined ? undefined : formOf(context, path);
  const binary = context.binaryFormat ?? binaryOf(named);
  if (path === undefined && binary === undefined) return writeTable(context, table);
  if (path === undefined && io.out.isTerminal)
    throw new UsageError(words.exports.fileNeeded(String(binary)), {
      code: 'no_terminal',
      hint: `--out FILE.${binary}`,
    });
  const counted = { rows: 0 };
  const rows = { ...table, rows: count(table.rows, counted) };
  const asText = named && !binaryOf(named) ? { ...context, format: named as Format } : context;
  const write = async (append: Append): Promise<void> =>
    binary ? writeBinary(context, rows, binary, { append, day, signal }) : writeText(asText, rows, append);
  if (path === undefined) await write((bytes) => io.write(bytes));
  else {
    await writeNamed(context, { path, option: '--out', replace, example: `export.${named ?? binary ?? 'csv'}` }, write);
    io.say(context.dryRun ? words.common.nothingChanged : words.exports.written(path, counted.rows));
  }
  return counted.rows === 0 && context.failIfEmpty ? { exitCode: ExitCode.nothingFound } : undefined;
}

async function writeText(context: Context, table: Table, append: Append): Promise<void> {
  const defused = { cells: 0, shown: 0 };
  let piece = '';
  for (const part of await fileText(context, table, defused)) {
    piece += part;
    if (piece.length < PIECE) continue;
    await append(Buffer.from(piece));
    piece = '';
    await turn();
    context.signal.throwIfAborted();
  }
  await append(Buffer.from(piece));
  tellDefused(context, defused);
}

const FORMS = ['csv', 'tsv', 'json', 'ndjson', 'xlsx', 'parquet'] as const;
type Form = (typeof FORMS)[number];

/** By the end of the name, where nothing was asked for. */
function formOf({ formatAsked, binaryFormat }: Context, path: string): Form | undefined {
  if (formatAsked !== undefined || binaryFormat !== undefined) return undefined;
  return FORMS.find((form) => path.toLowerCase().endsWith(`.${form}`));
}

function binaryOf(form: Form | undefined): BinaryFormat | undefined {
  return form === 'xlsx' || form === 'parquet' ? form : undefined;
}
