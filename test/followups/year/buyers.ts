/** Who buys in the year: the people of the tea shop's own exports, and as many who come to it one after the other. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { between, dice, oneOf } from './dice.ts';

export type Cells = Readonly<Record<string, string>>;
export type Platform = 'taobao' | 'shopify';

export interface Buyer {
  readonly platform: Platform;
  /** The account on Taobao, the e-mail on Shopify: what the command line finds them by. */
  readonly who: string;
  readonly phone: string | null;
  readonly email: string | null;
  /** An order of theirs, whose cells are those of the next but for what is ordered. */
  readonly cells: Cells;
  /** The day of the year on which they first order in it. */
  readonly begins: number;
  readonly rhythm: number;
  /** Whether the archive knows them from the start. */
  readonly isOld: boolean;
}

export const FILES = fileURLToPath(new URL('../../../fixtures/teashop', import.meta.url));
const read = (name: string, encoding: string): Cells[] =>
  parse(new TextDecoder(encoding).decode(readFileSync(`${FILES}/${name}`)), { columns: true, relax_quotes: true });

const taobao = read('ExportOrderList202610311200.csv', 'gb18030').filter(
  (row) => /^'1\d{10}$/.test(row['联系手机'] ?? '') && row['订单状态'] === '交易成功',
);
const shopify = read('orders_export_1.csv', 'utf8').filter((row) => row['Financial Status'] === 'paid');
export const HEADERS = { taobao: Object.keys(taobao[0] ?? {}), shopify: Object.keys(shopify[0] ?? {}) } as const;
export const ITEMS = {
  taobao: [...new Set(taobao.map((row) => row['宝贝标题 '] ?? ''))],
  shopify: shopify.map((row) => ({ title: row['Lineitem name'] ?? '', sku: row['Lineitem sku'] ?? '' })),
} as const;

const chance = (who: string) => ({
  rhythm: between(12, 75, `rhythm ${who}`),
  begins: Math.floor(dice(`begins ${who}`) ** 2 * 90),
});

function oldBuyers(): Buyer[] {
  const byAccount = new Map(taobao.map((cells) => [cells['买家会员名'] ?? '', cells]));
  const byEmail = new Map(shopify.map((cells) => [cells['Email'] ?? '', cells]));
  return [
    ...[...byAccount].map(
      ([who, cells]): Buyer => ({ platform: 'taobao', who, ...contacts(cells), cells, ...chance(who), isOld: true }),
    ),
    ...[...byEmail].flatMap(([who, cells]): Buyer[] =>
      who === '' ? [] : [{ platform: 'shopify', who, phone: null, email: who, cells, ...chance(who), isOld: true }],
    ),
  ];
}

function contacts(cells: Cells): Pick<Buyer, 'phone' | 'email'> {
  const account = cells['买家支付宝账号'] ?? '';
  const mobile = /1\d{10}/.exec(cells['联系手机'] ?? '')?.[0];
  return { phone: mobile === undefined ? null : `+86${mobile}`, email: account.includes('@') ? account : null };
}

const FAMILY = ['赵', '钱', '孙', '李', '周', '吴', '郑', '冯', '陈', '褚', '卫', '蒋', '沈', '韩', '杨'];
const GIVEN = ['安然', '思远', '雨桐', '子墨', '若水', '清扬', '一鸣', '静姝', '明哲', '书瑶', '知夏', '怀瑾'];
const FIRST = ['Ada', 'Bea', 'Cal', 'Dot', 'Eli', 'Flo', 'Gil', 'Hal', 'Ida', 'Jon'];
const LAST = ['Ames', 'Birch', 'Crane', 'Dale', 'Eaton', 'Frost'];

/** Most in the first weeks; some on every day of the year. */
const arrival = (at: number, of: string): number => Math.floor(dice(of) ** 1.6 * 345) + (at % 3);

function newBuyers(): Buyer[] {
  const onTaobao = Array.from({ length: 50 }, (_, at): Buyer => {
    const who = `茶友${String(at + 1).padStart(3, '0')}`;
    const mobile = `1990002${String(1000 + at * 7)}`;
    const email = at % 2 === 0 ? `tea${at + 1}@example.com` : null;
    const name = `${FAMILY[at % FAMILY.length]}${GIVEN[at % GIVEN.length]}`;
    const cells = {
      ...oneOf(taobao, `place of ${who}`),
      买家会员名: who,
      买家支付宝账号: email ?? mobile,
      收货人姓名: name,
      联系手机: `'${mobile}`,
    };
    return {
      platform: 'taobao',
      who,
      phone: `+86${mobile}`,
      email,
      cells,
      ...chance(who),
      begins: arrival(at, who),
      isOld: false,
    };
  });
  const onShopify = Array.from({ length: 30 }, (_, at): Buyer => {
    const [first, last] = [FIRST[at % 10] ?? '', LAST[at % 6] ?? ''];
    const who = `${first}.${last}@example.org`.toLowerCase();
    const phone = `+1 312-555-0${100 + at}`;
    const name = `${first} ${last}`;
    const cells = {
      ...oneOf(shopify, `place of ${who}`),
      Email: who,
      'Accepts Marketing': at % 3 === 0 ? 'no' : 'yes',
      'Billing Name': name,
      'Shipping Name': name,
      'Billing Phone': phone,
      'Shipping Phone': phone,
      Phone: phone.replaceAll(/[ -]/g, ''),
    };
    return {
      platform: 'shopify',
      who,
      phone: phone.replaceAll(/[ -]/g, ''),
      email: who,
      cells,
      ...chance(who),
      begins: arrival(at, who),
      isOld: false,
    };
  });
  return [...onTaobao, ...onShopify];
}

export const BUYERS: readonly Buyer[] = [...oldBuyers(), ...newBuyers()];
