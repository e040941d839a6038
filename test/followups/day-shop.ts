/** A shop on 1 July with three people to call and two parcels to put a card in. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PlainShop, plainShop } from '../helpers/plain-shop.ts';

export const PLAYS = `
[[play]]
name = "welcome_call"
trigger = { on = "order", nth = 1, delay_days = 2 }
kind = "service"
channels = ["phone"]
minutes = 5
expires_after_days = 7
verify = ["whether it tastes"]
stops = ["order"]
[[play.messages]]
text = "Hello {{ name }}, this is {{ shop }} about {{ product }}, order {{ order_number }}."

[[play]]
name = "card"
trigger = { on = "order" }
kind = "care"
channels = ["parcel"]
minutes = 3
expires_after_days = 5
[[play.messages]]
text = "a card for {{ name }}"
`;

export interface Work {
  readonly id: string;
  readonly play: string;
  readonly name: string;
  readonly channel: string;
  readonly say: string | null;
  readonly [column: string]: unknown;
}

/** Ann, Bo and 陈静 are to be called; Dan's and Eva's parcels get a card. Nothing else is on. */
export async function dayShop(): Promise<PlainShop> {
  const shop = await plainShop([
    { customer_name: 'Ann Archer', phone: '13912345601', order_date: '2026-06-29 10:00', status: 'completed' },
    { customer_name: 'Bo Baker', phone: '13912345602', order_date: '2026-06-29 11:00', status: 'completed' },
    { customer_name: '陈静', phone: '13912345603', order_date: '2026-06-29 12:00', status: 'completed', item: '龙井' },
    { order_id: '90', customer_name: 'Dan Dyer', phone: '13912345604', order_date: '2026-07-01 08:00' },
    { order_id: '100', customer_name: 'Eva Ellis', phone: '13912345605', order_date: '2026-07-01 07:00' },
  ]);
  writeFileSync(join(shop.folder, 'plays.toml'), PLAYS);
  const { status, stderr } = await shop.regulars('play', 'apply', 'plays.toml', '--yes', '--as-of', '2026-06-01');
  if (status !== 0) throw new Error(stderr);
  for (const play of ['thank_you', 'second_order_7', 'replenishment', 'win_back', 'new_best', 'refund_call'])
    await shop.regulars('play', 'off', play, '--as-of', '2026-06-01');
  return shop;
}

export const work = (shop: PlainShop, ...args: string[]) => shop.json<Work[]>('followup', 'today', ...args);

export async function idFor(shop: PlainShop, name: string, ...args: string[]): Promise<string> {
  const found = (await work(shop, ...args)).find((one) => one.name === name);
  if (!found) throw new Error(`nothing for ${name} today`);
  return found.id;
}

export const names = async (shop: PlainShop, ...args: string[]) =>
  (await work(shop, ...args)).map(({ name }) => name).toSorted();
