/** SQL of what people call segments, levels, tags, groups and plays, wherever these are named, and of their rules. */
import type { Archive } from '../store/open.ts';

const NAMES: readonly (readonly [table: string, column: string])[] = [
  ['segment_acts', 'name'],
  ['segment_snapshots', 'name'],
  ['levels', 'name'],
  ['levels', 'segment'],
  ['level_spells', 'level'],
  ['tag_groups', 'name'],
  ['tag_facts', 'tag'],
  ['tag_follows', 'tag'],
  ['tag_follows', 'segment'],
  ['tag_renames', 'old_tag'],
  ['tag_renames', 'new_tag'],
  ['play_acts', 'name'],
  ['touches', 'play'],
  ['followup_outcomes', 'play'],
  ['calendar_entries', 'play'],
];
/** A name stands behind the first colon. */
const ORIGINS: readonly (readonly [table: string, column: string])[] = [
  ['tag_facts', 'origin'],
  ['tag_facts', 'removed_origin'],
];
const RULES: readonly (readonly [table: string, column: string])[] = [
  ['segment_acts', 'where_text'],
  ['levels', 'condition'],
];

/** In an order that is always the same. */
export function namesGiven({ db }: Archive): string[] {
  const all = [
    ...NAMES.map(([table, column]) => `SELECT ${column} AS name FROM ${table}`),
    ...ORIGINS.map(
      ([table, column]) =>
        `SELECT substr(${column}, instr(${column}, ':') + 1) FROM ${table} WHERE ${column} GLOB 'segment:*' OR ${column} GLOB 'group:*'`,
    ),
  ];
  return db
    .prepare(`SELECT name FROM (${all.join(' UNION ')}) WHERE name IS NOT NULL ORDER BY 1`)
    .pluck()
    .all() as string[];
}

/** Names and rules as they stand. */
export function* textsNamed({ db }: Archive): Generator<string> {
  for (const [table, column] of [...NAMES, ...ORIGINS, ...RULES, ['segment_snapshots', 'rules']])
    yield* db
      .prepare(`SELECT DISTINCT ${column} FROM ${table} WHERE ${column} <> ''`)
      .pluck()
      .iterate() as IterableIterator<string>;
}

/** How many became others. */
export function changeNames(archive: Archive, changed: (name: string) => string): number {
  return (
    sum(NAMES, (column) => changeColumn(archive, column, changed)) +
    sum(ORIGINS, (column) =>
      changeColumn(archive, column, (origin) =>
        origin.replace(/^(segment|group):(.*)$/su, (_, kind: string, name: string) => `${kind}:${changed(name)}`),
      ),
    )
  );
}

/** Those that are in force, that were, and that snapshots were taken by. */
export function changeRules(
  archive: Archive,
  { rule, name }: Readonly<Record<'rule' | 'name', (text: string) => string>>,
): number {
  const snapshot = (json: string) =>
    JSON.stringify(
      (JSON.parse(json) as [string, string][]).map(([called, where]): [string, string] => [name(called), rule(where)]),
    );
  return (
    sum(RULES, (column) => changeColumn(archive, column, rule)) +
    changeColumn(archive, ['segment_snapshots', 'rules'], snapshot)
  );
}

function changeColumn(
  { db }: Archive,
  [table, column]: readonly [table: string, column: string],
  changed: (text: string) => string,
): number {
  const texts = db
    .prepare(`SELECT DISTINCT ${column} FROM ${table} WHERE ${column} <> '' ORDER BY 1`)
    .pluck()
    .all() as string[];
  const write = db.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${column} = ?`);
  return sum(texts, (text) => {
    const other = changed(text);
    return other === text ? 0 : write.run(other, text).changes;
  });
}

const sum = <T>(of: readonly T[], count: (one: T) => number) => of.reduce((total, one) => total + count(one), 0);
