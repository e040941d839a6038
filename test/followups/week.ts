/** A shop with one play: a promotion a week after an order, due on 1 July. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { runWith } from '../faults/fault.ts';
import { type PlainShop, plainShop, type Row } from '../helpers/plain-shop.ts';

export const HAND = ['followup', 'handover', '--channel', 'sms', '--to'];

/** The play with more of its keys. */
export const named = (name: string, more: string): string => `
[[play]]
name = "${name}"
kind = "promotion"
channels = ["sms"]
expires_after_days = 10
trigger = { on = "order", delay_days = 7 }
${more}

[[play.messages]]
language = "zh"
text = "{{ name }}，{{ shop }}有新茶，欢迎来看看。"

[[play.messages]]
language = "en"
text = "Hello {{ name }}, there is new tea at {{ shop }}."
`;

/** Orders a week before 1 July, by people who agreed unless `more` says otherwise. */
export const buyers = (names: readonly string[], more: Row = {}): Row[] =>
  names.map((name) => ({
    customer_name: name,
    phone: `139123456${String(10 + name.charCodeAt(0) - 64)}`,
    order_date: '2026-06-24 10:00',
    accepts_marketing: 'yes',
    ...more,
  }));

/** With these plays alone, switched on a month before; `before` is a command they need. */
export async function weekShop(
  names: readonly string[],
  plays = named('week', ''),
  before?: readonly string[],
  more: Row = {},
): Promise<PlainShop> {
  const shop = await plainShop(buyers(names, more));
  if (before) await shop.on('2026-06-01', ...before);
  for (const { play, on } of await shop.json<{ play: string; on: boolean }[]>('play', 'list'))
    if (on) await shop.on('2026-06-01', 'play', 'off', play);
  writeFileSync(join(shop.folder, 'plays.toml'), plays);
  const { status, stderr } = await shop.on('2026-06-01', 'play', 'apply', 'plays.toml', '--yes');
  if (status !== 0) throw new Error(stderr);
  return shop;
}

export const AS_SHOP = ['--db', 'shop.db', '--as-of', '2026-07-01'];

/** Runs what is killed at the nth of such points. */
export async function killedAtThe(nth: number, point: string, shop: PlainShop, args: readonly string[]): Promise<void> {
  const marker = join(shop.folder, 'killed');
  const { status } = await runWith({ point, nth, mode: 'kill', marker }, shop.folder, [...AS_SHOP, ...args]);
  if (status !== null || readFileSync(marker, 'utf8') !== point) throw new Error(`it was not killed at ${point}`);
}

export type Line = Readonly<Record<string, string>>;

export const linesOf = (shop: PlainShop, name: string): Line[] =>
  parse(readFileSync(join(shop.folder, name), 'utf8'), { columns: true, bom: true });
