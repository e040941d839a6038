/**
 * The shape of a command: what a person reads first (summary, examples), then its options, then
 * what it does. Options are declared once; their types follow from the declaration.
 */
import type { Context } from '../context.ts';
import type { ExitCode } from '../errors.ts';
import type { Bilingual, Words } from '../messages/words.ts';

export interface Option<T> {
  readonly flags: string;
  readonly description: Bilingual;
  readonly choices?: readonly string[];
  readonly required?: boolean;
  readonly repeatable?: boolean;
  /** Text to value; throws UsageError on a value it cannot take. Absent for flags without a value. */
  readonly parse?: (text: string, words: Words) => T;
  /** What the option is when it is not given. */
  readonly absent: T;
}

// Every option's own value type differs; a command's record of them is only ever read through Values.
export type Options = Record<string, Option<unknown>>;
export type Values<O extends Options> = { readonly [K in keyof O]: O[K] extends Option<infer T> ? T : never };

export interface Command<O extends Options = Options> {
  /** As typed, with arguments: 'segment members <segment>', 'ingest <files...>', '[who]' when optional. */
  readonly path: string;
  readonly summary: Bilingual;
  readonly examples: readonly string[];
  /** More than the summary, for --help only. */
  readonly description?: Bilingual;
  readonly options: O;
  /** Rows on stdout: the command takes --format, --json, --csv. */
  readonly rows?: boolean;
  /** And those as a workbook or a Parquet file too: context.binaryFormat. */
  readonly binary?: boolean;
  run(context: Context, args: readonly string[], options: Values<O>): Promise<Outcome | undefined>;
}

export interface Outcome {
  readonly exitCode: ExitCode;
}

/** Keeps the option types of a command together with its `run`. */
export function command<O extends Options>(definition: Command<O>): Command<O> {
  return definition;
}

export function flag(flags: string, description: Bilingual): Option<boolean> {
  return { flags, description, absent: false };
}

export function text(flags: string, description: Bilingual): Option<string | undefined> {
  return { flags, description, parse: (value) => value, absent: undefined };
}

export function many(flags: string, description: Bilingual): Option<readonly string[]> {
  return { flags, description, repeatable: true, parse: (value) => [value], absent: [] };
}

export function parsed<T>(
  flags: string,
  description: Bilingual,
  parse: (text: string, words: Words) => T,
): Option<T | undefined> {
  return { flags, description, parse, absent: undefined };
}

export function choice<const C extends readonly string[]>(
  flags: string,
  description: Bilingual,
  choices: C,
): Option<C[number] | undefined> {
  return { flags, description, choices, parse: (value) => value, absent: undefined };
}
