/** Saved segments as a file: out, under git, and in again. */
import { statSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { builtinNamed } from '../../src/segments/builtins.ts';
import { cleanName, cleanRule, isSegmentName } from '../../src/segments/segment-name.ts';
import { readSegmentFile, writeSegmentFile } from '../../src/segments/segment-file.ts';
import { TeaShop } from '../helpers/tea-shop.ts';

let original: TeaShop;
let tea: TeaShop;
beforeAll(async () => {
  original = await TeaShop.open();
});
beforeEach(() => {
  tea = original.copy();
});
afterEach(() => tea.leave());
afterAll(() => original.leave());

const save = (name: string, where: string, ...args: string[]) =>
  tea.run(['segment', 'save', name, '--where', where, '--by', 'ann', ...args]);
const exported = async (...args: string[]) => (await tea.run(['segment', 'export', ...args])).stdout;
const apply = (text: string, ...args: string[]) =>
  tea.run(['segment', 'apply', tea.write('segments.toml', text), '--by', 'ann', ...args]);

describe('segment export', () => {
  beforeEach(async () => {
    await save('to call', "customer_tags CONTAINS 'vip'\n  AND number_of_orders >= 3", '--aim', 'say "thanks"');
    await save('常客', 'number_of_orders >= 4');
  });

  it('is in order of names, as it was written', async () => {
    const file = await exported();
    expect(file).toBe(`[segments."to call"]
where = '''
customer_tags CONTAINS 'vip'
  AND number_of_orders >= 3
'''
aim = "say \\"thanks\\""

[segments."常客"]
where = "number_of_orders >= 4"
`);
    expect(await exported('常客')).toBe('[segments."常客"]\nwhere = "number_of_orders >= 4"\n');
    expect(await tea.run(['segment', 'export', 'vip'])).toMatchObject({ status: 2, stdout: '' });
  });

  it('goes to a file of its owner alone, and not over another', async () => {
    const out = ['segment', 'export', '--to', 'out.toml'];
    expect((await tea.run([...out, '-n'])).stderr).toContain('nothing was changed');
    expect((await tea.run(out)).stderr).toBe('2 segments written to out.toml\n');
    const path = join(tea.folder, 'out.toml');
    expect(readFileSync(path, 'utf8')).toBe(await exported());
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect((await tea.run(out)).status).toBe(1);
    expect((await tea.run([...out, '--force'])).status).toBe(0);
  });

  it('comes in again as the same, here and in another archive', async () => {
    const file = await exported();
    const again = await apply(file);
    expect([again.status, again.stderr]).toEqual([0, 'nothing to change, 2 unchanged\n']);
    const other = original.copy();
    try {
      other.write('segments.toml', file);
      expect((await other.run(['segment', 'apply', 'segments.toml', '--yes'])).stderr).toContain('2 segments saved');
      expect((await other.run(['segment', 'export'])).stdout).toBe(file);
    } finally {
      other.leave();
    }
  });
});

describe('segment apply', () => {
  const FILE = `[segments.night]
where = "in_segment('owls') AND NOT in_segment('vip')"

[segments.owls]
where = "number_of_orders >= 3"
aim = "calls"
`;

  it('shows what changes, and is done once', async () => {
    await save('Owls', 'number_of_orders >= 2', '--aim', 'calls');
    await save('larks', 'number_of_orders >= 5');
    const before = await tea.dump();
    const rows = (await tea.run(['segment', 'apply', tea.write('s.toml', FILE), '-n', '--json'])).stdout;
    expect(JSON.parse(rows)).toMatchObject([
      { change: 'changed', name: 'Owls', where_before: 'number_of_orders >= 2', where: 'number_of_orders >= 3' },
      { change: 'new', name: 'night', where_before: null },
    ]);
    const screen = await apply(FILE, '-n', '--format', 'table');
    expect(screen.stdout).toContain(
      'Owls: changed\n  - query: number_of_orders >= 2\n  + query: number_of_orders >= 3\nnight: new\n  + query: in_segment',
    );
    expect(screen.stderr).toContain('2 to change, 0 unchanged, 1 not in the file, left as it is\n');
    expect(screen.stderr).toContain('nothing was changed');
    const unasked = await apply(FILE);
    expect([unasked.status, unasked.stderr]).toEqual([2, expect.stringContaining('segment apply segments.toml --yes')]);
    expect(await tea.dump()).toBe(before);
    const { status, stderr } = await apply(FILE, '--yes', '--why', 'spring');
    expect([status, stderr]).toEqual([0, expect.stringContaining('2 segments saved')]);
    expect(await tea.json('segment', 'show', 'owls')).toMatchObject({ version: 2, history: [{}, { why: 'spring' }] });
    const after = await tea.dump();
    expect((await apply(FILE)).stderr).toBe('nothing to change, 2 unchanged, 1 not in the file, left as it is\n');
    expect(await tea.dump()).toBe(after);
  });

  it('asks on a terminal', async () => {
    tea.write('segments.toml', FILE);
    const tty = { stdin: true, stdout: true, stderr: true };
    const ask = (stdin: string) => tea.run(['segment', 'apply', 'segments.toml'], { stdin, tty });
    expect(await ask('no\n')).toMatchObject({ status: 1 });
    expect((await tea.json<unknown[]>('segment', 'list')).length).toBe(22);
    expect(await ask('yes\n')).toMatchObject({ status: 0 });
    expect((await tea.json<unknown[]>('segment', 'list')).length).toBe(24);
  });

  it('is read from a pipe where - is written', async () => {
    const { status } = await tea.run(['segment', 'apply', '-', '--yes'], { stdin: FILE });
    expect(status).toBe(0);
    expect(await exported()).toContain('[segments.night]');
  });

  it('tells every mistake with its place, and applies nothing', async () => {
    await save('old', "in_segment('vip')");
    const before = await tea.dump();
    const { status, stderr, stdout } = await apply(
      `[segments.right]
where = "number_of_orders >= 3"

[segments.wrong]
where = '''
number_of_orders >= 3
  AND nuber_of_orders > 1
'''
[segments.vip]
where = "number_of_orders >= 3"
[segments."a,b"]
where = "number_of_orders >= 3"
wher = "x"
[segments.number]
where = 3
[segments.none]
aim = "nothing"
[segments.leans]
where = "in_segment('wrong')"
[segments.a]
where = "in_segment('b')"
[segments.b]
where = "in_segment('old') OR in_segment('a')"
`,
      '--yes',
    );
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr.trimEnd().split('\n')).toEqual([
      'regulars: segments.toml: there are 8 mistakes',
      '  line 4: wrong: line 2: no field has this name',
      '      AND nuber_of_orders > 1',
      '          ^^^^^^^^^^^^^^^',
      '    did you mean number_of_orders?',
      '  line 9: vip: a built-in segment has this name',
      '  line 11: a,b: no commas, quotes or invisible signs in a name, at most 60 characters',
      '  line 11: a,b: "wher" means nothing here (did you mean where?)',
      '  line 14: number: where has to be text in quotes',
      '  line 16: none: there is no rule: where = "…"',
      '  line 20: a: a segment cannot follow from itself: a → b → a',
      '  line 22: b: a segment cannot follow from itself: b → a → b',
      'hint: nothing was applied; mend the file and apply it again',
    ]);
    expect(await tea.dump()).toBe(before);
  });

  const RULE = 'where = "number_of_orders > 1"';
  it.each([
    ['[segments.a]\nwhere = "x\n', 'regulars: segments.toml:2: column '],
    ['segments = 3\n', 'regulars: segments.toml: segments has to be a table'],
    [`[segment.a]\n${RULE}\n`, 'did you mean segments?'],
    [`[segments.a]\n${RULE}\n[segments.A]\n${RULE}\n`, 'segments.toml:3: A: this segment stands in the file twice'],
    [`[segments.a]\nwhere = "in_segment('champion')"\n`, "did you mean in_segment('champions')?"],
    ['[segments.a]\nwhere = "number_of_orders > ten"\n', '  number_of_orders > ten\n                     ^^^\n'],
  ])('says what is wrong with %j', async (text, said) => {
    const { status, stderr } = await apply(text, '--yes');
    expect([status, stderr]).toEqual([1, expect.stringContaining(said)]);
  });

  it('is told of a missing file and of one that is no UTF-8', async () => {
    expect(await tea.run(['segment', 'apply', 'none.toml'])).toMatchObject({ status: 1 });
    tea.write('gbk.toml', Buffer.from([0x5b, 0xb3, 0xa3, 0x5d]));
    expect((await tea.run(['segment', 'apply', 'gbk.toml'])).stderr).toContain('not UTF-8');
  });
});

it('every name and text comes back as it was', () => {
  const name = fc
    .oneof(fc.string({ maxLength: 20, unit: 'grapheme' }), fc.constantFrom('a.b', 'a b', '[x]', '常客', '__proto__'))
    .map(cleanName)
    .filter((text) => isSegmentName(text) && !builtinNamed(text));
  const text = fc
    .oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom("a\n'''b", "x = 'y'\n\tz\\n", '"""', "'\n'", 'a\u0001\nb'))
    .map(cleanRule)
    .filter((rule) => rule !== '');
  fc.assert(
    fc.property(name, text, fc.option(text), (one, where, aim) => {
      const file = readSegmentFile(writeSegmentFile([{ name: one, where, aim }]));
      expect(file).toEqual({ segments: [{ name: one, where, aim, line: 1 }], mistakes: [] });
    }),
  );
});

it('speaks Chinese', async () => {
  const { stderr } = await apply('[segments."常客"]\nwhere = "number_of_orders >= 3"\n', '--lang', 'zh', '-n');
  expect(stderr).toContain('1 个要改动，0 个未变');
});
