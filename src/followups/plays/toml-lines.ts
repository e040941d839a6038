/** Where in a TOML text a key stands: its parser does not say. */
import { parse, TomlError } from 'smol-toml';

type Path = readonly PropertyKey[];

/** Gives the line, from 1, of a key, else of the table it would stand in; undefined where even that is not told. */
export function tomlLines(text: string): (path: Path) => number | undefined {
  const lines = new Map<string, number>();
  const counted = new Map<string, number>();
  let table: PropertyKey[] = [];
  let textEnd: string | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    if (textEnd !== undefined) {
      if (line.includes(textEnd)) textEnd = undefined;
      continue;
    }
    const header = /^\s*(\[\[?)([^\]]+)\]/.exec(line);
    const names = keysOf(header?.[2] ?? /^\s*([^=#]+?)\s*=/.exec(line)?.[1] ?? '');
    if (names.length === 0) continue;
    if (header) table = placeOf(names, header[1] === '[[', counted);
    const path = header ? table : [...table, ...names];
    for (let end = header ? 1 : table.length + 1; end <= path.length; end++)
      if (!lines.has(JSON.stringify(path.slice(0, end)))) lines.set(JSON.stringify(path.slice(0, end)), index + 1);
    if (!header) textEnd = /=\s*("""|''')(?!.*\1)/.exec(line)?.[1];
  }
  return (path) => {
    for (let end = path.length; end > 0; end--) {
      const line = lines.get(JSON.stringify(path.slice(0, end)));
      if (line !== undefined) return line;
    }
    return undefined;
  };
}

/** With the numbers of the tables of a list, as of [[play]], the last that began. */
function placeOf(names: readonly string[], begins: boolean, counted: Map<string, number>): PropertyKey[] {
  const path: PropertyKey[] = [];
  for (const [index, name] of names.entries()) {
    path.push(name);
    const key = JSON.stringify(path);
    if (begins && index === names.length - 1) counted.set(key, (counted.get(key) ?? -1) + 1);
    const number = counted.get(key);
    if (number !== undefined) path.push(number);
  }
  return path;
}

/** Of `a."b c".d` the three; none where it is no key. */
function keysOf(written: string): string[] {
  if (written === '') return [];
  try {
    let at: unknown = parse(`${written} = 0`);
    const keys: string[] = [];
    while (typeof at === 'object' && at !== null) {
      const [key = ''] = Object.keys(at);
      keys.push(key);
      at = (at as Record<string, unknown>)[key];
    }
    return keys;
  } catch (error) {
    // Looks like one within a list or a text of several lines.
    if (!(error instanceof TomlError)) throw error;
    return [];
  }
}
