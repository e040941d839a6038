/** A segment by its name, whoever made it: the one place that knows built-in and saved ones. */
import type { Archive } from '../store/open.ts';
import { type Builtin, builtinNamed, builtins } from './builtins.ts';
import { savedSegments } from './saved-queries.ts';
import { nameKey } from './segment-name.ts';

export interface Definition {
  readonly name: string;
  readonly kind: Builtin['kind'] | 'saved';
  /** The query that is the segment. */
  readonly where: string;
  readonly aim?: string;
  /** Of a saved one; `segment` is its internal number, whatever its name. */
  readonly version?: number;
  readonly segment?: number;
}

/** In any case; undefined where no segment has the name. */
export function definitionOf(archive: Archive, name: string): Definition | undefined {
  const key = nameKey(name);
  return builtinNamed(name) ?? savedDefinitions(archive).find((saved) => nameKey(saved.name) === key);
}

/** The built-in ones, then those that were saved, by name. */
export function definitionNames(archive: Archive): string[] {
  return definitions(archive).map(({ name }) => name);
}

export function definitions(archive: Archive): Definition[] {
  return [...builtins, ...savedDefinitions(archive)];
}

/** The same as if these had been saved: looked up among them first. */
export function definitionsWith(
  archive: Archive,
  rules: readonly { readonly name: string; readonly where: string }[],
): (name: string) => Definition | undefined {
  const fresh = new Map(
    rules.map(({ name, where }): [string, Definition] => [nameKey(name), { name, kind: 'saved', where }]),
  );
  return (name) => fresh.get(nameKey(name)) ?? definitionOf(archive, name);
}

function savedDefinitions(archive: Archive): Definition[] {
  return savedSegments(archive).map(({ name, where, aim, version, segment }) => ({
    name,
    kind: 'saved',
    where,
    version,
    segment,
    ...(aim === null ? {} : { aim }),
  }));
}
