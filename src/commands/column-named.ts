/** A column by the name it was asked for under --columns or --sort. */
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import { nearest } from '../values/nearest.ts';

interface Named {
  readonly name: string;
}

/** Throws UsageError where there is none. */
export function columnNamed<C extends Named>(context: Context, known: readonly C[], name: string): C {
  // A condition calls it customer_city.
  const column =
    known.find((one) => one.name === name) ?? known.find((one) => one.name === name.replace(/^customer_/, ''));
  if (column) return column;
  const names = known.map((candidate) => candidate.name);
  const near = nearest(name, names);
  const { segments } = context.words;
  throw new UsageError(segments.unknownColumn(name, names.join(', ')), {
    code: 'unknown_column',
    hint: near === undefined ? undefined : segments.didYouMean(near),
  });
}

/** Those asked for, each once and in the order they were asked for; undefined where none were. */
export function columnsNamed<C extends Named>(
  context: Context,
  known: readonly C[],
  names: string | undefined,
): readonly C[] | undefined {
  if (names === undefined) return undefined;
  return [...new Set(names.split(',').map((name) => columnNamed(context, known, name.trim())))];
}
