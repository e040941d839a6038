/** A checker that checks nothing stays green for ever, so each is shown a violation in a small copy of the house. */
import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { strippedEnv } from './helpers/run.ts';

const project = fileURLToPath(new URL('..', import.meta.url));
const CONFIGS = ['package.json', 'tsconfig.json', 'test/tsconfig.json', 'vitest.config.ts'];
/** What the configuration of vitest starts with. */
const BEFORE_TESTS = 'test/helpers/in-memory.ts';
const TOOL_CONFIGS = ['.oxlintrc.json', 'biome.json', 'knip.json'];
const TOOLS = {
  tsc: ['typescript/bin/tsc', '-p', 'test/tsconfig.json', '--pretty', 'false'],
  oxlint: ['oxlint/bin/oxlint', '--type-aware', '--deny-warnings', '--format', 'unix', 'src', 'bin', 'test'],
  biome: ['@biomejs/biome/bin/biome', 'format', '.'],
  knip: ['knip/bin/knip.js', '--no-config-hints', '--include', 'files,exports'],
  publint: ['publint/src/cli.js', '--strict'],
  vitest: ['vitest/vitest.mjs', 'run', '--reporter', 'verbose'],
} as const;

/** Nothing is wrong with this one. */
const CLEAN = {
  'bin/regulars.js': "#!/usr/bin/env node\nimport '../dist/main.js';\n",
  'dist/main.js': "import { greet } from './greet.js';\n\ngreet();\n",
  'dist/greet.js': 'export function greet() {}\n',
  'src/main.ts': "import { greet } from './values/greet.ts';\n\nprocess.exitCode = greet('tea').length;\n",
  'src/values/greet.ts': 'export function greet(what: string): string {\n  return `${what}!`;\n}\n',
  'test/greet.test.ts': [
    "import { expect, test } from 'vitest';",
    "import { greet } from '../src/values/greet.ts';",
    '',
    "test('greets', () => expect(greet('tea')).toBe('tea!'));",
    '',
  ].join('\n'),
};

const houses: string[] = [];
afterAll(() => houses.forEach((house) => rmSync(house, { recursive: true, force: true })));

async function check(
  tool: keyof typeof TOOLS,
  planted: Readonly<Record<string, string>> = {},
): Promise<{ status: number; said: string }> {
  const house = mkdtempSync(join(tmpdir(), 'regulars-toolchain-'));
  houses.push(house);
  for (const [path, text] of Object.entries({ ...CLEAN, ...planted })) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  }
  const own = tool === 'vitest' ? [BEFORE_TESTS] : [];
  mkdirSync(dirname(join(house, BEFORE_TESTS)), { recursive: true });
  for (const config of [...CONFIGS, ...TOOL_CONFIGS, ...own]) copyFileSync(join(project, config), join(house, config));
  symlinkSync(join(project, 'node_modules'), join(house, 'node_modules'), 'junction');
  const [bin, ...args] = TOOLS[tool];
  const child = spawn(process.execPath, [join(house, 'node_modules', bin), ...args], {
    cwd: house,
    env: strippedEnv({ NO_COLOR: '1', HOME: house }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const status = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? -1));
  });
  return { status, said };
}

describe.each(Object.keys(TOOLS) as (keyof typeof TOOLS)[])('%s', (tool) => {
  test('finds nothing wrong with a clean house', async () => {
    const { status, said } = await check(tool);
    expect(status, said).toBe(0);
  });
});

test('tsc finds unchecked indexes, undefined for optional, unused locals and enums, in src and in test', async () => {
  const { status, said } = await check('tsc', {
    'src/values/index.ts': "export const first: string = ['tea'][0];\n",
    'src/values/optional.ts': 'export const cup: { tea?: string } = { tea: undefined };\n',
    'src/values/unused.ts': 'const tea = 1;\nexport {};\n',
    'src/values/erasable.ts': 'export enum Tea {\n  Green,\n}\n',
    'test/index.ts': "export const first: string = ['tea'][0];\n",
  });
  expect(status).not.toBe(0);
  for (const [file, code] of [
    ['src/values/index.ts', 'TS2322'],
    ['src/values/optional.ts', 'TS2375'],
    ['src/values/unused.ts', 'TS6133'],
    ['src/values/erasable.ts', 'TS1294'],
    ['test/index.ts', 'TS2322'],
  ] as const)
    expect(said).toMatch(new RegExp(`${file}.*${code}`));
});

/** Code, the rule that must name it, and where it stands. */
const LINT: readonly (readonly [file: string, rule: string, text: string])[] = [
  ['src/values/floating.ts', 'no-floating-promises', 'export function brew(): void {\n  Promise.resolve(1);\n}\n'],
  ['src/values/misused.ts', 'no-misused-promises', 'export const tea = [1].filter(async () => true);\n'],
  ['src/values/unsafe.ts', 'no-unsafe-assignment', "export const tea: string = JSON.parse('1');\n"],
  ['src/values/unsafe-member.ts', 'no-unsafe-member-access', "export const tea = String(JSON.parse('{}').tea);\n"],
  ['src/values/any.ts', 'no-explicit-any', 'export const tea = (cup: any): unknown => cup;\n'],
  ['src/values/bang.ts', 'no-non-null-assertion', "export const tea = ['green'][0]!;\n"],
  ['src/values/exit.ts', 'no-restricted-properties', 'export const leave = (): never => process.exit(1);\n'],
  ['src/values/console.ts', 'no-console', "console.log('tea');\n"],
  ['src/values/default.ts', 'no-default-export', 'export default 1;\n'],
  ['src/values/layer.ts', 'no-restricted-imports', "export { tea } from '../segments/tea.ts';\n"],
  ['src/store/layer.ts', 'no-restricted-imports', "export { greet } from '../values/greet.ts';\n"],
  ['src/segments/layer.ts', 'no-restricted-imports', "export { tea } from '../output/tea.ts';\n"],
  ['src/tags/context.ts', 'no-restricted-imports', "export type { Tea } from '../context.ts';\n"],
  ['src/commands/layer.ts', 'no-restricted-imports', "export { tea } from '../cli.ts';\n"],
  ['src/contacts/colour.ts', 'no-restricted-imports', "export { chalk } from 'chalk';\n"],
];

test('oxlint finds what types, layers and manners forbid', async () => {
  const { status, said } = await check('oxlint', {
    ...Object.fromEntries(LINT.map(([file, , text]) => [file, text])),
    'src/segments/tea.ts': "export const tea = 'green';\n",
    'src/values/types-are-free.ts': "export type { Tea } from '../segments/tea.ts';\n",
  });
  expect(status).not.toBe(0);
  for (const [file, rule] of LINT) expect(said).toMatch(new RegExp(`${file}.*${rule}`));
  expect(said).not.toContain('types-are-free');
});

test('Biome finds double quotes, another indent and a line that is too long', async () => {
  const { status, said } = await check('biome', {
    'src/values/quotes.ts': 'export const tea = "green";\n',
    'test/indent.ts': 'export function brew(): number {\n    return 1;\n}\n',
    'bin/long.js': `export const tea = [${"'green', ".repeat(15)}'black'];\n`,
  });
  expect(status).not.toBe(0);
  for (const file of ['src/values/quotes.ts', 'test/indent.ts', 'bin/long.js']) expect(said).toContain(file);
});

test('knip finds an unused file and an unused export', async () => {
  const { status, said } = await check('knip', {
    'src/values/orphan.ts': 'export const tea = 1;\n',
    'src/values/greet.ts': `${CLEAN['src/values/greet.ts']}\nexport const unwanted = 1;\n`,
  });
  expect(status).not.toBe(0);
  expect(said).toContain('src/values/orphan.ts');
  expect(said).toContain('unwanted');
});

test('publint finds a program that is not in the package', async () => {
  const { status, said } = await check('publint', { 'bin/regulars.js': '' });
  expect(status, said).not.toBe(0);
});

test('vitest finds a test that fails', async () => {
  const { status, said } = await check('vitest', {
    'test/wrong.test.ts': "import { expect, test } from 'vitest';\n\ntest('cools', () => expect(1).toBe(2));\n",
  });
  expect(status).not.toBe(0);
  expect(said).toContain('cools');
});
