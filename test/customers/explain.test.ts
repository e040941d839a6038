import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PlainShop, plainShop } from '../helpers/plain-shop.ts';

let shop: PlainShop;

const counter = (name: string) => ({
  customer_name: name,
  email: `${name.split(' ')[0]?.toLowerCase()}@example.com`,
  phone: '13912345600',
});

const TAOBAO = `订单编号,买家会员名,买家支付宝账号,总金额,买家实际支付金额,订单状态,收货人姓名,收货地址,联系手机,订单创建时间,宝贝标题,宝贝种类,宝贝总数量
="137359000000001",淘小茶,19900002001,100.00,100.00,交易成功,王小茶,浙江省 杭州市 西湖区 文三路1号,19900002002,2026-05-01 10:00:00,龙井茶,1,1
="137359000000002",淘小茶,19900002001,100.00,100.00,交易成功,李远,浙江省 杭州市 西湖区 文三路1号,19900002003,2026-06-01 10:00:00,龙井茶,1,1
="137359000000003",远山,yuan@example.com,100.00,100.00,交易成功,李远,浙江省 杭州市 西湖区 文三路1号,19900002003,2026-06-02 10:00:00,龙井茶,1,1
="137359000000004",静静,ji**@example.com,100.00,100.00,交易成功,张静,浙江省 杭州市 西湖区 文三路1号,19900002004-1234,2026-06-03 10:00:00,龙井茶,1,1
`;

beforeAll(async () => {
  shop = await plainShop([
    { customer_name: 'Ann Archer', email: 'ann@example.com', phone: '13912345601', order_date: '2026-03-01 10:00' },
    { customer_name: 'Ann Archer', email: 'ann@example.com', phone: '13912345601', order_date: '2026-03-09 10:00' },
    { customer_name: 'Ann Archer', email: 'ann@example.com', phone: '13912345602' },
    { customer_name: 'Ann Archer', phone: '13912345602', order_date: '2026-06-01 10:00' },
    { customer_name: 'Ben Baker', email: 'ben@example.com' },
    // Four people who left the number of the pick-up counter.
    ...['Cid Carter', 'Dan Dyer', 'Eve Ellis', 'Fay Field'].map(counter),
  ]);
  writeFileSync(join(shop.folder, 'taobao.csv'), TAOBAO);
  await shop.regulars('ingest', 'taobao.csv', '--shop', '山月茶铺');
});
afterAll(() => shop.close());

const explained = async (who: string) =>
  (await shop.regulars('customers', 'explain', who, '--format', 'table')).stdout.split('\n').map((line) => line.trim());

describe('customers explain', () => {
  it('shows each set of contact details with its orders, and what joins them', async () => {
    expect(await explained('ann@example.com')).toEqual([
      'Ann Archer: 3 sets of contact details',
      '(1)  2 orders, Hillside, 2026-03-01 to 2026-03-09, as Ann Archer',
      '(2)  1 order, Hillside, 2026-05-01, as Ann Archer',
      '(3)  1 order, Hillside, 2026-06-01, as Ann Archer',
      '',
      'One person because',
      'e-mail ann@example.com stands on (1), (2)',
      'phone +8613912345602 stands on (2), (3)',
      '',
    ]);
  });

  it('says so where nothing had to be joined', async () => {
    expect(await explained('Ben Baker')).toEqual([
      'Ben Baker: 1 set of contact details',
      '(1)  1 order, Hillside, 2026-05-01, as Ben Baker',
      '',
      'There is only one set of contact details, so nothing had to be joined.',
      '',
    ]);
  });

  it('does not take as proof what four people use', async () => {
    const lines = await explained('Cid Carter');
    expect(lines.slice(-3)).toEqual([
      'Not taken as proof',
      'phone +8613912345600: used by too many people; also on 3 other customers',
      '',
    ]);
  });

  it('joins by the account, not by the parcels’ receivers', async () => {
    const lines = await explained('淘小茶');
    expect(lines[0]).toContain('2 sets of contact details');
    expect(lines).toContain('account 淘小茶 stands on (1), (2)');
    expect(lines).toContain("phone +8619900002002: the parcel receiver's, not the buyer's");
    expect(lines).toContain("phone +8619900002003: the parcel receiver's, not the buyer's; also on 1 other customer");
  });

  it('names what is masked and what expires', async () => {
    const lines = await explained('静静');
    expect(lines).toContain('e-mail ji**@example.com: masked by the platform');
    expect(lines).toContain('phone 19900002004-1234: a virtual number that expires');
  });

  it('speaks Chinese', async () => {
    const { stdout } = await shop.regulars('customers', 'explain', 'Cid Carter', '--format', 'table', '--lang', 'zh');
    expect(stdout).toContain('不作为依据');
    expect(stdout).toContain('电话 +8613912345600: 被太多人共用；另有 3 位客户也使用');
  });

  it('has the same as one document', async () => {
    const document = await shop.json<{ links: unknown[] }>('customers', 'explain', 'ann@example.com');
    expect(document).toMatchObject({
      customer_id: 1,
      records: [
        { record_id: 1, orders: 2, first_day: '2026-03-01', last_day: '2026-03-09', shops: 'Hillside' },
        { record_id: 2, orders: 1 },
        { record_id: 3, orders: 1 },
      ],
    });
    expect(document.links).toContainEqual({ kind: 'email', value: 'ann@example.com', records: [1, 2] });
    expect(document.links).toContainEqual({ kind: 'phone', value: '+8613912345602', records: [2, 3] });
  });

  it('refuses a name nobody answers to, and shows how to look for it', async () => {
    const { status, stdout, stderr } = await shop.regulars('customers', 'explain', 'Nobody');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toBe(
      `regulars: no customer answers to "Nobody"\nhint: regulars customers find Nobody --db ${shop.db}\n`,
    );
  });

  it('says of somebody who never ordered what told of them', async () => {
    writeFileSync(join(shop.folder, 'old.csv'), 'Name,Phone\nZoe Zimmer,13912345699\n');
    await shop.regulars(
      'customers',
      'import',
      'old.csv',
      '--map',
      'customer_name=Name',
      '--map',
      'phone=Phone',
      '--country',
      'CN',
    );
    expect((await explained('Zoe Zimmer')).slice(0, 2)).toEqual([
      'Zoe Zimmer: 1 set of contact details',
      '(1)  no order, from a file of customers, as Zoe Zimmer',
    ]);
  });
});
