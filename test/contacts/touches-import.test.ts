/** What other tools tell of messages: it is kept, and heeded at once. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { csv, NEW_SHOP, newSeller, type Seller } from '../helpers/seller.ts';

const PEOPLE = [
  ['Ann', 'ann@example.com', '13912345601'],
  ['Ben', 'ben@example.com', '13912345602'],
  ['Cid', 'cid@example.com', '13912345603'],
  ['Dora', 'dora@example.com', '13912345604'],
] as const;
const orders = (people: readonly (readonly string[])[]) =>
  csv([
    ['order_id', 'order_date', 'customer_name', 'email', 'phone', 'order_total', 'accepts_marketing'],
    ...people.map(([name = '', email = '', phone = '']) => [
      `O-${name}`,
      '2026-05-01 10:00:00',
      name,
      email,
      phone,
      '5.00',
      'yes',
    ]),
  ]);

let seller: Seller;
beforeEach(async () => {
  seller = newSeller();
  await seller.ingest(seller.write('orders.csv', orders(PEOPLE)), ...NEW_SHOP, '--country', 'CN');
});

const take = (rows: readonly (readonly string[])[], ...args: string[]) =>
  seller.run(['touches', 'import', '-', ...args], { stdin: csv(rows) });
const listed = async (channel: string, kind = 'promotion'): Promise<string[]> =>
  (
    await seller.json<{ name: string }[]>(
      'export',
      'contacts',
      '--where',
      'orders_all >= 0',
      '--channel',
      channel,
      '--kind',
      kind,
    )
  ).map(({ name }) => name);
const results = async () =>
  (await seller.json<Record<string, unknown>[]>('touches', 'list')).map((row) =>
    [row['day'], row['name'], row['channel'], row['kind'], row['result'], row['source']].join(' '),
  );
const suppressed = async () =>
  (await seller.json<Record<string, unknown>[]>('suppress', 'list')).map((row) =>
    [row['kind'], row['channel'], row['hint'], row['reason']].join(' '),
  );

const HEADER = ['email', 'result', 'date'];

describe('touches import', () => {
  it('keeps nobody on a list who unsubscribed, complained, or at whose address it bounced', async () => {
    expect(await listed('email')).toEqual(['Ann', 'Ben', 'Cid', 'Dora']);
    const { status, stderr } = await take([
      HEADER,
      ['ann@example.com', 'hard_bounce', '2026-05-04 10:00:00'],
      ['BEN@example.com', 'Unsubscribed', '2026-05-05'],
      ['cid@example.com', 'spam report', '2026-05-06 08:00:00'],
      ['dora@example.com', 'Delivered', '2026-05-06 08:00:00'],
    ]);
    expect(status, stderr).toBe(0);
    expect(stderr.split('\n')[0]).toBe(
      'results: 1 delivered, 1 bounced, 1 unsubscribed, 1 complained; 0 unchanged, 0 refused',
    );
    for (const kind of ['service', 'care', 'promotion']) expect(await listed('email', kind)).toEqual(['Dora']);
    // A complaint holds everywhere, the others for their channel.
    expect(await listed('sms')).toEqual(['Ann', 'Ben', 'Dora']);
    expect(await results()).toEqual([
      '2026-05-06 Cid email  complained message report',
      '2026-05-06 Dora email  delivered message report',
      '2026-05-05 Ben email  unsubscribed message report',
      '2026-05-04 Ann email  bounced message report',
    ]);
    expect(await suppressed()).toEqual(['email email a***@e***.com bounced', 'customer  #3 complained']);
    expect(await seller.json('consent', 'show', 'ben@example.com')).toContainEqual(
      expect.objectContaining({ channel: 'email', status: 'refused', source: 'message report' }),
    );
    expect((await seller.run(['doctor', '--ignore', 'backup_missing'])).status).toBe(0);
  });

  it('changes nothing the second time, nor with -n, nor what was taken back by hand since', async () => {
    const rows = [
      HEADER,
      ['ann@example.com', 'bounced', '2026-05-04'],
      ['ben@example.com', 'unsubscribed', '2026-05-04'],
      ['cid@example.com', 'complained', ''],
      ['stranger@example.net', 'complained', ''],
    ];
    const empty = await seller.dump();
    expect((await take(rows, '-n')).stderr).toContain('nothing was changed');
    expect(await seller.dump()).toBe(empty);
    await take(rows);
    const before = await seller.dump();
    expect(before).not.toBe(empty);
    const again = await take(rows);
    expect(again.status).toBe(0);
    expect(again.stderr).toContain('results: none new; 4 unchanged, 0 refused');
    expect(await seller.dump()).toBe(before);
    for (const { suppression_id: id } of await seller.json<{ suppression_id: number }[]>('suppress', 'list'))
      await seller.run(['suppress', 'remove', String(id)]);
    await seller.run(['consent', 'set', 'ben@example.com', 'email', 'granted']);
    await take(rows);
    expect(await suppressed()).toEqual([]);
    expect(await listed('email')).toEqual(['Ann', 'Ben', 'Dora']);
    // What happens after that is news.
    await seller.run(['touches', 'import', '-'], {
      stdin: csv([HEADER, ['ann@example.com', 'bounced', '2026-07-05']]),
      now: '2026-07-06T04:00:00Z',
    });
    expect(await suppressed()).toEqual(['email email a***@e***.com bounced']);
  });

  it('holds an unsubscription over what a later order says, and over what was said by hand before, not after', async () => {
    await seller.run(['consent', 'set', 'ann@example.com', 'email', 'granted'], { now: '2026-05-03T04:00:00Z' });
    await seller.run(['consent', 'set', 'ben@example.com', 'email', 'granted'], { now: '2026-06-03T04:00:00Z' });
    await take([HEADER, ['ann@example.com', '退订', '2026-05-03'], ['ben@example.com', '退订', '2026-05-03']]);
    await seller.ingest(
      seller.write(
        'later.csv',
        orders([['Ann', 'ann@example.com', '13912345601']])
          .replaceAll('05-01', '06-20')
          .replace('O-', 'L-'),
      ),
      '--shop',
      'generic',
    );
    expect(await listed('email')).toEqual(['Ben', 'Cid', 'Dora']);
  });

  it('heeds an objection that nothing dates over what was agreed to since another', async () => {
    const undated = csv([HEADER, ['ann@example.com', 'unsubscribed', '']]);
    const on = (day: string) => seller.run(['touches', 'import', '-'], { stdin: undated, now: `${day}T04:00:00Z` });
    await on('2026-06-01');
    const before = await seller.dump();
    await on('2026-06-02');
    expect(await seller.dump()).toBe(before);
    await seller.run(['consent', 'set', 'ann@example.com', 'email', 'granted'], { now: '2026-06-10T04:00:00Z' });
    expect(await listed('email')).toContain('Ann');
    await on('2026-06-20');
    expect(await listed('email')).not.toContain('Ann');
  });

  it('suppresses each address of somebody at which it bounced', async () => {
    const second = orders([['Ann', 'ann@example.org', '13912345601']]).replace('O-Ann', 'O-2');
    await seller.ingest(seller.write('second.csv', second), '--shop', 'generic');
    await take([HEADER, ['ann@example.com', 'bounced', '2026-05-04'], ['ann@example.org', 'bounced', '2026-05-04']]);
    await take([HEADER, ['ann@example.com', 'bounced', '2026-05-04'], ['ann@example.org', 'bounced', '2026-05-04']]);
    expect(await suppressed()).toEqual(['email email a***@e***.com bounced', 'email email a***@e***.org bounced']);
  });

  it('takes times to be in the zone that is told, else in that of the form', async () => {
    const rows = [
      ['Email Address', 'UNSUB_TIME'],
      ['ann@example.com', '2026-05-04 01:00:00'],
    ];
    await take(rows, '--timezone', 'Asia/Shanghai');
    await take(rows);
    expect(
      await seller.query("SELECT datetime(happened_at, 'unixepoch') AS at FROM contact_results ORDER BY 1"),
    ).toEqual([{ at: '2026-05-03 17:00:00' }, { at: '2026-05-04 01:00:00' }]);
  });

  it('reads receipts of SMS, in which a failure is not for good and an answer may be a refusal', async () => {
    const { status, stderr } = await take([
      ['手机号码', '状态报告', '接收时间'],
      ['13912345601', 'DELIVRD', '2026-05-04 10:00:00'],
      ['13912345602', '失败', '2026-05-04 10:00:00'],
      ['13912345602', 'UNDELIV', '2026-05-04 10:00:00'],
      ['13912345603', '空号', '2026-05-04 10:00:00'],
      ['13912345604', 'TD', '2026-05-04 10:00:00'],
      ['13912345699', 'T', '2026-05-04 10:00:00'],
      ['13912345698', '成功', '2026-05-04 10:00:00'],
    ]);
    expect(status, stderr).toBe(0);
    expect(stderr).toContain('results: 1 delivered, 1 bounced, 2 unsubscribed; 0 unchanged, 0 refused');
    expect(stderr).toContain('2 addresses nobody here has; 1 of them will not be contacted');
    expect(stderr).toContain('2 did not arrive this time');
    expect(await listed('sms')).toEqual(['Ann', 'Ben']);
    expect(await listed('email')).toEqual(['Ann', 'Ben', 'Cid', 'Dora']);
  });

  it('keeps an objection for whoever comes with the address later', async () => {
    await take([
      ['email', 'phone', 'channel', 'result'],
      ['eve@example.com', '', '', 'unsubscribe'],
      ['', '13912345605', '短信', 'TD'],
      ['fay@example.com', '', '', 'complaint'],
    ]);
    const later = [
      ['Eve', 'eve@example.com', '13912345605'],
      ['Fay', 'fay@example.com', '13912345606'],
    ];
    await seller.ingest(seller.write('later.csv', orders(later)));
    expect(await listed('email')).toEqual(['Ann', 'Ben', 'Cid', 'Dora']);
    expect(await listed('sms')).not.toContain('Eve');
    expect(await listed('phone')).toContain('Eve');
  });

  it('names each row that cannot be read, and takes the others', async () => {
    const { status, stderr } = await take(
      [
        ['Mail', 'Mobile', 'Outcome', 'When', 'By'],
        ['ann@example.com', '', 'unsubscribed', '2026-05-04', ''],
        ['', '', 'unsubscribed', '2026-05-04', ''],
        ['ann', '', 'unsubscribed', '2026-05-04', ''],
        ['', '139****5601', 'unsubscribed', '2026-05-04', ''],
        ['ben@example.com', '13912345602', 'unsubscribed', '2026-05-04', ''],
        ['ben@example.com', '', 'perhaps', '2026-05-04', ''],
        ['ben@example.com', '', 'delivered', '', ''],
        ['ben@example.com', '', 'delivered', 'soon', ''],
        ['ben@example.com', '', 'delivered', '2027-01-01', ''],
        ['ben@example.com', '', 'delivered', '2026-05-04', 'fax'],
      ],
      ...['email=Mail', 'phone=Mobile', 'result=Outcome', 'date=When', 'channel=By'].flatMap((pair) => ['--map', pair]),
      '--tool',
      'brevo',
    );
    expect(status).toBe(3);
    expect(stderr.split('\n').filter((line) => line.startsWith('warning'))).toEqual([
      'warning: -:3: Mail "": there is no address here for the channel',
      'warning: -:4: Mail "ann": this is no whole e-mail address',
      'warning: -:5: Mobile "139****5601": this is no whole phone number; --country says of which country',
      'warning: -:6: By "": there are an e-mail and a phone: say --channel email or --channel sms',
      'warning: -:7: Outcome "perhaps": nobody knows this word; it is delivered, bounced, replied, unsubscribed or complained, or one that tools use for it',
      'warning: -:8: When "": nothing says when: --date DAY',
      'warning: -:9: When "soon": this is not a date',
      'warning: -:10: When "2027-01-01": this has not come yet',
      'warning: -:11: By "fax": no channel is called so: email, sms or phone',
    ]);
    expect(await results()).toEqual(['2026-05-04 Ann email  unsubscribed brevo']);
  });

  it('notes as contacts what no list and no play did, once', async () => {
    const rows = [
      HEADER,
      ['ann@example.com', 'delivered', '2026-05-04 10:00:00'],
      ['ann@example.com', 'opened', '2026-05-04 11:00:00'],
      ['ben@example.com', 'replied', '2026-05-04 10:00:00'],
    ];
    await take(rows);
    expect((await results()).filter((row) => row.includes('promotion'))).toEqual([]);
    expect((await take(rows, '--kind', 'promotion')).stderr).toContain('1 contact noted: promotion');
    expect((await take(rows, '--kind', 'promotion')).stderr).toContain('0 contacts noted: promotion');
    expect(await results()).toEqual([
      '2026-05-04 Ann email promotion  ',
      '2026-05-04 Ann email  delivered message report',
      '2026-05-04 Ben email  replied message report',
    ]);
  });

  it('notes no contact that a play noted on the day', async () => {
    const now = { now: '2026-05-03T10:00:00Z' };
    const today = await seller.run(['followup', 'today', '--json'], now);
    const [first] = JSON.parse(today.stdout) as { id: string; customer_id: number; channel: string; address: string }[];
    expect((await seller.run(['followup', 'done', first?.id ?? ''], now)).status).toBe(0);
    const { channel = '', address = '' } = first ?? {};
    const rows = [
      ['address', 'channel', 'result', 'date'],
      [address, channel, 'delivered', '2026-05-03 12:00:00'],
      [address, channel, 'delivered', '2026-05-04 12:00:00'],
    ];
    const named = channel === 'email' ? 'email=address' : 'phone=address';
    const { stderr } = await take(rows, '--map', named, '--kind', 'promotion');
    expect(stderr).toContain('results: 2 delivered; 0 unchanged, 0 refused');
    expect(stderr).toContain('1 contact noted: promotion');
  });

  describe('of what a list hands over', () => {
    const rows = [
      HEADER,
      ...['2026-05-02 12:00:00', '2026-05-03 09:00:00', '2026-05-05 10:00:00', '2026-05-06 10:00:00'].map((at) => [
        'ann@example.com',
        'delivered',
        at,
      ]),
      ['ben@example.com', 'delivered', '2026-05-05 10:00:00'],
    ];
    const deliveries = () => take(rows, '--kind', 'promotion');
    const toAnn = '--customer Ann --channel email --kind care --expires 2026-05-05 --record --csv'.split(' ');
    const handOver = (...more: string[]) =>
      seller.run(['export', 'contacts', ...toAnn, ...more], { now: '2026-05-03T10:00:00Z' });
    const contacts = async () =>
      (
        await seller.query<{ told: string }>(
          "SELECT day || ' ' || channel || ' ' || kind || coalesce(' list ' || list_id, '') AS told FROM touches ORDER BY 1",
        )
      ).map(({ told }) => told);
    const ONCE = [
      '2026-05-02 email promotion',
      '2026-05-03 email care list 1',
      '2026-05-05 email promotion',
      '2026-05-06 email promotion',
    ];

    it.each([
      ['before it is delivered', [() => handOver(), deliveries]],
      ['after it was delivered', [deliveries, () => handOver()]],
      ['and is told of twice', [deliveries, () => handOver(), deliveries]],
      ['in two forms', [() => handOver(), deliveries, () => handOver('--as', 'vcard3')]],
    ])('a list is one contact on every day of its use, recorded %s', async (_, steps) => {
      for (const step of steps) expect(await step()).toMatchObject({ status: 0 });
      expect(await contacts()).toEqual(ONCE);
      expect((await results()).filter((row) => row.includes('delivered'))).toHaveLength(5);
    });

    it('by another channel is another contact', async () => {
      await take(
        [
          ['phone', 'result', 'date'],
          ['+8613912345601', 'delivered', '2026-05-04 10:00:00'],
        ],
        '--kind',
        'care',
      );
      await handOver();
      expect(await contacts()).toEqual(['2026-05-03 email care list 1', '2026-05-04 sms care']);
    });
  });

  it('notes no contact that a play notes afterwards, on its day', async () => {
    const now = { now: '2026-05-03T10:00:00Z' };
    const today = await seller.run(['followup', 'today', '--json'], now);
    const [first] = JSON.parse(today.stdout) as { id: string; channel: string; address: string }[];
    const { id = '', channel = '', address = '' } = first ?? {};
    const rows = [
      ['address', 'channel', 'result', 'date'],
      [address, channel, 'delivered', '2026-05-03 12:00:00'],
    ];
    const named = channel === 'email' ? 'email=address' : 'phone=address';
    await take(rows, '--map', named, '--kind', 'promotion');
    expect((await seller.run(['followup', 'done', id], now)).status).toBe(0);
    expect(await seller.query('SELECT day, play IS NULL AS bare FROM touches')).toEqual([
      { day: '2026-05-03', bare: 0 },
    ]);
  });

  it('takes what every row says from the line, and a day', async () => {
    const rows = [
      ['Email Address', 'Name'],
      ['ann@example.com', 'Ann'],
    ];
    expect((await take(rows)).status).toBe(1);
    expect((await take(rows, '--result', 'unsubscribed', '--date', '2026-05-04')).status).toBe(0);
    expect(await results()).toEqual(['2026-05-04 Ann email  unsubscribed message report']);
    expect((await take(rows, '--result', 'unsubscribed', '--date', '2027-05-04')).status).toBe(2);
  });

  it('is no success where nothing is taken', async () => {
    const { status, stderr } = await take([HEADER, ['ann@example.com', 'soft bounce', '2026-05-04']]);
    expect([status, stderr]).toEqual([1, expect.stringContaining('tells of no message')]);
    expect((await take([HEADER])).status).toBe(1);
  });

  it('asks which day is meant where the dates do not tell', async () => {
    const rows = [HEADER, ['ann@example.com', 'unsubscribed', '05/04/2026']];
    expect((await take(rows)).stderr).toContain('--date-format dmy');
    await take(rows, '--date-format', 'mdy');
    expect(await results()).toEqual(['2026-05-04 Ann email  unsubscribed message report']);
  });

  it('goes with whoever is forgotten, who is not contacted for all that', async () => {
    await take([
      HEADER,
      ['ann@example.com', 'unsubscribed', '2026-05-04'],
      ['ben@example.com', 'delivered', '2026-05-04'],
    ]);
    const held = JSON.stringify(await seller.json('customers', 'data', 'ben@example.com'));
    expect(held).toContain('"message_results"');
    await seller.run(['customers', 'forget', 'ann@example.com', '--yes']);
    expect(await seller.query('SELECT count(*) AS n FROM contact_results')).toEqual([{ n: 1 }]);
    await seller.ingest(
      seller.write('new.csv', orders([['Anna', 'ann@example.com', '13912345601']]).replace('05-01', '06-30')),
    );
    expect(await listed('email')).not.toContain('Anna');
  });

  it('shows on the card what became of messages', async () => {
    await take([HEADER, ['ann@example.com', 'delivered', '2026-05-04']], '--tool', 'brevo');
    const { stdout } = await seller.run(['customers', 'show', 'ann@example.com']);
    expect(stdout).toMatch(/What became of messages\n[^\n]*\n *2026-05-04 +email +delivered +brevo/);
    const card = await seller.json<{ results: unknown[] }>('customers', 'show', 'ann@example.com');
    expect(card.results).toEqual([
      { happened_at: '2026-05-04T00:00:00Z', channel: 'email', result: 'delivered', source: 'brevo' },
    ]);
  });
});

describe('exports of tools', () => {
  const fixture = (name: string) =>
    readFileSync(fileURLToPath(new URL(`../../fixtures/customers/mailchimp/${name}`, import.meta.url)), 'utf8');

  it.each([
    [
      'unsubscribed_members_export_0a1b2c3d4e.csv',
      'cy@example.net',
      'unsubscribed members',
      '2024-11-30 Ann email  unsubscribed mailchimp',
    ],
    [
      'cleaned_members_export_0a1b2c3d4e.csv',
      'di@example.com',
      'cleaned members',
      '2024-05-05 Ann email  bounced mailchimp',
    ],
  ])('of Mailchimp: %s', async (name, email, form, result) => {
    const file = seller.write(name, fixture(name).replace(email, 'ann@example.com'));
    const { status, stderr } = await seller.run(['touches', 'import', file]);
    expect(status, stderr).toBe(0);
    expect(stderr).toContain(`mailchimp, ${form}`);
    expect(await results()).toEqual([result]);
    expect(await listed('email')).not.toContain('Ann');
  });

  it('of Mailchimp: who is subscribed, which tells of no message', async () => {
    const file = seller.write('subscribed.csv', fixture('subscribed_members_export_0a1b2c3d4e.csv'));
    const { status, stderr } = await seller.run(['touches', 'import', file]);
    expect([status, stderr]).toEqual([1, expect.stringContaining('regulars customers import')]);
  });

  it('of Mailchimp: a complaint among the reasons, and bounces of a campaign', async () => {
    await take([
      ['Email Address', 'UNSUB_TIME', 'UNSUB_REASON', 'LEID'],
      ['ann@example.com', '2026-05-04 10:00:00', 'SPAM', '1'],
    ]);
    await take([
      ['Email Address', 'Bounce Type'],
      ['ben@example.com', 'hard'],
      ['cid@example.com', 'soft'],
    ]);
    expect(await listed('sms')).toEqual(['Ben', 'Cid', 'Dora']);
    expect(await listed('email')).toEqual(['Cid', 'Dora']);
  });

  it('of Klaviyo: profiles with what they are suppressed for and what they said', async () => {
    const { status, stderr } = await take([
      [
        'Email',
        'Klaviyo ID',
        'Phone Number',
        'Email Marketing Consent',
        'Email Marketing Consent Timestamp',
        'Email Suppressions',
        'Email Suppressions Timestamp',
        'SMS Marketing Consent',
      ],
      [
        'ann@example.com',
        'a',
        '',
        'SUBSCRIBED',
        '2026-01-01T00:00:00+00:00',
        '["HARD_BOUNCE"]',
        '2026-05-04T10:00:00+00:00',
        '',
      ],
      ['ben@example.com', 'b', '', 'UNSUBSCRIBED', '2026-05-05T10:00:00+00:00', '[]', '', ''],
      [
        'cid@example.com',
        'c',
        '',
        'NEVER_SUBSCRIBED',
        '',
        "['SPAM_COMPLAINT', 'UNSUBSCRIBE']",
        '2026-05-06T10:00:00+00:00',
        '',
      ],
      ['dora@example.com', 'd', '+8613912345604', 'SUBSCRIBED', '', '[]', '', 'UNSUBSCRIBED'],
    ]);
    expect(status, stderr).toBe(0);
    expect(await listed('email')).toEqual(['Dora']);
    expect(await listed('sms')).toEqual(['Ann', 'Ben']);
    expect((await results()).every((row) => row.endsWith(' klaviyo'))).toBe(true);
  });

  it('of Klaviyo: the suppressed, whose headers nobody has seen', async () => {
    const { stderr } = await take([
      ['Email', 'Suppression Reason', 'Timestamp'],
      ['ann@example.com', 'USER_SUPPRESSED', '2026-05-04T10:00:00+00:00'],
      ['ben@example.com', 'INVALID_EMAIL', '2026-05-04T10:00:00+00:00'],
    ]);
    expect(stderr).toContain('warning: nobody has seen a file of klaviyo, suppressed profiles');
    expect(await listed('email')).toEqual(['Cid', 'Dora']);
  });
});

describe('touches list', () => {
  it('has contacts and results of those chosen, newest first, from a day on', async () => {
    await take(
      [
        HEADER,
        ['ann@example.com', 'delivered', '2026-05-04 10:00:00'],
        ['ann@example.com', 'delivered', '2026-06-04 10:00:00'],
        ['ben@example.com', 'delivered', '2026-06-05 10:00:00'],
      ],
      '--kind',
      'care',
    );
    const days = async (...args: string[]) =>
      (await seller.json<{ day: string; kind: string | null }[]>('touches', 'list', ...args)).map(
        ({ day, kind }) => `${day} ${kind ?? 'result'}`,
      );
    expect(await days('ann@example.com')).toEqual([
      '2026-06-04 care',
      '2026-06-04 result',
      '2026-05-04 care',
      '2026-05-04 result',
    ]);
    expect(await days('--since', '2026-06-04', '--limit', '2')).toEqual(['2026-06-05 care', '2026-06-05 result']);
    expect(await days('--as-of', '2026-05-31')).toEqual(['2026-05-04 care', '2026-05-04 result']);
    const { stdout } = await seller.run(['touches', 'list', '--lang', 'zh', '--color', 'never'], {
      tty: { stdout: true, columns: 120 },
    });
    for (const heading of (stdout.split('\n')[0] ?? '').trim().split(/ {2,}/))
      expect(heading).toMatch(/^#$|\p{Script=Han}/u);
    expect(stdout).toMatch(/邮件 +关怀/);
    expect(stdout).toMatch(/邮件 +.*送达/);
    expect((await seller.run(['touches', 'list', '--since', 'may'])).status).toBe(2);
    expect((await seller.run(['touches', 'list', 'cid@example.com', '--fail-if-empty'])).status).toBe(4);
  });
});
