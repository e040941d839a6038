/** Saved segments as a TOML file that people keep under git, and such a file as segments. */
import { parse, stringify, TomlError } from 'smol-toml';
import { nearest } from '../values/nearest.ts';
import { builtinNamed } from './builtins.ts';
import { cleanName, cleanRule, isSegmentName, nameKey } from './segment-name.ts';

export interface FileSegment {
  readonly name: string;
  readonly where: string;
  readonly aim: string | null;
  /** From 1; undefined where it is written in another way than as a table of its own. */
  readonly line: number | undefined;
}

export interface FileMistake {
  readonly problem:
    | 'not_toml'
    | 'not_segments'
    | 'unknown_key'
    | 'no_where'
    | 'not_text'
    | 'bad_name'
    | 'built_in'
    | 'named_twice';
  readonly line: number | undefined;
  /** From 1, of what is no TOML. */
  readonly column?: number;
  /** The segment, as it is written there. */
  readonly name?: string;
  /** A key that means nothing there, or holds no text. */
  readonly key?: string;
  readonly nearest?: string | undefined;
}

const KEYS = ['where', 'aim'];

export function readSegmentFile(text: string): {
  readonly segments: readonly FileSegment[];
  readonly mistakes: readonly FileMistake[];
} {
  let file: Record<string, unknown>;
  try {
    file = parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    return { segments: [], mistakes: [{ problem: 'not_toml', line: error.line, column: error.column }] };
  }
  const mistakes: FileMistake[] = Object.keys(file)
    .filter((key) => key !== 'segments')
    .map((key) => ({ problem: 'unknown_key', line: undefined, key, nearest: nearest(key, ['segments']) }));
  const { segments: tables = {} } = file;
  if (!isTable(tables)) return { segments: [], mistakes: [...mistakes, { problem: 'not_segments', line: undefined }] };
  const lines = headerLines(text);
  const segments: FileSegment[] = [];
  const seen = new Set<string>();
  for (const [name, table] of Object.entries(tables)) {
    const line = lines.get(name);
    const wrong = (problem: FileMistake['problem'], more: Partial<FileMistake> = {}) =>
      mistakes.push({ problem, line, name, ...more });
    if (!isSegmentName(cleanName(name))) wrong('bad_name');
    else if (builtinNamed(name)) wrong('built_in');
    else if (seen.has(nameKey(name))) wrong('named_twice');
    seen.add(nameKey(name));
    if (!isTable(table)) {
      wrong('no_where');
      continue;
    }
    for (const key of Object.keys(table)) {
      if (!KEYS.includes(key)) wrong('unknown_key', { key, nearest: nearest(key, KEYS) });
      else if (typeof table[key] !== 'string') wrong('not_text', { key });
    }
    const { where, aim } = table;
    if (where === undefined) wrong('no_where');
    if (typeof where === 'string')
      segments.push({
        name: cleanName(name),
        where: cleanRule(where),
        aim: (typeof aim === 'string' && cleanRule(aim)) || null,
        line,
      });
  }
  return { segments, mistakes };
}

export function writeSegmentFile(segments: readonly Pick<FileSegment, 'name' | 'where' | 'aim'>[]): string {
  return segments
    .map(({ name, where, aim }) => {
      const header = stringify({ segments: { [name]: {} } });
      return `${header}where = ${tomlText(where)}\n${aim === null ? '' : `aim = ${tomlText(aim)}\n`}`;
    })
    .join('\n');
}

/** Several lines stay so where nothing in them would end the text or has to be escaped. */
export function tomlText(text: string): string {
  if (text.includes('\n') && !text.includes("'''") && !/[^\P{Cc}\n\t]/u.test(text)) return `'''\n${text}\n'''`;
  return stringify({ text }).slice('text = '.length).trimEnd();
}

/** Of every `[segments.name]` the line, by name. */
function headerLines(text: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const [index, line] of text.split('\n').entries()) {
    const name = /^\s*\[\s*["']?segments/.test(line) ? nameInHeader(line) : undefined;
    if (name !== undefined && !found.has(name)) found.set(name, index + 1);
  }
  return found;
}

function nameInHeader(line: string): string | undefined {
  try {
    const { segments } = parse(line);
    return isTable(segments) ? Object.keys(segments)[0] : undefined;
  } catch (error) {
    // Looks like one within a text of several lines.
    if (!(error instanceof TomlError)) throw error;
    return undefined;
  }
}

export function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
