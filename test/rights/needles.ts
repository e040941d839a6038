/** A person who is held in every place there is, two more who have to do with her, and all that must be gone of her. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { csv, newSeller, Seller } from '../helpers/seller.ts';

export const SHOP = ['--shop', 'Hillside', '--timezone', 'UTC', '--currency', 'USD', '--country', 'CN'] as const;
export const NOW = '2026-07-01T04:00:00Z';

/** Each stands nowhere but with her, as it is written there or as it is worked out from it. */
export const NEEDLES = {
  account: 'qaccount_needle',
  name: 'Qanna Needlewood',
  secondName: 'Qanna Needlemarried',
  emailAsWritten: 'Qanna.Needle@Example.COM',
  email: 'qanna.needle@example.com',
  olderEmail: 'q.older.needle@example.com',
  phoneAsWritten: '138 0013-8765',
  phoneFullWidth: '１３８００１３８７６５',
  phone: '13800138765',
  address: 'Qaddress Lane 77',
  olderAddress: 'Qolder Road 5',
  undonePhone: '13900139432',
  sharedPhone: '13700137654',
  nickname: 'Qanickle',
  fileNote: 'qafilenote likes green',
  noteText: 'qanotetext called about tea',
  editValue: 'qaedit@example.com',
  tagReason: 'qatagreason',
  consentNote: 'qaconsentnote',
  touchNote: 'qatouchnote',
  outcomeNote: 'qaoutcomenote',
  overrideReason: 'qaoverridereason',
  suppressionReason: 'qasuppressreason',
  refusedCell: 'qarefusedcell',
  refusedEmail: 'QANNA.NEEDLE@EXAMPLE.COM',
  giftAddress: 'Qagift Street 9',
  engraving: 'engraved for Qanna Needlewood',
} as const;

const COLUMNS = [
  'order_id',
  'order_date',
  'status',
  'account',
  'customer_name',
  'email',
  'phone',
  'receiver_name',
  'receiver_phone',
  'address',
  'item',
  'variant',
  'quantity',
  'unit_price',
  'order_total',
] as const;

type Order = Readonly<Partial<Record<(typeof COLUMNS)[number], string>>>;

const USUAL: Order = {
  order_date: '2026-05-04 10:00:00',
  status: 'paid',
  item: 'Tea',
  quantity: '1',
  unit_price: '5.00',
  order_total: '5.00',
};
export const orders = (...rows: readonly Order[]) =>
  csv([COLUMNS, ...rows.map((row) => COLUMNS.map((column) => ({ ...USUAL, ...row })[column] ?? ''))]);

const N = NEEDLES;
export const HER = {
  account: N.account,
  customer_name: N.name,
  email: N.emailAsWritten,
  phone: N.phoneAsWritten,
  address: N.address,
};

export const FILES = {
  /** An older state of an order, under details she no longer has. */
  'older.csv': orders({
    order_id: 'A-1',
    status: 'unpaid',
    account: N.account,
    customer_name: N.name,
    email: N.olderEmail,
    address: N.olderAddress,
  }),
  'undone.csv': orders({ order_id: 'A-0', account: N.account, customer_name: N.name, phone: N.undonePhone }),
  'orders.csv': orders(
    { order_id: 'A-1', ...HER },
    { order_id: 'A-2', ...HER, phone: N.phoneFullWidth, item: 'Cup', variant: N.engraving },
    // One phone under four names, all of one account: it is shared, and hers alone.
    ...['Qanna Needlewood', N.secondName, 'Qanna Needlethird', 'Qanna Needlefourth'].map((name, at) => ({
      order_id: `A-${at + 3}`,
      account: N.account,
      customer_name: name,
      phone: N.sharedPhone,
    })),
    {
      order_id: 'B-1',
      account: 'otto',
      customer_name: 'Otto Other',
      email: 'otto@example.com',
      receiver_name: N.name,
      receiver_phone: N.phone,
      address: N.giftAddress,
    },
    { order_id: 'B-2', account: 'otto', customer_name: 'Otto Other', email: 'otto@example.com' },
    { order_id: 'C-1', customer_name: 'Mia Miller', email: 'mia@example.com' },
    { order_id: 'R-1', order_date: 'yesterday', customer_name: N.refusedCell, email: N.refusedEmail },
    { order_id: 'R-2', order_date: 'tomorrow', customer_name: 'Mia Miller', email: 'mia@example.com' },
  ),
} as const;

export interface NeedleWorld {
  readonly seller: Seller;
  readonly copies: readonly string[];
  /** Her number. */
  readonly her: number;
}

export const KEY = ['--key-file', 'shop.key'] as const;

/** Each made once, plain or encrypted. */
const made = new Map<string, Promise<NeedleWorld>>();

/** Encrypted where the key is given; one for each test, which may do with it what it likes. */
export async function needleWorld(...key: readonly string[]): Promise<NeedleWorld> {
  const world = made.get(key.join(' ')) ?? makeNeedleWorld(key);
  made.set(key.join(' '), world);
  const { seller, copies, her } = await world;
  const own = newSeller();
  cpSync(seller.folder, own.folder, { recursive: true });
  // Where copies were taken to is noted in full.
  const moved = (path: string) => path.replace(seller.folder, own.folder);
  const note = `${own.db}.copies`;
  writeFileSync(note, moved(readFileSync(note, 'utf8')));
  return { seller: own, copies: copies.map(moved), her };
}

async function makeNeedleWorld(key: readonly string[]): Promise<NeedleWorld> {
  const seller = new Seller();
  process.once('exit', () => seller.leave());
  writeFileSync(join(seller.folder, 'shop.key'), 'a key of some length', { mode: 0o600 });
  const run = async (...args: string[]) => {
    const { status, stderr, stdout } = await seller.run([...args, ...key], { now: '2026-06-01T04:00:00Z' });
    if (status !== 0 && status !== 3) throw new Error(`${args.join(' ')}: ${status} ${stderr}`);
    return stdout;
  };
  for (const [name, content] of Object.entries(FILES)) await run('ingest', seller.write(name, content), ...SHOP);
  await run('imports', 'undo', '2', '--yes');
  const her = (JSON.parse(await run('customers', 'show', N.account, '--json')) as { customer_id: number }).customer_id;
  await run('tag', 'add', 'vip', '--customer', String(her), '--reason', N.tagReason);
  await run('consent', 'set', String(her), 'email', 'granted', '--note', N.consentNote);
  await run('suppress', 'add', String(her), '--reason', N.suppressionReason);
  await run('suppress', 'add', N.email, '--reason', N.suppressionReason);
  if (key.length === 0) speak(seller.db, her);
  await run('backup');
  mkdirSync(join(seller.folder, 'elsewhere'));
  await run('backup', join(seller.folder, 'elsewhere', 'copy.db'));
  const kept = readdirSync(seller.folder).filter((name) => name.endsWith('.backup'));
  return {
    seller,
    copies: [...kept.map((name) => join(seller.folder, name)), join(seller.folder, 'elsewhere', 'copy.db')],
    her,
  };
}

/** What no command of its own writes yet, or another command than these tests are about. */
function speak(path: string, her: number): void {
  const db = new Database(path);
  try {
    const otto = db.prepare("SELECT min(record_id) FROM records WHERE account = 'otto'").pluck().get() as number;
    const at = Date.parse('2026-06-01T00:00:00Z') / 1000;
    db.prepare("INSERT INTO edits (record_id, field, value, edited_at) VALUES (?, 'email', ?, ?)").run(
      her,
      N.editValue,
      at,
    );
    const note = db.prepare(
      "INSERT INTO notes (record_id, kind, text, referred_record_id, day, noted_at) VALUES (?, ?, ?, ?, '2026-06-01', ?)",
    );
    note.run(her, 'call', N.noteText, null, at);
    note.run(otto, 'referral', `brought ${N.name} along, who likes tea`, her, at);
    db.prepare(
      "INSERT INTO touches (record_id, touched_at, day, channel, kind, note) VALUES (?, ?, '2026-06-01', 'phone', 'care', ?)",
    ).run(her, at, N.touchNote);
    db.prepare(
      "INSERT INTO contact_results (record_id, channel, result, happened_at, source, imported_at) VALUES (?, 'phone', 'replied', ?, 'brevo', ?)",
    ).run(her, at, at);
    db.prepare(
      "INSERT INTO followup_outcomes (play, occurrence, record_id, outcome, day, note, stated_at) VALUES ('thanks', 'Hillside/A-1', ?, 'done', '2026-06-01', ?, ?)",
    ).run(her, N.outcomeNote, at);
    db.prepare(
      "INSERT INTO overrides (override_id, kind, reason, said_at, undone_at) VALUES (1, 'merge', ?, ?, ?)",
    ).run(N.overrideReason, at, at);
    db.prepare('INSERT INTO override_records VALUES (1, ?, 0), (1, ?, 1)').run(her, otto);
    db.prepare(
      `INSERT INTO profiles (import_id, record_id, line, nickname, birthday, tags, note) VALUES (3, ?, 2, ?, '1990-05-06', '[]', ?)`,
    ).run(her, N.nickname, N.fileNote);
    // Somebody looked at it with another program.
    db.exec('ANALYZE');
  } finally {
    db.close();
  }
}

/** Which of the needles stand in which file below a folder, but for the files that were the seller's to begin with. */
export function needlesIn(folder: string): string[] {
  const own = new Set([...Object.keys(FILES), 'rejects.csv']);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const path = join(folder, name);
    if (own.has(name) || !existsSync(path) || !statSync(path).isFile()) return [];
    const bytes = readFileSync(path);
    return Object.entries(NEEDLES).flatMap(([what, needle]) =>
      bytes.includes(Buffer.from(needle, 'utf8')) || bytes.includes(Buffer.from(needle, 'utf16le'))
        ? [`${what} in ${name}`]
        : [],
    );
  });
}
