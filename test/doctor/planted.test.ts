/** One planted defect after the other in an archive the real program made; each is found by its name. */
import { chmodSync, copyFileSync, linkSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { endianness } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEVERITIES } from '../../src/doctor/finding.ts';
import { ExaminedShop } from '../helpers/examined-shop.ts';

const shop = new ExaminedShop();
beforeAll(() => shop.fill());
afterAll(() => shop.leave());

const planted = new Set<string>();

const examine = async (db: string, ...args: string[]) => {
  const examined = await shop.examine(db, ...args);
  for (const { finding } of examined.told) planted.add(finding);
  return examined;
};
const names = async (db: string, ...args: string[]) => (await examine(db, ...args)).told.map(({ finding }) => finding);

it('finds nothing wrong in what the program made', async () => {
  const { told, finished } = await examine(shop.spoilt(''));
  expect(told).toEqual([]);
  expect(finished).toEqual({
    status: 0,
    stdout: '[]\n',
    stderr: 'nothing is wrong: 262 orders and everything that follows from them checked\n',
  });
});

const SUPERSEDED =
  '(SELECT min(version_id) FROM order_versions WHERE version_id NOT IN (SELECT version_id FROM orders))';
const TILL = "(SELECT shop_id FROM shops WHERE name = 'Till')";
const T1 = "WHERE order_number = 'T-1'";
const ANN = `(SELECT record_id FROM orders ${T1})`;
const BEN = "(SELECT record_id FROM orders WHERE order_number = 'T-2')";
const NOBODY = '(SELECT min(record_id) FROM orders WHERE customer_id IS NULL)';
const copyOf = (table: string, key: string, columns: string, changes: Readonly<Record<string, string>>) =>
  `INSERT INTO ${table} (${columns}) SELECT ${columns
    .split(', ')
    .map((column) => changes[column] ?? column)
    .join(', ')} FROM ${table} WHERE ${key}`;
const ORDER =
  'shop_id, order_number, version_id, lines_version_id, record_id, customer_id, state, counting, refund_pending, placed_at, day, currency, total, refunded, net, units';
const VERSION =
  'shop_id, order_number, content_hash, record_id, platform, placed_at, placed_wall, currency, total, words, units';

const amended = (from: string, to: string) =>
  `PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, '${from}', '${to}') WHERE name = 'orders'; PRAGMA writable_schema = RESET;`;
/** A state of nothing, in a column that never holds nothing. */
const NOTHING = `${amended('state TEXT NOT NULL,', 'state TEXT,')} UPDATE orders SET state = NULL ${T1}; ${amended('state TEXT,', 'state TEXT NOT NULL,')}`;

describe('told alone, by its name', () => {
  it.each<[finding: string, sql: string]>([
    ['file_damaged', NOTHING],
    ['schema_differs', 'DROP INDEX orders_by_record'],
    ['schema_differs', 'ALTER TABLE customers ADD COLUMN nickname TEXT'],
    ['schema_differs', 'DROP VIEW consents_view; CREATE VIEW consents_view AS SELECT 1'],
    ['value_not_allowed', "PRAGMA ignore_check_constraints = ON; UPDATE consents SET status = 'maybe'"],
    ['setting_missing', "DELETE FROM settings WHERE key = 'suppression_key'"],
    ['setting_invalid', "UPDATE settings SET value = 'Mars/Base' WHERE key = 'time_zone'"],
    ['setting_invalid', "UPDATE settings SET value = 'x' WHERE key = 'suppression_key'"],
    ['setting_invalid', "UPDATE shops SET currency = 'euro' WHERE name = 'Till'"],
    ['setting_invalid', "UPDATE shops SET country = 'Germany' WHERE name = 'Till'"],
    ['setting_invalid', "UPDATE shops SET platform = 'bazaar' WHERE name = 'Till'"],
    ['setting_invalid', `INSERT INTO settings VALUES ('followup_policy', '{"per_day":0}')`],
    ['setting_invalid', "INSERT INTO column_maps (name, columns) VALUES ('till', '[]')"],
    ['shop_zone_unknown', "UPDATE shops SET time_zone = 'Mars/Base' WHERE name = 'Till'"],
    ['record_altered', `UPDATE records SET postcode = '00000' WHERE record_id = ${ANN}`],
    ['version_altered', `UPDATE order_versions SET shipping = shipping + 100 WHERE version_id = ${SUPERSEDED}`],
    ['version_altered', `UPDATE version_lines SET title = 'Coffee' WHERE version_id = ${SUPERSEDED}`],
    ['version_altered', `UPDATE order_versions SET words = '{}' WHERE version_id = ${SUPERSEDED}`],
    ['order_time_wrong', `UPDATE order_versions SET placed_at = placed_at + 60 WHERE version_id = ${SUPERSEDED}`],
    ['import_orders_differ', "UPDATE imports SET summary = json_set(summary, '$.orders.new', 999) WHERE import_id = 1"],
    ['import_lines_differ', "UPDATE imports SET summary = json_set(summary, '$.lines', 1) WHERE import_id = 2"],
    ['import_money_differs', "UPDATE imports SET summary = json_set(summary, '$.total.CNY', 1) WHERE import_id = 1"],
    [
      'import_rows_unaccounted',
      "UPDATE imports SET summary = json_set(summary, '$.rows.blank', 7) WHERE import_id = 1",
    ],
    ['import_rows_unaccounted', "UPDATE imports SET summary = 'gone' WHERE import_id = 1"],
    ['import_rows_unaccounted', "UPDATE imports SET summary = json_remove(summary, '$.total') WHERE import_id = 4"],
    ['hash_malformed', "UPDATE imports SET file_hash = 'x' WHERE import_id = 1"],
    ['hash_malformed', "UPDATE sightings SET rows_hash = 'x' WHERE import_id = 4 AND line = 2"],
    ['import_refusals_differ', 'DELETE FROM refusals'],
    ['import_refusals_differ', "UPDATE refusals SET rows = '[]'"],
    ['order_state_wrong', `UPDATE orders SET state = 'unpaid' ${T1}`],
    ['order_state_wrong', `UPDATE orders SET counting = 0 ${T1}`],
    ['order_state_wrong', `UPDATE orders SET refund_pending = 1 ${T1}`],
    ['order_money_wrong', `UPDATE orders SET net = net - 1 ${T1}`],
    ['order_money_wrong', `UPDATE orders SET currency = 'USD' ${T1}`],
    ['order_money_wrong', `UPDATE orders SET units = 9 ${T1}`],
    ['order_day_wrong', `UPDATE orders SET day = '2026-05-05' ${T1}`],
    ['identifiers_wrong', `DELETE FROM identifiers WHERE record_id = ${ANN} AND kind = 'phone'`],
    ['identifiers_wrong', `UPDATE identifiers SET state = 'masked' WHERE record_id = ${ANN} AND kind = 'phone'`],
    [
      'identifiers_wrong',
      "INSERT INTO identifiers VALUES (99999, 'email', '', 'x@example.com', 'buyer', 'usable', NULL, NULL)",
    ],
    ['shared_values_wrong', "INSERT INTO shared_values VALUES ('email', '', 'ann@example.com', 4, 0)"],
    ['record_customer_wrong', 'INSERT INTO record_customers VALUES (99999, 99999)'],
    ['customer_missing', `DELETE FROM customers WHERE customer_id = ${ANN}`],
    ['customer_surplus', "INSERT INTO customers (customer_id, name) VALUES (99999, 'Nobody')"],
    ['customer_wrong', `UPDATE customers SET email = 'ben@example.com' WHERE customer_id = ${ANN}`],
    ['customer_wrong', `UPDATE customers SET phone_type = 'mobile' WHERE customer_id = ${ANN}`],
    [
      'measures_kept_wrong',
      `UPDATE population SET searched = '{"rules":3,"order":"${endianness()}","day":"2026-10-31","imported":null,"names":true}'`,
    ],
    [
      'measures_kept_wrong',
      `UPDATE population SET kept = '{"rules":2,"lastDay":"2026-10-31","population":{"asOf":"2026-11-01"},"recency":null}'`,
    ],
    [
      'word_without_customer',
      `INSERT INTO tag_facts (tag, record_id, origin, added_at) VALUES ('vip', ${NOBODY}, 'hand', 1790000000)`,
    ],
    ['word_not_understood', "UPDATE tag_facts SET origin = 'somebody'"],
    ['word_not_understood', "UPDATE tag_facts SET expires_day = 'soon'"],
    ['word_not_understood', "UPDATE consents SET channel = 'pigeon'"],
    [
      'word_not_understood',
      "UPDATE suppressions SET kind = 'email', hash = 'x', record_id = NULL WHERE suppression_id = 1",
    ],
    [
      'word_not_understood',
      `INSERT INTO followup_outcomes (play, occurrence, record_id, outcome, channel, day, stated_at) SELECT 'thanks', 'T-1', record_id, 'done', 'pigeon', '2026-10-01', added_at FROM tag_facts`,
    ],
    [
      'word_not_understood',
      "INSERT INTO play_acts VALUES ('call', 1, 'saved', 1, '{\"kind\":\"care\"}', '2026-10-01', NULL, NULL, 1790000000)",
    ],
    ['word_not_understood', "INSERT INTO play_acts VALUES ('call', 1, 'off', 0, NULL, 'soon', NULL, NULL, 1790000000)"],
    ['word_not_understood', "UPDATE suppressions SET channel = 'pigeon' WHERE suppression_id = 1"],
    [
      'word_without_customer',
      `INSERT INTO contact_results (record_id, channel, result, happened_at, source, imported_at) VALUES (${NOBODY}, 'sms', 'replied', 1790000000, 'brevo', 1790000000)`,
    ],
    [
      'word_not_understood',
      "INSERT INTO contact_results (record_id, channel, result, happened_at, source, imported_at) SELECT record_id, 'pigeon', 'replied', added_at, 'brevo', added_at FROM tag_facts",
    ],
    [
      'dated_in_future',
      "INSERT INTO contact_results (record_id, channel, result, happened_at, source, imported_at) SELECT record_id, 'sms', 'replied', 2000000000, 'brevo', added_at FROM tag_facts",
    ],
    [
      'contacted_though_suppressed',
      `INSERT INTO touches (record_id, touched_at, day, channel, kind) SELECT record_id, added_at + 60, '2026-11-01', 'phone', 'care' FROM suppressions`,
    ],
    ['dated_in_future', 'UPDATE consents SET stated_at = 2000000000'],
    ['dated_in_future', 'UPDATE imports SET exported_at = 2000000000 WHERE import_id = 4'],
    [
      'order_number_damaged',
      `UPDATE order_versions SET order_number = '1.23457E+15' ${T1}; UPDATE orders SET order_number = '1.23457E+15' ${T1}`,
    ],
  ])('%s: %s', async (finding, sql) => {
    const { told, finished } = await examine(shop.spoilt(sql));
    expect(told.map((one) => one.finding)).toEqual([finding]);
    expect(told[0]).toMatchObject({ count: 1, command: expect.stringMatching(/^regulars /) as string });
    expect(told[0]?.example).not.toMatch(/ann|archer|@example/i);
    expect(finished.status).toBe(1);
  });
});

describe('told among what follows from it', () => {
  it.each<[finding: string, sql: string]>([
    ['value_not_allowed', `PRAGMA ignore_check_constraints = ON; UPDATE orders SET counting = 2 ${T1}`],
    ['reference_broken', 'UPDATE sightings SET import_id = 99 WHERE version_id = 1'],
    ['reference_broken', `DELETE FROM records WHERE record_id = ${ANN}`],
    ['record_without_order', "INSERT INTO records (fingerprint) VALUES ('none')"],
    ['version_without_import', 'DELETE FROM sightings WHERE version_id = 1'],
    ['version_without_import', copyOf('order_versions', 'version_id = 1', VERSION, { content_hash: "'other'" })],
    ['import_lines_differ', `DELETE FROM version_lines WHERE version_id = (SELECT version_id FROM orders ${T1})`],
    ['order_missing', `DELETE FROM orders ${T1}`],
    ['order_surplus', copyOf('orders', "order_number = 'T-1'", ORDER, { order_number: "'T-9'" })],
    ['order_surplus', `UPDATE imports SET undone_at = 1790000000 WHERE import_id = 4`],
    [
      'order_version_wrong',
      `UPDATE orders SET version_id = ${SUPERSEDED} WHERE (shop_id, order_number) = (SELECT shop_id, order_number FROM order_versions WHERE version_id = ${SUPERSEDED})`,
    ],
    ['order_record_wrong', `UPDATE orders SET record_id = ${BEN} ${T1}`],
    ['order_customer_wrong', `UPDATE orders SET customer_id = NULL ${T1}`],
    ['record_customer_missing', `DELETE FROM record_customers WHERE record_id = ${ANN}`],
    ['record_customer_wrong', `UPDATE record_customers SET customer_id = ${BEN} WHERE record_id = ${ANN}`],
    ['identifiers_wrong', `UPDATE identifiers SET value = 'ben@example.com' WHERE value = 'ann@example.com'`],
    [
      'refund_exceeds_payment',
      `UPDATE order_versions SET refunded = 5000 ${T1}; UPDATE orders SET refunded = 5000 ${T1}`,
    ],
    [
      'total_unlike_lines',
      `UPDATE order_versions SET total = 100000 ${T1}; UPDATE orders SET total = 100000, net = 100000 ${T1}`,
    ],
    ['same_sale_twice', copyOf('orders', "order_number = 'T-1'", ORDER, { shop_id: '1' })],
    ['dated_in_future', `UPDATE orders SET placed_at = 2000000000 ${T1}`],
  ])('%s: %s', async (finding, sql) => {
    expect(await names(shop.spoilt(sql))).toContain(finding);
  });

  it.each<[what: string, cause: string, sql: string]>([
    ['orders, T-1 (Till)', 'TypeError', `UPDATE order_versions SET words = 'null' ${T1}`],
    ['orders, T-1 (Till)', 'TypeError', `UPDATE order_versions SET words = '{"status":5}' ${T1}`],
    ['orders, T-1 (Till)', 'SyntaxError', `UPDATE order_versions SET words = 'ann@example.com' ${T1}`],
    ['orders, T-1 (Till)', 'RangeError', `UPDATE order_versions SET placed_at = 9000000000000000 ${T1}`],
    ['imports', 'SQLITE_ERROR', 'UPDATE order_versions SET total = 9223372036854775807'],
    ['matching', 'RangeError', "INSERT INTO records (record_id, fingerprint) VALUES (900000000000000000, 'x')"],
  ])('a check that cannot be made, and the others are: %s, %s', async (what, cause, sql) => {
    const { told, finished } = await examine(shop.spoilt(`${sql}; UPDATE consents SET channel = 'pigeon'`));
    expect(told[0]).toMatchObject({ finding: 'check_failed', example: `${what}: ${cause}` });
    expect(told.map(({ finding }) => finding)).toContain('word_not_understood');
    expect(finished).toMatchObject({ status: 1, stderr: expect.stringContaining('could not be checked') as string });
    expect(finished.stdout).not.toContain('ann@');
  });

  it('with how often it is so, and an example its owner knows', async () => {
    const { told } = await examine(shop.spoilt(`UPDATE orders SET net = net + 1 WHERE shop_id = ${TILL}`));
    expect(told).toEqual([
      {
        finding: 'order_money_wrong',
        severity: 'error',
        count: 2,
        explanation: '2 orders with other amounts than the file said',
        example: 'T-1 (Till)',
        command: expect.stringMatching(/^regulars rebuild --db /) as string,
      },
    ]);
  });
});

describe.skipIf(process.platform === 'win32')('files', () => {
  it('that others may read: the archive, which is not even opened, and a copy', async () => {
    const db = shop.spoilt('UPDATE orders SET net = 0');
    chmodSync(db, 0o644);
    const { told, finished } = await examine(db);
    expect(told).toMatchObject([
      { finding: 'readable_by_others', example: `${db} (0644)`, command: `chmod 600 ${db}` },
    ]);
    expect(finished).toMatchObject({ status: 1, stderr: expect.stringContaining('could not be checked') as string });
    chmodSync(db, 0o600);
    await shop.run(db, ['backup']);
    const [copy] = JSON.parse((await shop.run(db, ['backup', 'list', '--json'])).stdout) as { path: string }[];
    chmodSync(copy?.path ?? '', 0o640);
    expect(await names(db)).toEqual(['readable_by_others', 'order_money_wrong']);
  });

  it('in a folder others may write to', async () => {
    const db = shop.spoilt('');
    chmodSync(dirname(db), 0o777);
    expect(await names(db)).toEqual(['folder_writable_by_others']);
    chmodSync(dirname(db), 0o1777);
    expect(await names(db)).toEqual([]);
  });
});

it.skipIf(process.platform === 'win32')('links, and names of the same file', async () => {
  const db = shop.spoilt('');
  const copy = `${db}.20261031T000000Z-hand.backup`;
  linkSync(db, copy);
  expect((await examine(db)).told).toMatchObject([{ finding: 'file_linked', severity: 'warning', count: 2 }]);
  rmSync(copy);
  symlinkSync('nowhere', copy);
  expect((await examine(db)).told).toMatchObject([
    { finding: 'file_linked', count: 1, example: copy },
    { finding: 'backup_unreadable', command: `ls -ld ${copy}` },
  ]);
});

describe('copies', () => {
  it('that a killed run left half-done', async () => {
    const db = shop.spoilt('');
    const half = `${db}.20261031T000000Z-hand.backup.partial-4000000`;
    writeFileSync(half, 'half', { mode: 0o600 });
    const { told } = await examine(db);
    expect(told).toMatchObject([{ finding: 'copy_left_half_done', severity: 'warning', command: `rm ${half}` }]);
    writeFileSync(`${db}.partial-4000000`, 'half', { mode: 0o644 });
    expect(await names(db)).toEqual(['readable_by_others', 'copy_left_half_done']);
    expect((await shop.run(db, ['backup'])).status).toBe(0);
    expect(await names(db)).toEqual([]);
  });

  it('that are too old, or missing for too long', async () => {
    const db = shop.spoilt('UPDATE imports SET imported_at = imported_at - 40 * 86400');
    const command = expect.stringMatching(/^regulars backup --db/) as string;
    expect((await examine(db)).told).toMatchObject([{ finding: 'backup_missing', command }]);
    await shop.run(db, ['backup', 'elsewhere.db'], '2026-10-20T04:00:00Z');
    expect(await names(db)).toEqual([]);
    rmSync(join(shop.folder, 'elsewhere.db'));
    expect(await names(db)).toEqual(['backup_missing']);
    // Nothing is known of when this one was made.
    await shop.run(db, ['backup'], '2027-01-01T04:00:00Z');
    expect((await examine(db)).told).toMatchObject([{ finding: 'backup_old', command }]);
  });

  it('that are cut off, or have a part beside them', async () => {
    const db = shop.spoilt('');
    copyFileSync(db, `${db}.20261031T000000Z-hand.backup`);
    expect(await names(db)).toEqual([]);
    writeFileSync(`${db}.20261031T000000Z-hand.backup-wal`, 'a part of it', { mode: 0o600 });
    expect(await names(db)).toEqual(['backup_damaged']);
    rmSync(`${db}.20261031T000000Z-hand.backup-wal`);
    truncateSync(`${db}.20261031T000000Z-hand.backup`, 20_000);
    expect((await examine(db)).told).toMatchObject([
      { finding: 'backup_damaged', command: expect.stringMatching(/^regulars restore \S+ --check/) as string },
    ]);
  });
});

it('a copy of what is damaged is not made, and the archive is said to be so', async () => {
  const db = shop.spoilt(NOTHING);
  for (const args of [['backup'], ['backup', 'damaged.db'], ['rebuild']]) {
    const { status, stderr } = await shop.run(db, args);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^regulars: \S+ is damaged\nhint: put a copy back with regulars restore FILE/);
  }
  expect((await shop.run(db, ['backup', 'list', '--json'])).stdout).toBe('[]\n');
});

it('leaves out what it is told to ignore, and nothing else', async () => {
  const db = shop.spoilt(`DELETE FROM refusals; UPDATE orders SET net = 0 ${T1}`);
  expect(await names(db, '--ignore', 'import_refusals_differ')).toEqual(['order_money_wrong']);
  const both = await examine(db, '--ignore', 'import_refusals_differ', '--ignore', 'order_money_wrong');
  expect(both).toMatchObject({
    told: [],
    finished: { status: 0, stderr: expect.stringContaining('2 findings ignored') as string },
  });
  expect((await shop.run(db, ['doctor', '--ignore', 'order_money'])).status).toBe(2);
});

it('calls half an examination no clean one, whatever is ignored', async () => {
  const { told, finished } = await examine(shop.spoilt('DROP INDEX orders_by_record'), '--ignore', 'schema_differs');
  expect({ told, status: finished.status }).toEqual({ told: [], status: 1 });
});

it('gives a line that mends a shop whose name begins like an option', async () => {
  const db = shop.spoilt("UPDATE shops SET name = '-rf', time_zone = 'Mars/Base' WHERE name = 'Till'");
  const [zone] = (await examine(db)).told;
  const refused = await shop.run(db, ['rebuild']);
  expect(refused).toMatchObject({ status: 1, stderr: expect.stringContaining(`hint: ${zone?.command}`) as string });
  const words = zone?.command.replace('ZONE', 'Europe/Berlin').split(' ').slice(1) ?? [];
  expect((await shop.run(db, words)).status).toBe(0);
  expect(await names(db)).toEqual([]);
});

it.each([
  `UPDATE order_versions SET words = 'ann@example.com' ${T1}`,
  `UPDATE order_versions SET placed_wall = 'yesterday' ${T1}`,
  `UPDATE order_versions SET units = 9223372036854775807 ${T1}`,
])('rebuild names the order it cannot read: %s', async (sql) => {
  const { status, stderr } = await shop.run(shop.spoilt(sql), ['rebuild', '-n']);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^regulars: order T-1 cannot be worked out: .*\nhint: regulars doctor /);
});

it('has every finding planted here, or in a test of its own', () => {
  const elsewhere = [
    'backup_not_encrypted',
    'backup_has_other_key',
    'forgotten_person_back',
    'erasure_unfinished',
    'gap_in_period',
  ];
  expect(Object.keys(SEVERITIES).filter((name) => !planted.has(name))).toEqual(elsewhere);
});
