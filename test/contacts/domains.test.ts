/** Whole domains, and lists of addresses, that are never to be contacted. */
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { mailDomainsOf, readMailDomain } from '../../src/values/mail-domain.ts';
import { csv, newSeller, NEW_SHOP, type Seller } from '../helpers/seller.ts';

describe('a domain', () => {
  it.each([
    ['@example.com', 'example.com'],
    ['Example.COM', 'example.com'],
    ['*@example.com.', 'example.com'],
    ['*.example.com', 'example.com'],
    ['@googlemail.com', 'gmail.com'],
    ['@bücher.example', 'xn--bcher-kva.example'],
    ['@co.uk', undefined],
    ['com.cn', undefined],
    ['example', undefined],
    ['ann@example.com', undefined],
    ['', undefined],
  ])('of %s is %s', (text, domain) => expect(readMailDomain(text)).toBe(domain));

  it.each([
    ['ann@example.com', ['example.com']],
    ['ann@mail.eu.example.com', ['mail.eu.example.com', 'eu.example.com', 'example.com']],
    ['ann@googlemail.com', ['gmail.com']],
  ])('%s lies at %j', (email, domains) => expect(mailDomainsOf(email)).toEqual(domains));
});

const HEADER = ['order_id', 'order_date', 'customer_name', 'email', 'phone', 'order_total'];
const ROWS = [
  ['A-1', '2026-05-04', 'Ann', 'ann@example.com', '+12025550101', '5'],
  ['A-2', '2026-05-04', 'Ben', 'ben@shop.example.com', '+12025550102', '5'],
  ['A-3', '2026-05-04', 'Cid', 'cid@notexample.com', '+12025550103', '5'],
  ['A-4', '2026-05-04', 'Dee', 'd.e.e+tea@googlemail.com', '+12025550104', '5'],
  // Two addresses, of which the one at the domain is the lesser.
  ['A-5', '2026-05-04', 'Eve', 'eve@example.com', '+12025550105', '5'],
  ['A-6', '2026-05-05', 'Eve', 'eve@elsewhere.net', '+12025550105', '5'],
  ['A-7', '2026-05-06', 'Eve', 'eve@elsewhere.net', '+12025550105', '5'],
];

let seller: Seller;
beforeEach(async () => {
  seller = newSeller();
  await seller.ingest(seller.write('orders.csv', csv([HEADER, ...ROWS])), ...NEW_SHOP);
});

const reached = async (channel: string) => {
  const line = ['--where', 'orders_all > 0', '--channel', channel, '--kind', 'service'];
  return (await seller.json<{ name: string }[]>('export', 'contacts', ...line)).map(({ name }) => name);
};
const listed = async () =>
  (
    await seller.json<{ kind: string; channel: string | null; hint: string; reason: string | null }[]>(
      'suppress',
      'list',
    )
  ).map(({ kind, channel, hint, reason }) => [kind, channel, hint, reason]);
const take = (text: string, ...args: string[]) => seller.run(['suppress', 'import', '-', ...args], { stdin: text });

describe('suppress add @example.com', () => {
  it('keeps everybody with an address there, or below it, from e-mail alone', async () => {
    const { status, stderr } = await seller.run(['suppress', 'add', '@example.com', '--reason', 'competitor']);
    expect([status, stderr]).toEqual([
      0,
      'nobody with an address @e***.com will be written to by e-mail; 3 customers have one now\n',
    ]);
    expect(await reached('email')).toEqual(['Cid', 'Dee']);
    expect(await reached('sms')).toHaveLength(5);
    expect(await reached('phone')).toEqual(['Ann', 'Ben', 'Cid', 'Dee', 'Eve']);
    expect(await listed()).toEqual([['domain', 'email', '@e***.com', 'competitor']]);
    for (const again of [['@EXAMPLE.com'], ['--domain', 'example.com']])
      expect((await seller.run(['suppress', 'add', ...again])).stderr).toContain('was suppressed before');
    expect((await seller.run(['suppress', 'remove', '1'])).status).toBe(0);
    expect(await reached('email')).toHaveLength(5);
  });

  it('is told on the card, and in what is held on somebody', async () => {
    await seller.run(['suppress', 'add', '--domain', 'example.com']);
    expect(await seller.json('customers', 'show', 'Ben')).toMatchObject({ never_contact_by: ['email'] });
    expect(await seller.json('customers', 'data', 'Ben')).toMatchObject({
      suppressions: [{ kind: 'domain', channel: 'email' }],
    });
    expect((await seller.json<{ suppressions: unknown[] }>('customers', 'data', 'Cid')).suppressions).toEqual([]);
  });

  it('knows the two names of gmail', async () => {
    await seller.run(['suppress', 'add', '@gmail.com']);
    expect(await reached('email')).not.toContain('Dee');
  });

  it('outlasts the forgetting of everybody there, and a file that brings them back', async () => {
    await seller.run(['suppress', 'add', '@example.com']);
    expect((await seller.run(['customers', 'forget', 'Ben', '--yes'])).status).toBe(0);
    const again = [['B-1', '2026-08-04', 'Ben Baker', 'ben@shop.example.com', '+12025550109', '5']];
    const later = { now: '2026-09-01T04:00:00Z' };
    const file = seller.write('again.csv', csv([HEADER, ...again]));
    expect((await seller.run(['ingest', file, ...NEW_SHOP], later)).status).toBe(0);
    const line = [
      'export',
      'contacts',
      '--where',
      'orders_all > 0',
      '--channel',
      'email',
      '--kind',
      'service',
      '--csv',
    ];
    const { stdout } = await seller.run(line, later);
    expect(stdout).toContain('Cid');
    expect(stdout).not.toContain('Ben');
    expect((await seller.run(['doctor', '--json'])).stdout).not.toContain('word_not_understood');
  });

  it('keeps no word of the domain', async () => {
    await seller.run(['suppress', 'add', '@somewhere-quite-else.org']);
    expect(readFileSync(seller.db).includes('somewhere-quite')).toBe(false);
  });

  it.each([[['@co.uk']], [['--domain', 'nothing']], [[]], [['Ann', '--domain', 'example.com']]])(
    'is a matter of usage with %j',
    async (args) => {
      expect((await seller.run(['suppress', 'add', ...args])).status).toBe(2);
      expect(await listed()).toEqual([]);
    },
  );
});

describe('suppress import', () => {
  it('takes an address or a domain on each line, and says how many were new', async () => {
    await seller.run(['suppress', 'add', 'cid@notexample.com']);
    const text = 'dee@gmail.com\n\n@example.com,competitor\nCID@notexample.com\n+1 202 555 0104\nnobody at all\n';
    const before = await seller.dump();
    expect((await take(text, '-n')).stderr).toContain('dry run');
    expect(await seller.dump()).toBe(before);
    const { status, stderr } = await take(text);
    expect([status, stderr.split('\n')]).toEqual([
      3,
      [
        'suppressions: 3 new, 1 known, 1 refused',
        'warning: -:6: 1 "nobody at all": this is neither an e-mail address nor a phone number nor a domain such as @example.com',
        '',
      ],
    ]);
    expect(await reached('email')).toEqual([]);
    expect(await reached('phone')).toEqual(['Ann', 'Ben', 'Cid', 'Eve']);
    const once = await seller.dump();
    expect((await take(text)).stderr).toContain('0 new, 4 known');
    expect(await seller.dump()).toBe(once);
  });

  it('takes a table, each of what a row names, whatever the rest of it is', async () => {
    const { status, stderr } = await take(
      csv([
        ['customer_id', '邮箱', '手机', '原因'],
        ['1', '', '', 'complained'],
        ['', 'ben@shop.example.com', '12', 'bounced'],
        ['99', '', '', ''],
        ['', '', '', 'nobody'],
      ]),
    );
    expect([status, stderr.split('\n')]).toEqual([
      3,
      [
        'suppressions: 2 new, 0 known, 3 refused',
        'warning: -:3: 手机 "12": this is no phone number; write it with its country: +86 …',
        'warning: -:4: customer_id "99": no customer has this number',
        'warning: -:5: customer_id "": nobody is named here',
        '',
      ],
    ]);
    expect(await reached('email')).toEqual(['Cid', 'Dee', 'Eve']);
    expect(await listed()).toEqual([
      ['customer', null, '#1', 'complained'],
      ['email', null, 'b***@s***.com', 'bounced'],
    ]);
  });

  it('refuses a table of something else', async () => {
    const { status, stderr } = await take('colour,size\nred,3\n');
    expect([status, stderr]).toEqual([1, expect.stringContaining('-: ')]);
    expect(await listed()).toEqual([]);
  });
});
