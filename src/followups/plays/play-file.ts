/** Plays and the policy as a TOML file that people keep under git, and such a file as plays and policy. */
import { parse, TomlError } from 'smol-toml';
import { isTable } from '../../segments/segment-file.ts';
import { nearest } from '../../values/nearest.ts';
import { type Policy, policySchema } from '../policy.ts';
import type { PlayFinding } from './finding.ts';
import { type Play, playSchema } from './play.ts';
import { playKey } from './play-queries.ts';
import { schemaFindings } from './schema-findings.ts';
import { tomlLines } from './toml-lines.ts';

/** Of a play, of the file itself, or of the policy. */
export interface FileFinding extends PlayFinding {
  readonly ofFile?: true;
  readonly play?: string | undefined;
  /** From 1. */
  readonly line?: number | undefined;
  /** From 1, of what is no TOML. */
  readonly column?: number;
}

export interface PlayFile {
  readonly plays: readonly Play[];
  /** Undefined where the file does not speak of it. */
  readonly policy: Policy | undefined;
  readonly mistakes: readonly FileFinding[];
  /** The line of a key of a play, by the play's name, or of the policy. */
  readonly lineOf: (play: string | undefined, key: string) => number | undefined;
}

export function readPlayFile(text: string): PlayFile {
  let file: Record<string, unknown>;
  try {
    file = parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const { line, column } = error;
    return {
      plays: [],
      policy: undefined,
      mistakes: [{ finding: 'not_toml', ofFile: true, key: '', line, column }],
      lineOf: () => undefined,
    };
  }
  const lines = tomlLines(text);
  const mistakes: FileFinding[] = Object.keys(file)
    .filter((key) => key !== 'play' && key !== 'policy')
    .map((key) => ({
      finding: 'unknown_key',
      ofFile: true,
      key,
      line: lines([key]),
      nearest: nearest(key, ['play', 'policy']),
    }));
  const policy = file['policy'] === undefined ? undefined : readPolicy(file['policy'], lines, mistakes);
  const tables = file['play'] ?? [];
  if (!Array.isArray(tables) || !tables.every(isTable)) {
    mistakes.push({ finding: 'not_plays', ofFile: true, key: 'play', line: lines(['play']) });
    return { plays: [], policy, mistakes, lineOf: () => undefined };
  }
  const plays: Play[] = [];
  const places = new Map<string, number>();
  for (const [index, table] of tables.entries()) {
    const name = typeof table['name'] === 'string' ? table['name'] : undefined;
    const told = (finding: PlayFinding, path: readonly PropertyKey[]) =>
      mistakes.push({ ...finding, play: name ?? `#${index + 1}`, line: lines(['play', index, ...path]) });
    const read = playSchema.safeParse(table);
    if (read.success) plays.push(read.data);
    else for (const { path, ...finding } of schemaFindings(playSchema, table, read.error)) told(finding, path);
    if (name === undefined) continue;
    if (places.has(playKey(name))) told({ finding: 'named_twice', key: 'name', value: name }, ['name']);
    else places.set(playKey(name), index);
  }
  return {
    plays,
    policy,
    mistakes,
    lineOf: (play, key) => {
      const path = key === '' ? [] : key.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) - 1 : part));
      return lines(play === undefined ? ['policy', ...path] : ['play', places.get(playKey(play)) ?? 0, ...path]);
    },
  };
}

function readPolicy(table: unknown, lines: ReturnType<typeof tomlLines>, mistakes: FileFinding[]): Policy | undefined {
  if (!isTable(table)) {
    mistakes.push({ finding: 'not_policy', key: '', line: lines(['policy']) });
    return undefined;
  }
  const read = policySchema.safeParse(table);
  if (read.success) return read.data;
  for (const { path, ...finding } of schemaFindings(policySchema, table, read.error))
    mistakes.push({ ...finding, line: lines(['policy', ...path]) });
  return undefined;
}
