/** Turns the identity records with known truth into order exports: one file per platform, in the platform's own header. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { corpus } from './archive.ts';

export interface IdentityRecord {
  readonly record_id: string;
  readonly platform: 'taobao' | 'shopify';
  readonly buyer_id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly order_date: string;
  readonly truth_person: string;
}

export function readIdentityRecords(): IdentityRecord[] {
  const text = readFileSync(join(corpus ?? '', 'identity', 'shop_identity_records.csv'), 'utf8');
  return parse(text, { columns: true, bom: true });
}

export const PLATFORMS = ['taobao', 'shopify'] as const;
type Platform = (typeof PLATFORMS)[number];

const TAOBAO =
  '订单编号,买家会员名,买家支付宝账号,买家应付货款,买家应付邮费,买家支付积分,总金额,返点积分,买家实际支付金额,买家实际支付积分,订单状态,买家留言,收货人姓名,收货地址 ,运送方式,联系电话 ,联系手机,订单创建时间,订单付款时间 ,宝贝标题 ,宝贝种类 ,物流单号 ,物流公司,订单备注,宝贝总数量,店铺Id,店铺名称,订单关闭原因,卖家服务费,买家服务费,发票抬头,是否手机订单';

const SHOPIFY =
  'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,Billing Address1,Billing Address2,Billing Company,Billing City,Billing Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping Street,Shipping Address1,Shipping Address2,Shipping Company,Shipping City,Shipping Zip,Shipping Province,Shipping Country,Shipping Phone,Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference,Refunded Amount,Vendor,Outstanding Balance,Employee,Location,Device ID,Id,Tags,Risk Level,Source,Lineitem discount,Tax 1 Name,Tax 1 Value,Tax 2 Name,Tax 2 Value,Tax 3 Name,Tax 3 Value,Tax 4 Name,Tax 4 Value,Tax 5 Name,Tax 5 Value,Phone,Receipt Number,Duties,Billing Province Name,Shipping Province Name,Payment ID,Payment Terms Name,Next Payment Due At,Payment References';

const HEADERS: Readonly<Record<Platform, readonly string[]>> = {
  taobao: TAOBAO.split(','),
  shopify: SHOPIFY.split(','),
};

const CELLS: Readonly<Record<Platform, (record: IdentityRecord) => Readonly<Record<string, string>>>> = {
  taobao: (record) => ({
    订单编号: record.record_id,
    买家会员名: record.buyer_id,
    买家支付宝账号: record.email,
    总金额: '10.00',
    买家实际支付金额: '10.00',
    订单状态: '交易成功',
    收货人姓名: record.name,
    联系手机: record.phone,
    订单创建时间: `${record.order_date} 10:00:00`,
    '宝贝标题 ': '茶',
    '宝贝种类 ': '1',
    宝贝总数量: '1',
  }),
  shopify: (record) => ({
    Name: record.record_id,
    Email: record.email,
    'Financial Status': 'paid',
    'Fulfillment Status': 'fulfilled',
    Currency: 'USD',
    Subtotal: '10.00',
    Total: '10.00',
    'Created at': `${record.order_date} 10:00:00 -0500`,
    'Lineitem quantity': '1',
    'Lineitem name': 'Tea',
    'Lineitem price': '10.00',
    'Billing Name': record.name,
    Phone: record.phone,
    'Refunded Amount': '0.00',
  }),
};

/** The rows of one platform, in the order given, as the text of its export. */
export function exportOf(platform: Platform, records: readonly IdentityRecord[]): string {
  const header = HEADERS[platform];
  const rows = records
    .filter((record) => record.platform === platform)
    .map((record) => {
      const cells = CELLS[platform](record);
      return header.map((name) => cells[name] ?? '');
    });
  return stringify([[...header], ...rows]);
}
