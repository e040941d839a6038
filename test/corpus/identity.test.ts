/** Order contacts whose people are known: nobody joined with somebody else, most joined, whatever the order of rows and files. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { corpus, FreshArchive } from './archive.ts';
import { exportOf, type IdentityRecord, PLATFORMS, readIdentityRecords } from './identity-files.ts';

/** Record to the name of its cluster: the least record in it, so that equal partitions are equal maps. */
type Partition = ReadonlyMap<string, string>;

describe.skipIf(corpus === undefined)('people whose orders are known', () => {
  const records = corpus === undefined ? [] : readIdentityRecords();
  let partition: Partition = new Map();

  beforeAll(async () => {
    partition = await partitionOf([records], 'program');
  });

  test('are told apart and brought together', () => {
    expect(records.length).toBeGreaterThan(2000);
    expect([...partition.keys()].toSorted()).toEqual(records.map((record) => record.record_id).toSorted());
    const { precision, recall, clusters } = score(partition, records);
    process.stdout.write(
      `\nidentity: precision ${precision.toFixed(5)}, recall ${recall.toFixed(4)}, ${clusters} clusters\n`,
    );
    expect(precision).toBe(1);
    expect(recall).toBeGreaterThanOrEqual(0.837);
  });

  test('are suggested for a merge where the rules held back, the likeliest first', async () => {
    const archive = await archiveOf([records], 'process');
    try {
      const customers = new Map(
        (
          await archive.rows<{ order_number: string; customer_id: number }>(
            'SELECT order_number, customer_id FROM orders_view WHERE customer_id IS NOT NULL',
          )
        ).map((row) => [row.order_number, row.customer_id]),
      );
      const people = new Map<number, Set<string>>();
      for (const { record_id: record, truth_person: person } of records) {
        const customer = customers.get(record);
        if (customer !== undefined) people.set(customer, (people.get(customer) ?? new Set()).add(person));
      }
      const pairs = await archive.json<{ customer_id: number; other_customer_id: number; why: string[] }[]>(
        ['customers', 'suggest'],
        [],
      );
      const isRight = ({ customer_id: one, other_customer_id: other }: (typeof pairs)[number]) =>
        [...(people.get(one) ?? [])].some((person) => people.get(other)?.has(person));
      const likely = pairs.filter(({ why }) => why.some((one) => one === 'same_mailbox' || one === 'email_typo'));
      const right = likely.filter(isRight).length;
      process.stdout.write(
        `\nsuggestions: ${right} of the likeliest ${likely.length} right, ${pairs.filter(isRight).length} of all ${pairs.length}\n`,
      );
      expect(pairs.slice(0, likely.length)).toEqual(likely);
      expect(right).toBeGreaterThanOrEqual(39);
      expect(right / likely.length).toBeGreaterThan(0.9);
    } finally {
      archive.close();
    }
  });

  test('are the same in 20 orders of the rows', async () => {
    for (let seed = 1; seed <= 20; seed++)
      expect(differing(partition, await partitionOf([shuffled(records, seed)], 'process')), `seed ${seed}`).toEqual([]);
  });

  test.each([2, 5, 17])('are the same when the rows come in %i files, in any order', async (count) => {
    const mixed = shuffled(records, 100 + count);
    const parts = Array.from({ length: count }, (_, part) => mixed.filter((__, index) => index % count === part));
    for (const order of [parts, parts.toReversed(), shuffled(parts, count)])
      expect(differing(partition, await partitionOf(order, 'process'))).toEqual([]);
  });
});

async function partitionOf(
  parts: readonly (readonly IdentityRecord[])[],
  how: 'program' | 'process',
): Promise<Partition> {
  const archive = await archiveOf(parts, how);
  try {
    return clustersOf(
      await archive.rows<{ order_number: string; customer_id: number | null }>(
        'SELECT order_number, customer_id FROM orders_view ORDER BY order_number',
      ),
    );
  } finally {
    archive.close();
  }
}

/** The records as files of their platforms, ingested. */
async function archiveOf(
  parts: readonly (readonly IdentityRecord[])[],
  how: 'program' | 'process',
): Promise<FreshArchive> {
  const archive = new FreshArchive();
  try {
    for (const [index, part] of parts.entries()) {
      for (const platform of PLATFORMS) {
        if (!part.some((record) => record.platform === platform)) continue;
        const file = join(archive.folder, `${platform}-${index}.csv`);
        writeFileSync(file, exportOf(platform, part));
        const args = [file, '--platform', platform, '--shop', platform, '--as-of', '2026-11-01T00:00:00Z'];
        const settings =
          platform === 'shopify'
            ? ['--country', 'US', '--timezone', 'America/New_York', '--currency', 'USD']
            : ['--country', 'CN'];
        const { status, stderr } = await (how === 'program'
          ? archive.ingest([...args, ...settings])
          : archive.ask(['ingest', ...args, ...settings]));
        if (status !== 0) throw new Error(`ingest ended with ${status}: ${stderr}`);
      }
    }
    return archive;
  } catch (error) {
    archive.close();
    throw error;
  }
}

/** An order nobody can be found for is alone. */
function clustersOf(
  rows: readonly { readonly order_number: string; readonly customer_id: number | null }[],
): Partition {
  const first = new Map<number, string>();
  return new Map(
    rows.map(({ order_number: number, customer_id: customer }) => {
      if (customer === null) return [number, number];
      if (!first.has(customer)) first.set(customer, number);
      return [number, first.get(customer) ?? number];
    }),
  );
}

function score(
  partition: Partition,
  records: readonly IdentityRecord[],
): { precision: number; recall: number; clusters: number } {
  const clusters = records.map((record) => partition.get(record.record_id) ?? record.record_id);
  const people = records.map((record) => record.truth_person);
  const both = records.map((_, index) => `${clusters[index]} ${people[index]}`);
  return {
    precision: pairs(both) / pairs(clusters),
    recall: pairs(both) / pairs(people),
    clusters: new Set(clusters).size,
  };
}

/** Pairs of equal labels. */
function pairs(labels: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
}

/** A few of the records that are in another cluster, or missing. */
function differing(expected: Partition, actual: Partition): string[] {
  const records = new Set([...expected.keys(), ...actual.keys()]);
  return [...records]
    .filter((record) => expected.get(record) !== actual.get(record))
    .map((record) => `${record}: ${actual.get(record) ?? 'missing'}, not ${expected.get(record) ?? 'there'}`)
    .slice(0, 5);
}

/** Fisher–Yates with a small seeded generator (mulberry32). */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  const result = [...items];
  let state = seed;
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other] as T, result[last] as T];
  }
  return result;
}
