/** The files that were named: themselves, those of a folder, or those a pattern matches. */
import { readdirSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { Context } from '../context.ts';
import { DataError } from '../errors.ts';

export interface NamedFiles {
  readonly files: readonly string[];
  /** A folder or a pattern was named, so that there may be any number. */
  readonly several: boolean;
}

/** What an export is called; also packed. */
const EXPORT = /\.(csv|tsv|txt|tab|xlsx|xlsm|xls|xml|zip|gz)$/i;
const MAGIC = /[*?]/;

/** Each once, those of a folder in the order in which a person counts. Throws DataError where one names nothing, unless it may. */
export function namedFiles(
  context: Context,
  named: readonly string[],
  { leaveOut, mayBeNone }: { readonly leaveOut: string | undefined; readonly mayBeNone: boolean },
): NamedFiles {
  const { folder, words } = context;
  const seen = new Set<string>(leaveOut === undefined ? [] : [resolve(folder, leaveOut)]);
  const files: string[] = [];
  let several = named.length > 1;
  const add = (file: string) => {
    const full = file === '-' ? file : resolve(folder, file);
    if (!seen.has(full)) files.push(file);
    seen.add(full);
  };
  for (const name of named) {
    const stat = name === '-' ? undefined : statSync(resolve(folder, name), { throwIfNoEntry: false });
    if (stat?.isDirectory()) {
      several = true;
      const exports = inOrder(readdirSync(resolve(folder, name))).filter((one) => isExport(resolve(folder, name, one)));
      if (exports.length === 0 && !mayBeNone)
        throw new DataError(words.ingest.emptyFolder(name), { code: 'empty_folder', file: name });
      for (const one of exports) add(join(name, one));
    } else if (!stat && name !== '-' && MAGIC.test(name)) {
      several = true;
      const found = matching(folder, name);
      if (found.length === 0 && !mayBeNone)
        throw new DataError(words.ingest.nothingMatches(name), { code: 'nothing_matches' });
      found.forEach(add);
    } else add(name);
  }
  return { files, several };
}

function isExport(path: string): boolean {
  const name = path.slice(path.lastIndexOf(sep) + 1);
  // Excel keeps a lock file beside a workbook that is open.
  if (name.startsWith('.') || name.startsWith('~$') || !EXPORT.test(name)) return false;
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

const inOrder = (names: readonly string[]): string[] =>
  names.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }) || (a < b ? -1 : 1));

/** Paths as a shell would give them: `*` and `?` within a name, `**` for folders at any depth. */
function matching(folder: string, pattern: string): string[] {
  const [first = '', ...rest] = pattern.split(/[\\/]/);
  const absolute = pattern.startsWith('/');
  return absolute ? walk('/', rest, '/') : walk(folder, [first, ...rest], '');
}

function walk(folder: string, [part, ...rest]: readonly string[], prefix: string): string[] {
  if (part === undefined) return [];
  if (part === '' || part === '.') return walk(folder, rest, prefix);
  if (part === '**')
    return [
      ...walk(folder, rest, prefix),
      ...foldersIn(folder).flatMap((name) => walk(join(folder, name), [part, ...rest], `${prefix}${name}/`)),
    ];
  const names = MAGIC.test(part) ? inOrder(namesIn(folder)).filter((name) => fits(part, name)) : [part];
  return names.flatMap((name) => {
    const full = join(folder, name);
    const stat = statSync(full, { throwIfNoEntry: false });
    if (rest.length > 0) return stat?.isDirectory() ? walk(full, rest, `${prefix}${name}/`) : [];
    return stat?.isFile() ? [`${prefix}${name}`] : [];
  });
}

function namesIn(folder: string): string[] {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder) : [];
}

const foldersIn = (folder: string): string[] =>
  inOrder(namesIn(folder)).filter(
    (name) =>
      !name.startsWith('.') && (statSync(join(folder, name), { throwIfNoEntry: false })?.isDirectory() ?? false),
  );

function fits(pattern: string, name: string): boolean {
  if (name.startsWith('.') && !pattern.startsWith('.')) return false;
  const text = pattern.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${text.replaceAll('*', '[^/]*').replaceAll('?', '[^/]')}$`).test(name);
}
