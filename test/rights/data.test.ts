/** What is held on somebody, complete and in the language asked for. */
import { describe, expect, it } from 'vitest';
import { en, zh } from '../../src/messages/held.ts';
import { newSeller } from '../helpers/seller.ts';
import { NEEDLES, needleWorld } from './needles.ts';

/** Of somebody else, or of none: the cell of a refused row is told in one piece with its row. */
const OF_OTHERS = ['otto@example.com', 'mia@example.com', 'Mia Miller'];

describe('customers data', () => {
  it('holds everything there is of one person, and nothing of others', async () => {
    const { seller, her } = await needleWorld();
    const { stdout, status } = await seller.run(['customers', 'data', NEEDLES.name, '--json']);
    expect(status).toBe(0);
    for (const [what, needle] of Object.entries(NEEDLES)) expect(stdout.includes(needle), what).toBe(true);
    for (const other of OF_OTHERS) expect(stdout).not.toContain(other);
    const document = JSON.parse(stdout) as Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
    expect(document).toMatchObject({ customer: her, day: '2026-07-01' });
    expect(document['orders']?.map(({ order_number }) => order_number)).toEqual(
      expect.arrayContaining(['A-0', 'A-1', 'A-2', 'A-3', 'A-4', 'A-5', 'A-6']),
    );
    const first = document['orders']?.find(({ order_number: number }) => number === 'A-1') as unknown as {
      versions: readonly {
        total: number;
        words: unknown;
        lines: unknown[];
        shown_by: { file: string; undone_at: number | null }[];
      }[];
    };
    expect(first.versions.map(({ words, shown_by }) => [words, shown_by.map(({ file }) => file)])).toEqual([
      [{ status: 'unpaid' }, ['older.csv']],
      [{ status: 'paid' }, ['orders.csv']],
    ]);
    expect(first.versions[0]).toMatchObject({ total: 500, lines: [{ title: 'Tea', quantity: 1, unit_price: 500 }] });
    expect(document['imports']?.map(({ file, undone_at: at }) => [file, at === null])).toEqual([
      ['older.csv', true],
      ['undone.csv', false],
      ['orders.csv', true],
    ]);
    expect((await seller.run(['customers', 'data', NEEDLES.name, '--json'])).stdout).toBe(stdout);
    expect((await seller.run(['customers', 'data', NEEDLES.name, '--csv'])).status).toBe(2);
  });

  it('is a text for whoever asked, in English and in Chinese', async () => {
    const { seller } = await needleWorld();
    const english = await seller.run(['customers', 'data', NEEDLES.email]);
    for (const heading of Object.values(en.sections)) expect(english.stdout).toContain(heading);
    for (const [what, needle] of Object.entries(NEEDLES)) expect(english.stdout.includes(needle), what).toBe(true);
    const chinese = await seller.run(['customers', 'data', NEEDLES.email, '--lang', 'zh'], {
      tty: { stdout: true, columns: 80 },
    });
    for (const heading of Object.values(zh.sections)) expect(chinese.stdout).toContain(heading);
    const labels = chinese.stdout
      .split('\n')
      .flatMap((line) => /^ {2}([a-z_]+(?: [a-z]+)*) {2,}/.exec(line)?.[1] ?? []);
    expect(labels.filter((label) => label !== 'SKU')).toEqual([]);
  });

  it('says that nobody answers', async () => {
    const seller = newSeller();
    expect((await seller.run(['customers', 'data', 'nobody'])).status).toBe(1);
    const { seller: other } = await needleWorld();
    expect(await other.run(['customers', 'data', 'nobody at all'])).toMatchObject({ status: 1, stdout: '' });
  });
});
