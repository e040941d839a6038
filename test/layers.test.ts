import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { importsOf, violations } from './helpers/layers.ts';

const src = fileURLToPath(new URL('../src', import.meta.url));

const tree = new Map(
  readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => [path.split(sep).join('/'), readFileSync(join(src, path), 'utf8')]),
);

/** The real tree with some files added or replaced, and what is wrong with it beyond what was. */
function planted(files: Readonly<Record<string, string>>): string[] {
  const before = new Set(violations(tree));
  return violations(new Map([...tree, ...Object.entries(files)])).filter((sentence) => !before.has(sentence));
}

describe('the house', () => {
  test('keeps its rules', () => expect(violations(tree)).toEqual([]));

  test('is seen by the rules at all: every file, and imports of every kind', () => {
    const imports = [...tree].flatMap(([path, text]) => importsOf(path, text));
    expect(tree.size).toBeGreaterThan(150);
    expect(imports.filter(({ ours }) => ours).length).toBeGreaterThan(400);
    for (const { from, to, ours } of imports) if (ours) expect(tree.has(to), `${from} imports ${to}`).toBe(true);
    for (const kind of ['value', 'type', 'dynamic']) expect(imports.map((one) => one.kind)).toContain(kind);
    expect(imports).toContainEqual({ from: 'main.ts', to: 'cli.ts', ours: true, kind: 'value' });
  });
});

describe('a planted violation is found', () => {
  const PLANTS: readonly (readonly [rule: string, file: string, text: string, sentence: RegExp])[] = [
    [
      'a value layer with an opinion',
      'values/a.ts',
      "import { x } from '../store/open.ts';",
      /values may not reach store/,
    ],
    [
      'a platform that acts',
      'platforms/a.ts',
      "import { x } from '../values/money.ts';",
      /platforms may not reach values/,
    ],
    [
      'a calendar that knows of plays',
      'calendar/a.ts',
      "import type { Play } from '../followups/plays/play.ts';",
      /calendar may not reach followups/,
    ],
    [
      'a calendar that knows of an archive',
      'calendar/a.ts',
      "import { x } from '../store/open.ts';",
      /not reach store/,
    ],
    ['a store that knows of us', 'store/a.ts', "import type { X } from '../errors.ts';", /store may not reach errors/],
    ['an arrow back', 'measures/a.ts', "import { x } from '../segments/sql.ts';", /measures may not reach segments/],
    [
      'an arrow back by name of a type',
      'customers/a.ts',
      "import type { X } from '../tags/queries.ts';",
      /not reach tags/,
    ],
    ['an arrow sideways', 'tags/a.ts', "export { x } from '../contacts/gate.ts';", /tags may not reach contacts/],
    [
      'a text that looks into the archive',
      'texts/a.ts',
      "import { type X } from '../contacts/channels.ts';\nimport { x } from '../contacts/gate.ts';",
      /texts may not reach contacts but for its types/,
    ],
    [
      'a text that knows its play',
      'texts/a.ts',
      "import type { X } from '../followups/plays/play.ts';",
      /texts may not reach followups/,
    ],
    [
      'a feature that prints',
      'contacts/a.ts',
      "import { x } from '../output/table.ts';",
      /contacts may not reach output/,
    ],
    [
      'a feature that speaks',
      'ingest/a.ts',
      "import { en } from '../messages/ingest.ts';",
      /ingest may not reach messages/,
    ],
    [
      'a feature that commands',
      'followups/a.ts',
      "await import('../commands/dump.ts')",
      /followups may not reach commands/,
    ],
    ['a feature with a context', 'archive/a.ts', "import type { Context } from '../context.ts';", /not reach context/],
    [
      'a command that goes round the words',
      'commands/a.ts',
      "import { en } from '../messages/words.ts';",
      /not reach messages/,
    ],
    ['a command that runs the program', 'commands/a.ts', "import { runCli } from '../cli.ts';", /not reach cli/],
    [
      'an import over two lines',
      'values/a.ts',
      "import {\n  x,\n} from '../tags/queries.ts';",
      /values may not reach tags/,
    ],
    ['a folder without a layer', 'extras/a.ts', 'export const x = 1;', /no layer is called extras/],
    ['a vague folder', 'segments/utils/a.ts', 'export const x = 1;', /named after what is in it/],
    ['a long file', 'values/a.ts', 'const x = 1;\n'.repeat(301), /301 lines/],
    ['an exit code elsewhere', 'cli.ts', 'process.exitCode = 1;', /cli.ts: only main.ts sets the exit code/],
    ['an exit', 'main.ts', "import './cli.ts';\nprocess.exit(1);", /main.ts: process.exit/],
    ['a statement in a command', 'commands/a.ts', "archive.db.prepare('DROP TABLE x')", /SQL belongs/],
    [
      'the text of a statement in a rule',
      'segments/a.ts',
      'const a = `SELECT *\n FROM orders WHERE 1`;',
      /SQL belongs/,
    ],
    ['colour in a feature', 'measures/a.ts', "const { Chalk } = await import('chalk');", /draw on a terminal/],
    ['a table in a command', 'commands/a.ts', "import Table from 'cli-table3';", /draw on a terminal/],
    ['a database beside the store', 'ingest/a.ts', "await import('better-sqlite3');", /only store opens/],
    [
      'an encrypted database beside the store',
      'commands/a.ts',
      "await import('better-sqlite3-multiple-ciphers');",
      /only store opens/,
    ],
    ['a second way to a database', 'store/a.ts', "await import('better-sqlite3');", /only driver.ts loads/],
    ['a heavy package at start', 'errors.ts', "import Excel from 'exceljs';", /errors.ts imports exceljs at start/],
    ['templates at start', 'errors.ts', "import { Liquid } from 'liquidjs';", /errors.ts imports liquidjs at start/],
    ['a heavy part of a package at start', 'io.ts', "import { x } from 'csv-parse/sync';", /csv-parse at start/],
  ];

  test.each(PLANTS)('%s', (_, file, text, sentence) => {
    expect(planted({ [file]: text }).join('\n')).toMatch(sentence);
  });

  test('an import circle, also through await import()', () => {
    const circle = {
      'values/a.ts': "import { b } from './b.ts';",
      'values/b.ts': "export const b = () => import('./c.ts');",
      'values/c.ts': "import './a.ts';",
    };
    expect(planted(circle)).toEqual(['import circle: values/a.ts -> values/b.ts -> values/c.ts -> values/a.ts']);
  });

  test('a heavy package two files away from main', () => {
    const files = {
      'main.ts': "import { a } from './cli.ts';",
      'cli.ts': "import { b } from './output/b.ts';",
      'output/b.ts': "import Table from 'cli-table3';",
    };
    expect(violations(new Map(Object.entries(files)))).toEqual([
      'output/b.ts imports cli-table3 at start: load it by await import() where it is needed',
    ]);
  });
});

describe('what is allowed is not reported', () => {
  const ALLOWED: readonly (readonly [what: string, file: string, text: string])[] = [
    ['types for values', 'values/a.ts', "import { type X, type Y } from '../ingest/refusal.ts';"],
    ['a circle of types', 'store/driver.ts', "import type { Archive } from './open.ts';"],
    ['purposes by name in a text', 'texts/a.ts', "import type { Kind } from '../contacts/channels.ts';"],
    ['a later feature', 'followups/a.ts', "import { x } from '../contacts/gate.ts';"],
    ['the calendar for the planner', 'followups/a.ts', "import { x } from '../calendar/festivals.ts';"],
    [
      'a comment about anything',
      'values/a.ts',
      "/* process.exit(1)\n import { x } from '../cli.ts' */\nconst a = 1; // process.exitCode",
    ],
    ['a heavy package where it is needed', 'output/a.ts', "const { default: Excel } = await import('exceljs');"],
    ['exactly 300 lines', 'values/a.ts', 'const x = 1;\n'.repeat(300)],
    ['SQL among queries', 'tags/standing-queries.ts', 'db.prepare(`SELECT tag\n FROM tag_facts`)'],
  ];

  test.each(ALLOWED)('%s', (_, file, text) => expect(planted({ [file]: text })).toEqual([]));
});
