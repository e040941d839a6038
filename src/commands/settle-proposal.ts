/** A file no layout knows: which column may be which is proposed, and taken on a yes. */
import { existsSync } from 'node:fs';
import { basename, extname } from 'node:path';
import type { Context } from '../context.ts';
import { DataError, UsageError } from '../errors.ts';
import { shellLine } from '../output/shell-word.ts';
import { terminalTable } from '../output/terminal-table.ts';

export interface Proposed {
  /** Field by header. */
  readonly columns: readonly { readonly field: string; readonly header: string }[];
  /** The first rows, by column. */
  readonly rows: readonly (readonly string[])[];
  /** Why the file was not taken as it is. */
  readonly message: string;
  /** What a person should know before they say yes. */
  readonly warnings: readonly string[];
  /** The line to paste, with how to look closer. */
  readonly hint: (line: string) => string;
  /** A heading and a table of what would come of it: titles, then rows. */
  readonly preview?: (map: Readonly<Record<string, string>>) => Promise<readonly (readonly string[])[] | undefined>;
  readonly previewHeading?: string;
}

export interface Settled {
  readonly map: Readonly<Record<string, string>>;
  readonly saveMap: string;
}

/** Throws the line to paste where nobody can be asked, or says no. */
export async function settleProposal(
  context: Context,
  file: string,
  saveMap: string | undefined,
  proposed: Proposed,
  cause: Error,
): Promise<Settled> {
  const { io, words } = context;
  const { columns, rows, message, warnings } = proposed;
  const name = saveMap ?? (await freeName(context, nameFor(file)));
  const flags = [...columns.flatMap(({ field, header }) => ['--map', `${field}=${header}`]), '--save-map', name];
  const typed = saveMap === undefined ? context.typed : withoutSaveMap(context.typed);
  const line = ['regulars', shellLine([...typed, ...flags])].join(' ');
  if (!context.interactive || file === '-')
    throw new UsageError(message, { code: 'no_header', hint: [proposed.hint(line), ...warnings].join('\n'), file });
  io.warn(message);
  for (const sentence of warnings) io.warn(sentence);
  const table = (titles: readonly string[], cells: readonly (readonly string[])[]) =>
    terminalTable(
      { columns: titles.map((title, at) => ({ name: `column_${at}`, title, kind: 'text' as const })), rows: cells },
      io.err,
      words,
    ).trimEnd();
  const { proposalHeads } = words.ingest;
  const shown = columns.map(({ field, header }, at) => [field, header, rows.map((row) => row[at] ?? '').join(' | ')]);
  io.sayStyled(table([proposalHeads.field, proposalHeads.column, proposalHeads.example], shown));
  const map = Object.fromEntries(columns.map(({ field, header }) => [field, header]));
  const [titles, ...previewed] = (await proposed.preview?.(map)) ?? [];
  if (titles) {
    if (proposed.previewHeading !== undefined) io.say(proposed.previewHeading);
    io.sayStyled(table(titles, previewed));
  }
  if (!/^(y|yes|是)$/i.test(await io.ask(words.ingest.askProposal(name))))
    throw new DataError(words.ingest.proposalDeclined(file), { code: 'no_header', hint: line, file }, cause);
  return { map, saveMap: name };
}

/** `till 2026-10.csv` as `till`: the next file of the kind has another date in its name. */
function nameFor(file: string): string {
  const stem = basename(file, extname(file));
  return stem.replace(/[\s_.-]*(\(\d+\)|\d{4}[\d\s_.-]*)$/, '').trim() || stem;
}

/** Another table may have been given the name before. */
async function freeName({ archive, archivePath }: Context, name: string): Promise<string> {
  if (!existsSync(archivePath.path)) return name;
  const { savedMaps } = await import('../ingest/facts/map-queries.ts');
  const taken = new Set(savedMaps(await archive('read')).map((map) => map.name));
  let free = name;
  for (let at = 2; taken.has(free); at++) free = `${name} ${at}`;
  return free;
}

function withoutSaveMap(typed: readonly string[]): readonly string[] {
  const at = typed.findIndex((word) => word === '--save-map');
  return at < 0 ? typed.filter((word) => !word.startsWith('--save-map=')) : typed.toSpliced(at, 2);
}
