/** What goes into a file, and never twice. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlainShop } from '../helpers/plain-shop.ts';
import { spawnRegulars } from '../helpers/run.ts';
import { buyers, HAND, linesOf, named, weekShop } from './week.ts';

let shop: PlainShop;
beforeEach(async () => {
  shop = await weekShop(['Ann Archer', 'Ben Baker', 'Cid Carter']);
});
afterEach(() => shop.close());

const at = (name: string) => join(shop.folder, name);
const names = (name: string) => linesOf(shop, name).map((line) => line['name']);
const outcomes = () =>
  shop.json<unknown[]>(
    'query',
    'SELECT outcome, f.day, f.list_id FROM followup_outcomes f JOIN records USING (record_id) ORDER BY name, outcome_id',
  );
const touches = () =>
  shop.json<unknown[]>('query', 'SELECT day, channel, kind, play, list_id FROM touches ORDER BY touch_id');

describe('a file of what is due', () => {
  it('says whom to send what, when, in how many parts', async () => {
    const { status, stdout, stderr } = await shop.regulars(...HAND, 'sms.csv');
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).toBe('3 follow-ups: week 3\n3 parts\nwritten to sms.csv\nhanded over as list 1\n');
    expect(names('sms.csv')).toEqual(['Ann Archer', 'Ben Baker', 'Cid Carter']);
    expect(linesOf(shop, 'sms.csv')[0]).toEqual({
      id: expect.stringMatching(/^[a-z2-9]{8}$/) as string,
      day: '2026-07-01',
      play: 'week',
      kind: 'promotion',
      customer_id: '1',
      name: 'Ann Archer',
      phone: '+8613912345611',
      text: '【Hillside】Ann Archer，Hillside有新茶，欢迎来看看。拒收请回复R',
      parts: '1',
      cost: '',
      not_before: '2026-07-01T01:00:00Z',
      not_after: '2026-07-01T12:00:00Z',
      expires_day: '2026-07-11',
      why: expect.stringContaining('2026-06-24') as string,
      verify: '',
    });
    expect(statSync(at('sms.csv')).mode & 0o777).toBe(0o600);
  });

  it('is kept: the list, everybody on it, each as contacted and as handed over', async () => {
    await shop.regulars(...HAND, 'sms.csv', '--for', 'Lily');
    const touch = { day: '2026-07-01', channel: 'sms', kind: 'promotion', play: 'week', list_id: 1 };
    expect(await touches()).toEqual([touch, touch, touch]);
    const outcome = { outcome: 'handed_over', day: '2026-07-01', list_id: 1 };
    expect(await outcomes()).toEqual([outcome, outcome, outcome]);
    const [list] = await shop.json<Record<string, unknown>[]>('export', 'list');
    expect(list).toMatchObject({
      kind: 'promotion',
      channel: 'sms',
      people: 3,
      recipient: 'Lily',
      expires_day: '2026-07-11',
      asked_for: '{"followups":["week"],"channel":"sms"}',
    });
    expect((await shop.regulars('doctor')).status).toBe(0);
  });

  it('hands nothing over the second time, says nothing, and leaves the file of the first', async () => {
    await shop.regulars(...HAND, 'sms.csv');
    const [before, dump] = [readFileSync(at('sms.csv'), 'utf8'), await shop.dump()];
    expect(await shop.regulars(...HAND, 'sms.csv')).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(await shop.regulars(...HAND, 'other.csv', '--fail-if-empty')).toMatchObject({ status: 4, stderr: '' });
    expect(readFileSync(at('sms.csv'), 'utf8')).toBe(before);
    expect(existsSync(at('other.csv'))).toBe(false);
    expect(await shop.dump()).toBe(dump);
  });

  it('hands over what has come since', async () => {
    await shop.regulars(...HAND, 'sms.csv');
    await shop.ingest(buyers(['Dora Dyer']));
    await shop.regulars(...HAND, 'more.csv');
    expect(names('more.csv')).toEqual(['Dora Dyer']);
  });

  it('overwrites no file without --force, and then nobody was handed over', async () => {
    writeFileSync(at('sms.csv'), 'mine');
    const dump = await shop.dump();
    const { status, stderr } = await shop.regulars(...HAND, 'sms.csv');
    expect([status, stderr]).toEqual([1, expect.stringContaining('hint: --force')]);
    expect([readFileSync(at('sms.csv'), 'utf8'), await shop.dump()]).toEqual(['mine', dump]);
    expect(await shop.regulars(...HAND, 'sms.csv', '--force')).toMatchObject({ status: 0 });
    expect(names('sms.csv')).toHaveLength(3);
  });

  it('shows the same with -n and writes nothing', async () => {
    const dump = await shop.dump();
    const { stderr } = await shop.regulars(...HAND, 'sms.csv', '-n');
    expect(stderr).toBe('3 follow-ups: week 3\n3 parts\ndry run: nothing was changed\n');
    expect([existsSync(at('sms.csv')), await shop.dump()]).toEqual([false, dump]);
  });
});

it('says where what came of messages is taken back', async () => {
  await shop.regulars(...HAND, 'sms.csv');
  const { status, stderr } = await shop.regulars('followup', 'import', 'sms.csv');
  expect([status, stderr]).toEqual([1, expect.stringContaining('is taken by regulars touches import')]);
});

describe('whoever may not be contacted', () => {
  it('is on no file, whenever that was said', async () => {
    await shop.regulars('suppress', 'add', '+8613912345611');
    await shop.regulars('consent', 'set', 'Ben Baker', 'sms', 'refused');
    await shop.regulars(...HAND, 'sms.csv');
    expect(names('sms.csv')).toEqual(['Cid Carter']);
  });

  it('is on none of a channel they cannot be reached by', async () => {
    const { status, stderr } = await shop.regulars(...HAND, 'mail.csv', '--channel', 'email');
    expect([status, stderr, existsSync(at('mail.csv'))]).toEqual([0, '', false]);
  });
});

it('leaves a number in peace by which several are reached, whichever of them was written to', async () => {
  shop.close();
  shop = await weekShop(['Ann Archer', 'Ben Baker', 'Cid Carter', 'Dora Dyer', 'Eve Ellis'], undefined, undefined, {
    phone: '13912345611',
  });
  const handed: string[][] = [];
  for (const day of ['2026-07-01', '2026-07-01', '2026-07-02', '2026-07-03', '2026-07-04']) {
    const file = `${day}-${handed.length}.csv`;
    expect((await shop.on(day, ...HAND, file)).status).toBe(0);
    handed.push(existsSync(at(file)) ? names(file).map(String) : []);
  }
  expect(handed.map((people) => people.length)).toEqual([1, 0, 1, 1, 0]);
  expect(new Set(handed.flat()).size).toBe(3);
});

describe('days', () => {
  it('that were missed are made up for, as far as it still makes sense', async () => {
    await shop.ingest(buyers(['Dora Dyer'], { order_date: '2026-06-20 10:00' }));
    await shop.on('2026-07-09', ...HAND, 'late.csv');
    expect(names('late.csv')).toEqual(['Ann Archer', 'Ben Baker', 'Cid Carter']);
    expect(linesOf(shop, 'late.csv')[0]).toMatchObject({ day: '2026-07-09', expires_day: '2026-07-11' });
  });

  it('have an end', async () => {
    expect(await shop.on('2026-07-12', ...HAND, 'late.csv')).toMatchObject({ status: 0, stderr: '' });
  });

  it('before the last hand-over are refused, and so are those to come', async () => {
    await shop.on('2026-07-02', ...HAND, 'sms.csv');
    const earlier = await shop.on('2026-07-01', ...HAND, 'early.csv');
    expect([earlier.status, earlier.stderr]).toEqual([2, expect.stringContaining('handed over on 2026-07-02')]);
    expect((await shop.regulars(...HAND, 'soon.csv', '--as-of', '2026-07-09')).status).toBe(2);
    expect(readdirSync(shop.folder).filter((name) => /early|soon/.test(name))).toEqual([]);
  });
});

it('two programs at once hand each over once', async () => {
  const people = Array.from({ length: 20 }, (_, at) => `Guest ${String.fromCharCode(65 + at)}`);
  for (const round of [1, 2, 3]) {
    const day = `2026-07-0${round}`;
    await shop.ingest(
      people.map((name, index) => ({
        customer_name: `${name}${round}`,
        phone: `1391234${round}${String(100 + index)}`,
        order_date: `2026-06-${23 + round} 09:00`,
        accepts_marketing: 'yes',
      })),
    );
    const runs = await Promise.all(
      ['a', 'b'].map((one) =>
        spawnRegulars([...HAND, `${one}-${round}.csv`, '--db', shop.db, '--as-of', day, '--wait', '60'], {
          cwd: shop.folder,
        }),
      ),
    );
    expect(runs.map(({ status }) => status)).toEqual([0, 0]);
    const both = ['a', 'b'].filter((one) => existsSync(at(`${one}-${round}.csv`)));
    expect(both).toHaveLength(1);
    expect(runs.map(({ stderr }) => stderr).filter((stderr) => stderr !== '')).toHaveLength(1);
    const found = names(`${both[0]}-${round}.csv`).flatMap((name) => (name?.startsWith('Guest') ? [name] : []));
    expect(new Set(found)).toEqual(new Set(people.map((name) => `${name}${round}`)));
    expect(found).toHaveLength(people.length);
  }
}, 120_000);

describe('a file is', () => {
  it('harmless in a spreadsheet', async () => {
    await shop.ingest(buyers(['=HYPERLINK(1)']).map((row) => ({ ...row, phone: '13912345699' })));
    await shop.regulars(...HAND, 'sms.csv');
    expect(names('sms.csv')).toContain("'=HYPERLINK(1)");
  });

  it('a workbook, or JSON', async () => {
    await shop.regulars(...HAND, 'sms.xlsx');
    expect(readFileSync(at('sms.xlsx')).subarray(0, 2).toString()).toBe('PK');
    await shop.ingest(buyers(['Dora Dyer']));
    await shop.regulars(...HAND, 'sms.json', '--json');
    expect(JSON.parse(readFileSync(at('sms.json'), 'utf8'))).toMatchObject([{ name: 'Dora Dyer', parts: 1 }]);
  });

  it('one as another tool takes it, of one kind of message', async () => {
    const { status, stderr } = await shop.regulars(...HAND, 'numbers.txt', '--as', 'sms');
    expect([status, stderr]).toEqual([0, expect.stringContaining('no place for texts')]);
    expect(readFileSync(at('numbers.txt'), 'utf8')).toContain('13912345611');
    expect(await touches()).toHaveLength(3);
  });

  it('none where they are of several kinds, or nobody takes it by the channel', async () => {
    const care = named('tip', '').replace('"promotion"', '"service"').replace('= 7', '= 6').replace('= 10', '= 0');
    writeFileSync(at('tip.toml'), care);
    await shop.on('2026-06-01', 'play', 'apply', 'tip.toml', '--yes');
    await shop.ingest(buyers(['Dora Dyer'], { order_date: '2026-06-25 10:00' }));
    const both = await shop.regulars(...HAND, 'numbers.txt', '--as', 'sms');
    expect([both.status, both.stderr]).toEqual([2, expect.stringContaining('service, promotion')]);
    expect(both.stderr).toContain('--play with one of');
    expect((await shop.regulars(...HAND, 'numbers.txt', '--as', 'sms', '--play', 'week')).status).toBe(0);
    const parcel = ['followup', 'handover', '--channel', 'parcel', '--to', 'cards.csv', '--as', 'sms'];
    expect((await shop.regulars(...parcel)).status).toBe(2);
  });
});

describe('who is held out', () => {
  beforeEach(() => shop.close());

  it('is kept as such on the day on which the others are handed over, and not asked again', async () => {
    const people = Array.from({ length: 26 }, (_, index) => `${String.fromCharCode(65 + index)}x Guest`);
    shop = await weekShop(people, named('week', 'holdout = 0.5'));
    const { stderr } = await shop.regulars(...HAND, 'sms.csv');
    const written = names('sms.csv').length;
    expect(written).toBeGreaterThan(4);
    expect(written).toBeLessThan(22);
    expect(stderr).toContain(`${26 - written} held out, to see what comes without it`);
    const found = (await outcomes()) as { outcome: string; day: string; list_id: number }[];
    expect(found.filter(({ outcome }) => outcome === 'held_out')).toEqual(
      Array.from({ length: 26 - written }, () => ({ outcome: 'held_out', day: '2026-07-01', list_id: 1 })),
    );
    expect(await touches()).toHaveLength(written);
    expect(await shop.on('2026-07-02', ...HAND, 'sms.csv')).toEqual({ status: 0, stdout: '', stderr: '' });
    expect((await shop.regulars('doctor')).status).toBe(0);
  });

  it('is kept also where nobody else is due', async () => {
    shop = await weekShop(['Ann Archer', 'Ben Baker', 'Cid Carter'], named('week', 'holdout = 0.9'));
    const { stderr } = await shop.regulars(...HAND, 'sms.csv');
    expect([stderr, existsSync(at('sms.csv'))]).toEqual([expect.stringMatching(/^3 held out/), false]);
    const heldOut = { outcome: 'held_out', day: '2026-07-01', list_id: null };
    expect(await outcomes()).toEqual([heldOut, heldOut, heldOut]);
  });

  it('is only whoever would have been reached', async () => {
    shop = await weekShop(['Ann Archer', 'Ben Baker'], named('week', 'holdout = 0.9'));
    await shop.regulars('consent', 'set', 'Ann Archer', 'sms', 'refused');
    await shop.regulars('consent', 'set', 'Ben Baker', 'sms', 'refused');
    await shop.regulars(...HAND, 'sms.csv');
    expect(await outcomes()).toEqual([]);
  });
});

it('takes the snapshots by which plays know who joined a segment, also where nothing is due', async () => {
  shop.close();
  const joined = named('week', '').replace(/trigger = .*/, 'trigger = { on = "segment_joined", segment = "twice" }');
  const rule = ['segment', 'save', 'twice', '--where', 'number_of_orders >= 2'];
  shop = await weekShop(['Ann Archer'], joined, rule);
  expect(await shop.on('2026-06-30', ...HAND, 'sms.csv')).toMatchObject({ status: 0, stderr: '' });
  await shop.ingest(buyers(['Ann Archer'], { order_date: '2026-06-30 12:00', accepts_marketing: 'yes' }));
  await shop.on('2026-07-01', ...HAND, 'sms.csv');
  expect(names('sms.csv')).toEqual(['Ann Archer']);
});
