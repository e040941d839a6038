/** What cron is told of segments: each change once, whatever happens meanwhile. */
import { Readable, Writable } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runCli } from '../../src/cli.ts';
import { type PlainShop, plainShop } from '../helpers/plain-shop.ts';
import { run as regulars } from '../helpers/run.ts';

let shop: PlainShop;
beforeEach(async () => {
  shop = await plainShop([
    { order_id: 'A-1', customer_name: 'Ann Archer', email: 'ann@example.com' },
    { order_id: 'B-1', customer_name: 'Ben Baker', email: 'ben@example.com' },
  ]);
});
afterEach(() => shop.close());

async function run(...args: string[]) {
  const { status, stderr, stdout } = await shop.regulars(...args);
  expect(status, stderr).toBe(0);
  return stdout;
}
const tag = (who: string) => run('tag', 'add', 'tea', '--customer', who);

/** Does something else before anybody has read what is printed. */
async function watchWhile(meanwhile: () => Promise<unknown>): Promise<string> {
  let text = '';
  const stream = (hear: (chunk: string) => Promise<unknown>) =>
    Object.assign(
      new Writable({
        async write(chunk: Buffer, _encoding, done) {
          await hear(chunk.toString());
          done();
        },
      }),
      { isTTY: false, columns: 80 },
    );
  await runCli(['--db', shop.db, '--as-of', '2026-07-01', 'segment', 'watch'], {
    stdin: Object.assign(Readable.from([]), { isTTY: false }),
    stdout: stream(async (chunk) => {
      text += chunk;
      await meanwhile();
    }),
    stderr: stream(() => Promise.resolve()),
    env: { HOME: '/nowhere' },
    clock: () => new Date('2026-07-01T04:00:00Z'),
    folder: shop.folder,
    signal: new AbortController().signal,
  });
  return text;
}

it('tells the next time what happened while it printed', async () => {
  await run('segment', 'save', 'teas', '--where', "customer_tags CONTAINS 'tea'", '--by', 'ann');
  await run('segment', 'watch');
  await tag('ann@example.com');
  const first = await watchWhile(() => tag('ben@example.com'));
  expect(first).toContain('Ann Archer');
  expect(first).not.toContain('Ben Baker');
  const second = await run('segment', 'watch');
  expect(second).toContain('Ben Baker');
  expect(second).not.toContain('Ann Archer');
});

it.each(['snapshot', 'watch'])(
  '%s takes no day that has not come, which would keep out all that follow',
  async (act) => {
    await run('segment', 'save', 'teas', '--where', 'number_of_orders >= 1', '--by', 'ann');
    const ahead = await regulars(['--db', shop.db, 'segment', act, '--as-of', '2062-07-01']);
    expect(ahead).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('2062-07-01 has not come yet') as string,
    });
    expect((await shop.regulars('segment', act)).stderr).toContain('the first snapshot');
  },
);
