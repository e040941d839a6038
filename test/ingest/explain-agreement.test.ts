/** `platforms explain` says of every fixture what `ingest` makes of it, on a screen of 80 columns. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/output/display-width.ts';
import { newSeller } from '../helpers/seller.ts';

const fixtures = fileURLToPath(new URL('../../fixtures', import.meta.url));
const read = (...path: string[]) => readFileSync(join(fixtures, ...path));

interface Explained {
  readonly layout: { readonly platform: string } | null;
  readonly encoding: { readonly name: string } | null;
  readonly rows: Readonly<Record<string, number>> | null;
  readonly order_count: number | null;
  readonly stopped_by: string | null;
}

interface Case {
  readonly path: readonly [string, ...string[]];
  readonly args: readonly string[];
}

const shopFiles = readdirSync(join(fixtures, 'shops')).flatMap((platform) =>
  readdirSync(join(fixtures, 'shops', platform)).flatMap((name): Case[] => {
    if (!name.endsWith('.csv')) return [];
    const expected = read('shops', platform, `${basename(name, '.csv')}.expected.json`).toString();
    return [{ path: ['shops', platform, name], args: (JSON.parse(expected) as { args: string[] }).args }];
  }),
);
const brokenFiles = (
  JSON.parse(read('broken', 'EXPECTED.json').toString()) as { file: string; as?: string; args: string[] }[]
).flatMap(({ file, as, args }): Case[] => (as === undefined ? [{ path: ['broken', file], args }] : []));
const cases = [...shopFiles, ...brokenFiles].map((one) => [one.path.join('/'), one] as const);

describe('explain and ingest agree', () => {
  it('is asked of enough files', () => expect(cases.length).toBeGreaterThan(25));

  it.each(cases)('on %s', async (_, { path, args }) => {
    const seller = newSeller();
    const file = seller.write(basename(path.at(-1) ?? ''), read(...path));
    const explained = await seller.run(['platforms', 'explain', file, ...args, '--json']);
    const document = JSON.parse(explained.stdout) as Explained;
    expect(existsSync(seller.db)).toBe(false);
    const ingested = await seller.run(['ingest', file, ...args, '--json']);
    expect(explained.status).toBe(ingested.status);
    if (ingested.status === 1 || ingested.status === 2) {
      expect(explained.stderr).toBe(ingested.stderr);
      expect(document.stopped_by).toBe((JSON.parse(ingested.stderr) as { error: { code: string } }).error.code);
      return;
    }
    const { rows, orders, waiting, platform, encoding, notes } = JSON.parse(ingested.stdout) as {
      readonly rows: Readonly<Record<string, number>>;
      readonly orders: { readonly new: number };
      readonly waiting: number;
      readonly platform: string;
      readonly encoding: string;
      readonly notes: { readonly withoutStatus: boolean; readonly datesFromSerial: number };
    };
    const { repeated_header: repeatedHeader, ...counts } = document.rows ?? {};
    expect({ ...counts, repeatedHeader }).toEqual(rows);
    expect(document).toMatchObject({
      order_count: orders.new + waiting,
      layout: { platform },
      notes: { without_status: notes.withoutStatus, dates_from_serial: notes.datesFromSerial },
      encoding: { name: encoding },
    });
  });
});

describe('the screen', () => {
  it.each(cases)('fits 80 columns in both languages: %s', async (_, { path, args }) => {
    const seller = newSeller();
    const file = seller.write(basename(path.at(-1) ?? ''), read(...path));
    for (const language of ['en', 'zh']) {
      const { stdout } = await seller.run(
        ['platforms', 'explain', file, ...args, '--color', 'never', '--lang', language],
        {
          tty: { stdout: true, columns: 80 },
        },
      );
      const lines = stdout.split('\n');
      expect(lines.filter((line) => displayWidth(line) > 80)).toEqual([]);
      expect(lines.filter((line) => line !== line.trimEnd())).toEqual([]);
      expect(stdout).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});
