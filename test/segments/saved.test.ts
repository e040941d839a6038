/** Segments under a name of their own: saving, versions, names, and that they are used as the built-in ones are. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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

const BY = ['--by', 'ann'];
const save = (name: string, where: string, ...args: string[]) =>
  tea.run(['segment', 'save', name, '--where', where, ...BY, ...args]);
interface Listed {
  readonly name: string;
  readonly kind: string;
  readonly customers: number;
  readonly where: string;
  readonly version: number | null;
  readonly aim: string | null;
}
const listed = async (name: string) =>
  (await tea.json<Listed[]>('segment', 'list')).find((segment) => segment.name === name);
interface Shown {
  readonly where: string;
  readonly aim: string | null;
  readonly version: number;
  readonly customers: number;
  readonly history: readonly { act: string; version: number; name: string; who: string; why: string | null }[];
}
const shown = (name: string, ...args: string[]) => tea.json<Shown>('segment', 'show', name, ...args);
const members = async (...args: string[]) =>
  (await tea.json<{ customer_id: number }[]>('segment', 'members', ...args)).map(({ customer_id }) => customer_id);

describe('segment save', () => {
  it('tells how many there are, and the name works wherever a segment is taken', async () => {
    const { status, stderr } = await save('  Night owls ', 'number_of_orders >= 3', '--aim', 'a call in spring');
    const there = await members('--where', 'number_of_orders >= 3');
    expect(there.length).toBeGreaterThan(2);
    expect([status, stderr]).toEqual([
      0,
      expect.stringContaining(`Night owls saved as version 1: ${there.length} customers today, net CNY `),
    ]);
    expect(await members('night OWLS')).toEqual(there);
    expect(await listed('Night owls')).toMatchObject({
      kind: 'saved',
      customers: there.length,
      where: 'number_of_orders >= 3',
      version: 1,
      aim: 'a call in spring',
    });
    const { stderr: tagged } = await tea.run(['tag', 'add', 'owl', '--segment', 'Night owls']);
    expect(tagged).toContain(`${there.length} customers tagged owl`);
    expect(await tea.json('segment', 'members', 'Night owls', '--as-of', '2025-11-01')).toEqual(
      await tea.json('segment', 'members', '--where', 'number_of_orders >= 3', '--as-of', '2025-11-01'),
    );
  });

  it('makes a version of another rule or aim, and none of the same', async () => {
    await save('owls', 'number_of_orders >= 3', '--aim', 'calls');
    const before = await tea.dump();
    expect((await save('owls', '  number_of_orders >= 3\n')).stderr).toBe('owls is unchanged, version 1\n');
    expect(await tea.dump()).toBe(before);
    expect((await save('OWLS', 'number_of_orders >= 4', '--why', 'too many')).stderr).toContain('saved as version 2');
    expect((await tea.run(['segment', 'save', 'owls', '--aim', 'mail', ...BY])).stderr).toContain('version 3');
    expect((await tea.run(['segment', 'save', 'owls', '--aim', '', ...BY])).stderr).toContain('version 4');
    expect(await shown('owls')).toMatchObject({
      where: 'number_of_orders >= 4',
      aim: null,
      version: 4,
      history: [
        { act: 'saved', version: 1, name: 'owls', who: 'ann', why: null },
        { version: 2, why: 'too many', aim: 'calls' },
        { version: 3, aim: 'mail' },
        { version: 4, aim: null },
      ],
    });
    expect(await shown('owls', '--version-number', '1')).toMatchObject({ where: 'number_of_orders >= 3', version: 1 });
    const unknown = await tea.run(['segment', 'show', 'owls', '--version-number', '9']);
    expect([unknown.status, unknown.stderr]).toEqual([2, expect.stringContaining('there are 1 to 4')]);
  });

  it('keeps the lines of a rule as they were written', async () => {
    await save('lines', 'number_of_orders >= 3\n  AND amount_spent > 1');
    expect((await shown('lines')).where).toBe('number_of_orders >= 3\n  AND amount_spent > 1');
    const { stdout } = await tea.run(['segment', 'show', 'lines', '--color', 'never'], { tty: { stdout: true } });
    expect(stdout).toMatch(/query +number_of_orders >= 3\n +AND amount_spent > 1\n/);
    expect(stdout).toMatch(/history +version 1 · 2026-11-01 · ann\n/);
  });

  it('names whoever runs it where nobody is named', async () => {
    await tea.run(['segment', 'save', 'owls', '--where', 'number_of_orders >= 3']);
    const { userInfo } = await import('node:os');
    expect((await shown('owls')).history).toMatchObject([{ who: userInfo().username }]);
  });

  it('warns of a rule that holds for nobody', async () => {
    const { status, stderr } = await save('nobody', 'number_of_orders > 999');
    expect(status).toBe(0);
    expect(stderr).toContain('0 customers today');
    expect(stderr).toContain('warning: nobody is in nobody today');
  });

  it('writes nothing with -n', async () => {
    const before = await tea.dump();
    const { stderr } = await save('owls', 'number_of_orders >= 3', '-n');
    expect(stderr).toContain('saved as version 1');
    expect(stderr).toContain('dry run: nothing was changed');
    expect(await tea.dump()).toBe(before);
  });

  it.each([
    ['champions', 'number_of_orders > 1', 'built-in'],
    ['Champions', 'number_of_orders > 1', 'built-in'],
    ['a,b', 'number_of_orders > 1', 'cannot name a segment'],
    ["o'b", 'number_of_orders > 1', 'cannot name a segment'],
    ['a\nb', 'number_of_orders > 1', 'cannot name a segment'],
    ['', 'number_of_orders > 1', 'cannot name a segment'],
    ['x'.repeat(61), 'number_of_orders > 1', 'cannot name a segment'],
    ['owls', 'nuber_of_orders > 1', 'did you mean number_of_orders?'],
    ['owls', 'number_of_orders >', 'a value'],
    ['owls', "in_segment('owls')", 'owls → owls'],
  ])('refuses %j with the rule %s', async (name, where, said) => {
    const before = await tea.dump();
    const { status, stderr } = await save(name, where);
    expect(status).toBe(2);
    expect(stderr).toContain(said);
    expect(await tea.dump()).toBe(before);
  });

  it('wants a rule for a new name', async () => {
    expect(await tea.run(['segment', 'save', 'owls', '--aim', 'mail'])).toMatchObject({ status: 2 });
  });
});

describe('a rule that names another', () => {
  beforeEach(async () => {
    await save('owls', 'number_of_orders >= 3');
    await save('night', "in_segment('Owls') AND NOT in_segment('vip')");
  });

  it('follows it as it is now', async () => {
    const both = () => members('--where', "number_of_orders >= 2 AND NOT in_segment('vip')");
    await save('owls', 'number_of_orders >= 2');
    expect(await members('night')).toEqual(await both());
    expect(await members('--where', "in_segment('night')")).toEqual(await both());
  });

  it('may not lead back to itself', async () => {
    await save('dawn', "in_segment('night')");
    const { status, stderr } = await save('owls', "number_of_orders > 1 OR in_segment('dawn')");
    expect([status, stderr]).toEqual([2, expect.stringContaining('owls → dawn → night → owls')]);
  });

  it('keeps it from being renamed or removed', async () => {
    const before = await tea.dump();
    for (const act of [['remove'], ['rename', 'larks']]) {
      const [verb = '', ...rest] = act;
      const { status, stderr } = await tea.run(['segment', verb, 'owls', ...rest]);
      expect([status, stderr]).toEqual([1, expect.stringContaining('owls stands in the rule of night')]);
    }
    expect(await tea.dump()).toBe(before);
  });
});

describe('segment rename and remove', () => {
  it('are kept beside the versions', async () => {
    await save('owls', 'number_of_orders >= 3');
    await tea.run(['segment', 'rename', 'owls', 'Owls', ...BY]);
    await tea.run(['segment', 'rename', 'owls', 'larks', ...BY, '--why', 'they are early']);
    expect(await tea.run(['segment', 'show', 'owls'])).toMatchObject({ status: 2 });
    expect(await shown('larks')).toMatchObject({
      version: 1,
      history: [
        { act: 'saved' },
        { act: 'renamed', name: 'Owls' },
        { act: 'renamed', name: 'larks', why: 'they are early' },
      ],
    });
    expect((await tea.run(['segment', 'remove', 'larks', ...BY, '-n'])).stderr).toContain('nothing was changed');
    expect((await tea.run(['segment', 'remove', 'larks', ...BY])).status).toBe(0);
    expect(await listed('larks')).toBeUndefined();
    expect(await tea.run(['segment', 'members', 'larks'])).toMatchObject({ status: 2 });
    const gone = await tea.run(['segment', 'show', 'larks']);
    expect(gone.stdout).toContain('number_of_orders >= 3');
    expect(gone.stderr).toContain('larks was removed on 2026-11-01');
    await save('larks', 'number_of_orders >= 3');
    expect((await shown('larks')).history).toMatchObject([
      {},
      {},
      {},
      { act: 'removed' },
      { act: 'saved', version: 2 },
    ]);
  });

  it('leave built-in segments and taken names alone', async () => {
    await save('owls', 'number_of_orders >= 3');
    await save('larks', 'number_of_orders >= 4');
    for (const args of [
      ['rename', 'owls', 'LARKS'],
      ['rename', 'owls', 'vip'],
      ['rename', 'vip', 'best'],
      ['remove', 'vip'],
      ['remove', 'owl'],
    ])
      expect((await tea.run(['segment', ...args])).status, args.join(' ')).toBe(2);
    expect((await tea.run(['segment', 'remove', 'owl'])).stderr).toContain('did you mean owls?');
  });
});

it('an erasure cuts whoever is forgotten out of rules and aims', async () => {
  const email = 'ben.bright@example.com';
  await save('one of them', `customer_email = '${email}'`, '--aim', `write to ${email}`);
  await save('all of them', "number_of_orders > 0 OR in_segment('one of them')");
  const { status } = await tea.run(['customers', 'forget', email, '--yes']);
  expect(status).toBe(0);
  expect((await tea.dump()).includes(email)).toBe(false);
  expect(await listed('one of them')).toMatchObject({ where: "customer_email = '…'", customers: 0 });
  expect((await tea.run(['segment', 'remove', 'all of them'])).status).toBe(0);
});

it('speaks Chinese', async () => {
  const { stderr } = await save('早起的人', 'number_of_orders >= 3', '--lang', 'zh');
  expect(stderr).toMatch(/^已保存 早起的人，第 1 版：今天有 \d+ 位客户，净额 CNY /);
  const { stdout } = await tea.run(['segment', 'show', '早起的人', '--lang', 'zh', '--color', 'never'], {
    tty: { stdout: true },
  });
  expect(stdout).toContain('历史  第 1 版 · 2026-11-01 · ann');
});

it('a rule that holds no more hides none of the others', async () => {
  await save('spent', 'amount_spent > 19.90');
  await save('owls', 'number_of_orders >= 3');
  expect((await tea.run(['config', 'set', 'reporting_currency', 'JPY'])).status).toBe(0);
  const { status, stdout, stderr } = await tea.run(['segment', 'list', '--csv']);
  expect(status).toBe(0);
  expect(stdout).toContain('"spent","saved",,,"amount_spent > 19.90",1,\n');
  expect(stdout).toMatch(/"owls","saved",\d+,/);
  expect(stderr).toContain('warning: spent cannot be worked out: this value does not fit the field');
  for (const verb of ['snapshot', 'watch']) {
    const ran = await tea.run(['segment', verb], { now: '2026-11-01T04:00:00Z' });
    expect([ran.status, ran.stderr]).toEqual([0, expect.stringContaining('warning: spent cannot be worked out')]);
  }
  expect(await tea.json('segment', 'snapshot', '--list')).toMatchObject([{ segment: 'owls', currency: 'JPY' }]);
});
