/** The commands of plays, as a seller uses them. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { spawnRegulars } from '../helpers/run.ts';
import { DAY, TeaShop } from '../helpers/tea-shop.ts';

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

interface Listed {
  readonly play: string;
  readonly on: boolean;
  readonly reason: string | null;
  readonly on_since: string | null;
  readonly origin: string;
}

const CALL = `[[play]]
name = "spring call"
kind = "care"
channels = ["phone"]
expires_after_days = 5
[play.trigger]
on = "date"
month = 3
day = 20
`;
const listed = async (...args: string[]) => await tea.json<Listed[]>('play', 'list', ...args);
const one = async (name: string) => (await listed()).find(({ play }) => play === name);
const apply = (file: string, ...args: string[]) =>
  tea.run(['play', 'apply', tea.write('plays.toml', file), '--by', 'ann', ...args]);
const exported = async (...args: string[]) => (await tea.run(['play', 'export', ...args])).stdout;

describe('play list and show', () => {
  it('tell of every play whether it is on, when it comes and why it is as it is', async () => {
    const rows = await listed();
    expect(rows).toHaveLength(11);
    expect(rows[0]).toEqual({
      play: 'thank_you',
      on: true,
      trigger: '2 days after the first order was placed',
      kind: 'care',
      channels: ['sms', 'email', 'wechat'],
      reason: 'it asks for nothing, and a first order is the one moment everybody has',
      summary: 'thanks within two days of the first order',
      on_since: null,
      origin: 'shipped',
      version: 0,
      expires_after_days: 7,
    });
    for (const { reason } of rows) expect(reason).toBeTruthy();
  });

  it('show messages, reasons and what to make sure of', async () => {
    const { stdout } = await tea.run(['play', 'show', 'Refund_Call', '--format', 'table']);
    for (const part of ['within 24 hours', 'that the money has arrived', 'phone, wechat', '10 minutes', '您好'])
      expect(stdout).toContain(part);
    const document = await tea.json<Record<string, unknown>>('play', 'show', 'refund_call');
    expect(document).toMatchObject({
      name: 'refund_call',
      comes: 'on the day of a refund',
      trigger: { on: 'refund', delay_days: 0 },
      kind: 'service',
      priority: 100,
      history: [],
    });
    expect(document['verify']).toHaveLength(3);
    const chinese = await tea.run(['play', 'show', 'refund_call', '--lang', 'zh', '--format', 'table']);
    expect(chinese.stdout).toContain('退款后人工回访');
  });

  it('set names in Latin letters apart from the Chinese around them', async () => {
    const ofProduct = (name: string, product: string) =>
      CALL.replace('spring call', name).replace(
        'on = "date"\nmonth = 3\nday = 20',
        `on = "order"\nproduct = "${product}"`,
      );
    await apply(`${ofProduct('latin', '%Souchong%')}\n${ofProduct('chinese', '绿茶')}`, '--yes');
    const shown = async (name: string) =>
      (await tea.run(['play', 'show', name, '--lang', 'zh', '--format', 'table'])).stdout;
    expect(await shown('latin')).toContain('含 %Souchong% 的订单下单当天');
    expect(await shown('chinese')).toContain('含绿茶的订单下单当天');
    expect(await shown('new_best')).toContain('进入 champions 当天');
  });

  it.each(['show', 'try', 'report'])('propose the nearest name to play %s', async (command) => {
    const { status, stderr } = await tea.run(['play', command, 'win_bak']);
    expect([status, stderr]).toEqual([2, 'regulars: no play is called "win_bak"\nhint: did you mean win_back?\n']);
  });
});

describe('play on and off', () => {
  it('are said once, with the reason, and hold from the day on', async () => {
    const off = ['play', 'off', 'Birthday', '--why', 'they are not theirs'];
    expect(await tea.run([...off, '-n'])).toMatchObject({ status: 0 });
    expect(await one('birthday')).toMatchObject({ on: true });
    expect(await tea.run(off)).toMatchObject({ status: 0, stderr: 'birthday is off\n' });
    expect((await tea.run(off)).stderr).toBe('birthday is off already; nothing changed\n');
    expect(await one('birthday')).toMatchObject({ on: false, reason: 'they are not theirs', on_since: null });
    expect((await tea.run(['play', 'on', 'birthday'])).stderr).toBe('birthday is on\n');
    expect((await tea.run(['play', 'on', 'birthday'])).stderr).toContain('on already');
    // Without a word of one's own the shipped one stays, also where it is not as it is shipped.
    expect(await one('birthday')).toMatchObject({
      on: true,
      reason: expect.stringContaining('only those come whose birthday you were told') as string,
      on_since: DAY,
    });
    for (const play of ['review', 'parcel_gift']) {
      const reason = (await one(play))?.reason;
      await tea.run(['play', 'on', play]);
      expect(await one(play)).toMatchObject({ on: true, reason });
      await tea.run(['play', 'off', play, '--why', 'no time']);
      expect(await one(play)).toMatchObject({ on: false, reason: 'no time' });
      await tea.run(['play', 'on', play]);
      expect(await one(play)).toMatchObject({ on: true, reason });
    }
    expect((await listed('--as-of', '2026-10-01')).find(({ play }) => play === 'birthday')).toMatchObject({
      on: true,
      on_since: null,
    });
    const { history } = await tea.json<{ history: unknown[] }>('play', 'show', 'birthday');
    expect(history).toMatchObject([
      { act: 'off', why: 'they are not theirs', day: DAY },
      { act: 'on', why: null },
    ]);
  });

  it('leave a play with a mistake off', async () => {
    await tea.run(['segment', 'save', 'best', '--where', 'number_of_orders >= 3']);
    const file = CALL.replace('on = "date"\nmonth = 3\nday = 20', 'on = "segment_joined"\nsegment = "best"');
    expect((await apply(file.replace('kind =', 'on = false\nkind ='), '--yes')).status).toBe(0);
    const { openArchive } = await import('../../src/store/open.ts');
    const opened = await openArchive(tea.db, { mode: 'write', wait: 5, dryRun: false, key: undefined });
    if ('problem' in opened) throw new Error(opened.problem);
    opened.archive.db.exec("DELETE FROM segment_acts WHERE name = 'best'");
    opened.archive.close();
    const { status, stderr } = await tea.run(['play', 'on', 'spring call']);
    expect([status, stderr]).toEqual([
      1,
      'regulars: spring call stays off: 1 mistake in it\nhint: regulars play check\n',
    ]);
    const check = await tea.run(['play', 'check', '--json']);
    expect(check.status).toBe(1);
    expect(check.stdout).toContain('"finding":"unknown_segment"');
  });
});

describe('play export and apply', () => {
  it('come in again as the same, here and in another archive', async () => {
    await apply(CALL, '--yes');
    await tea.run(['play', 'off', 'win_back']);
    const file = await exported();
    expect(file).toContain('[policy.channels.sms]');
    expect(file).toContain('# thanks within two days of the first order\n[[play]]\nname = "thank_you"\non = true\n');
    const before = await tea.dump();
    const again = await apply(file);
    expect([again.status, again.stderr]).toEqual([0, 'nothing to change, 13 unchanged\n']);
    expect(await tea.dump()).toBe(before);
    const other = original.copy();
    try {
      other.write('plays.toml', file);
      const { stderr } = await other.run(['play', 'apply', 'plays.toml', '--yes']);
      expect(stderr).toBe('2 to change, 11 unchanged\n2 changed\n');
      expect((await other.run(['play', 'export'])).stdout).toBe(file);
    } finally {
      other.leave();
    }
  });

  it('go to a file of its owner alone, named ones without the policy', async () => {
    const out = ['play', 'export', 'win_back', 'REVIEW', '--to', 'out.toml'];
    expect((await tea.run([...out, '-n'])).stderr).toContain('nothing was changed');
    expect((await tea.run(out)).stderr).toBe('2 plays written to out.toml\n');
    const path = join(tea.folder, 'out.toml');
    expect(readFileSync(path, 'utf8').match(/^name = .*|^\[policy/gm)).toEqual([
      'name = "review"',
      'name = "win_back"',
    ]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect((await tea.run(out)).status).toBe(1);
    expect((await tea.run([...out, '--force'])).status).toBe(0);
    expect((await tea.run(['play', 'export', 'none'])).status).toBe(2);
  });

  it('show what changes, and are done once', async () => {
    const file = `[policy]\nper_day = 2\n\n${(await exported('win_back')).replace('multiple = 1.5', 'multiple = 2.0')}\n${CALL}`;
    const before = await tea.dump();
    expect(await tea.json('play', 'apply', tea.write('p.toml', file), '-n')).toEqual(
      expect.arrayContaining([
        { change: 'changed', name: 'policy', key: 'per_day', before: '1', after: '2' },
        { change: 'changed', name: 'win_back', key: 'trigger.multiple', before: '1.5', after: '2' },
        { change: 'new', name: 'spring call', key: 'kind', before: null, after: '"care"' },
      ]),
    );
    const screen = await apply(file, '-n', '--format', 'table');
    expect(screen.stdout).toContain(
      'policy: changed\n  - per_day: 1\n  + per_day: 2\nwin_back: changed\n  - trigger.multiple: 1.5\n',
    );
    expect(screen.stderr).toBe(
      '3 to change, 0 unchanged, 10 plays not in the file, left as they are\n3 changed\ndry run: nothing was changed\n',
    );
    const unasked = await apply(file);
    expect([unasked.status, unasked.stderr]).toEqual([2, expect.stringContaining('play apply plays.toml --yes')]);
    expect(await tea.dump()).toBe(before);
    expect((await apply(file, '--yes', '--why', 'spring')).status).toBe(0);
    expect(await tea.json('play', 'show', 'win_back')).toMatchObject({
      origin: 'saved',
      version: 1,
      summary: 'a word to whoever stays away beyond their own rhythm',
      // It comes at another time now, so that the reason of the time is not its own any more.
      timing: null,
      reason: expect.stringContaining('from two orders on') as string,
      history: [{ act: 'saved', who: 'ann', why: 'spring', day: DAY }],
    });
    expect(await one('spring call')).toMatchObject({ on: true, on_since: DAY, reason: 'spring' });
    expect((await exported()).match(/per_day = .*/)?.[0]).toBe('per_day = 2');
    const after = await tea.dump();
    expect((await apply(file)).stderr).toBe(
      'nothing to change, 3 unchanged, 10 plays not in the file, left as they are\n',
    );
    expect(await tea.dump()).toBe(after);
  });

  it('keep the reasons of a shipped play where the file says nothing else', async () => {
    const file = (await exported('refund_call')).replace('minutes = 10', 'minutes = 12');
    expect((await apply(file, '--yes')).status).toBe(0);
    expect(await tea.json('play', 'show', 'refund_call')).toMatchObject({
      origin: 'saved',
      minutes: 12,
      timing: expect.stringContaining('within 24 hours') as string,
      reason: 'it is about the order, and keeps more customers than any offer',
      verify: ['that the money has arrived', 'what went wrong', 'whether they want a replacement'],
    });
    await apply(file.replace('minutes = 12', 'verify = ["the address"]'), '--yes');
    expect(await tea.json('play', 'show', 'refund_call')).toMatchObject({ verify: ['the address'] });
  });

  it('ask on a terminal, and take a file from a pipe', async () => {
    tea.write('plays.toml', CALL);
    const tty = { stdin: true, stdout: true, stderr: true };
    const ask = (stdin: string) => tea.run(['play', 'apply', 'plays.toml'], { stdin, tty });
    expect(await ask('no\n')).toMatchObject({ status: 1 });
    expect(await one('spring call')).toBeUndefined();
    expect((await tea.run(['play', 'apply', '-', '--yes'], { stdin: CALL })).status).toBe(0);
    expect(await one('spring call')).toBeDefined();
  });

  it('tell every mistake with its play, key and line, and change nothing', async () => {
    const before = await tea.dump();
    const bad = `[policy]
per_day = 0

${CALL}
[[play]]
name = "lost"
kind = "promo"
channels = ["phone"]
expires_after_days = 3
trigger = { on = "birthday" }

[[play]]
name = "odd"
kind = "care"
channels = ["phone"]
where = "number_of_orders > 3 AND custmer_city = '杭州市'"
expires_after_days = 3
[play.trigger]
on = "segment_joined"
segment = "champion"
`;
    const { status, stderr, stdout } = await apply(bad, '--yes');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr.trimEnd().split('\n')).toEqual([
      'regulars: plays.toml: there are 4 mistakes',
      '  line 2: policy: per_day: 0 is too small; at least 1',
      '  line 16: lost: kind: "promo" is none of service, care, promotion',
      '  line 25: odd: where: the condition cannot be read: no field has this name',
      "    number_of_orders > 3 AND custmer_city = '杭州市'",
      '                             ^^^^^^^^^^^^',
      '    did you mean customer_city?',
      '  line 29: odd: trigger.segment: no segment is called champion (did you mean champions?)',
      'hint: nothing was applied; mend the file and apply it again',
    ]);
    expect(await tea.dump()).toBe(before);
    const check = await tea.run(['play', 'check', 'plays.toml', '--json']);
    expect(check.status).toBe(1);
    expect(
      (JSON.parse(check.stdout) as { line: number; finding: string }[]).map(({ line, finding }) => [line, finding]),
    ).toEqual([
      [2, 'too_small'],
      [16, 'unknown_word'],
      [25, 'bad_where'],
      [29, 'unknown_segment'],
    ]);
    expect(check.stderr).toContain('did you mean customer_city?');
    const chinese = await tea.run(['play', 'check', 'plays.toml', '--lang', 'zh']);
    expect(chinese.stderr).toContain('没有名为 champion 的分组');
  });

  it('warn of what is hardly meant', async () => {
    const { status, stderr } = await apply(CALL.replace('kind =', 'where = "customer_city = \'无\'"\nkind ='), '--yes');
    expect(status).toBe(0);
    expect(stderr).toContain('warning: spring call: where: nobody is in it today\n');
    const check = await tea.run(['play', 'check']);
    expect([check.status, check.stderr]).toEqual([0, '12 plays and the policy checked\n']);
    expect(check.stdout).toContain('"nobody_meant"');
  });

  it('tell where a file is no TOML', async () => {
    const { status, stderr } = await apply('[[play]]\nname = \n');
    expect([status, stderr.split('\n')[0]]).toEqual([1, 'regulars: plays.toml:2: column 8: this is no TOML']);
    expect(await tea.run(['play', 'apply', 'none.toml'])).toMatchObject({ status: 1 });
  });
});

describe('play remove', () => {
  it('takes saved ones away, and gives shipped ones back', async () => {
    await apply(`${(await exported('win_back')).replace('multiple = 1.5', 'multiple = 2.0')}\n${CALL}`, '--yes');
    expect((await tea.run(['play', 'remove', 'spring call'])).stderr).toBe('spring call removed\n');
    expect((await tea.run(['play', 'remove', 'spring call'])).status).toBe(2);
    expect((await tea.run(['play', 'remove', 'win_back'])).stderr).toBe('win_back is the shipped one again, on\n');
    expect(await one('win_back')).toMatchObject({ origin: 'shipped' });
    const { status, stderr } = await tea.run(['play', 'remove', 'win_back']);
    expect([status, stderr]).toEqual([2, expect.stringContaining('hint: regulars play off win_back')]);
    expect(await listed()).toHaveLength(11);
  });
});

it('keeps a segment that a play waits for or asks of', async () => {
  await tea.run(['segment', 'save', 'best', '--where', 'number_of_orders >= 3']);
  await apply(
    `${CALL.replace('on = "date"\nmonth = 3\nday = 20', 'on = "segment_left"\nsegment = "Best"')}\n${CALL.replace('spring call', 'other').replace('kind =', 'where = "in_segment(\'best\')"\nkind =')}`,
    '--yes',
  );
  for (const verb of [
    ['remove', 'best'],
    ['rename', 'best', 'top'],
  ]) {
    const { status, stderr } = await tea.run(['segment', ...verb]);
    expect([status, stderr]).toEqual([
      1,
      'regulars: best stands in the rule of play other, spring call\nhint: change those first: regulars play apply\n',
    ]);
  }
  await tea.run(['play', 'remove', 'spring call']);
  await tea.run(['play', 'remove', 'other']);
  expect((await tea.run(['segment', 'remove', 'best'])).status).toBe(0);
});

it('is sound after all of it, as the real program', async () => {
  const run = (...args: string[]) => spawnRegulars(['--db', tea.db, '--as-of', DAY, ...args], { cwd: tea.folder });
  tea.write('plays.toml', CALL);
  expect(await run('play', 'apply', 'plays.toml', '--yes')).toMatchObject({ status: 0 });
  expect(await run('play', 'off', 'spring call', '--why', 'winter')).toMatchObject({ status: 0 });
  expect((await run('play', 'list', '--csv')).stdout).toContain('"spring call",false');
  expect((await run('doctor', '--json')).stdout).toBe('[]\n');
  expect((await run('play', 'export')).stdout).toContain('name = "spring call"\non = false\n');
});
