/** A shop on 1 July with a follow-up of each kind, and short ways to ask for them. */
import { type PlainShop, plainShop } from '../helpers/plain-shop.ts';

interface FollowUp {
  readonly id: string;
  readonly day: string;
  readonly play: string;
  readonly name: string;
  readonly due_day: string;
  readonly deferred_by: string | null;
}

/** Due that day: Ann's thanks, Cid's nudge, since some days, and Dora's win-back, whose rhythm is 40 days. */
export const julyShop = () =>
  plainShop([
    { customer_name: 'Ann Archer', phone: '13912345601', order_date: '2026-06-29 10:00', accepts_marketing: 'yes' },
    { customer_name: 'Ben Baker', phone: '13912345602', order_date: '2026-06-21 10:00' },
    { customer_name: 'Cid Carter', phone: '13912345603', order_date: '2026-06-21 10:00', accepts_marketing: 'yes' },
    { customer_name: 'Dora Dyer', phone: '13912345604', order_date: '2026-03-23 10:00', accepts_marketing: 'yes' },
    { customer_name: 'Dora Dyer', phone: '13912345604', order_date: '2026-05-02 10:00', accepts_marketing: 'yes' },
    { customer_name: 'Eve Ellis', phone: '13912345605', order_date: '2026-06-29 10:00', accepts_marketing: 'no' },
  ]);

/** `07-01 Ann Archer thank_you` */
export const short = (rows: readonly FollowUp[]) =>
  rows.map(({ day, name, play }) => [day.slice(5), name, play].join(' '));

export const plan = (shop: PlainShop, ...args: string[]) => shop.json<FollowUp[]>('followup', 'plan', ...args);

export const today = async (shop: PlainShop, ...args: string[]) =>
  short(await shop.json<FollowUp[]>('followup', 'today', ...args));

/** By play, of what it tells first: `state: explanation`. */
export async function why(shop: PlainShop, who: string, ...args: string[]): Promise<Record<string, string>> {
  const rows = await shop.json<{ play: string; state: string; explanation: string }[]>('followup', 'why', who, ...args);
  return Object.fromEntries(
    rows.toReversed().map(({ play, state, explanation }) => [play, `${state}: ${explanation}`]),
  );
}

export async function idOf(shop: PlainShop, name: string, play: string): Promise<string> {
  const rows = await shop.json<{ play: string; id: string | null }[]>('followup', 'why', name);
  return rows.find((row) => row.play === play)?.id ?? '';
}
