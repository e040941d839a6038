/** How a contact list is asked for, the same where it is made and where somebody is looked for on it. */
import { UsageError } from '../errors.ts';
import type { Words } from '../messages/words.ts';
import { isDay } from '../values/days.ts';
import { choosing } from './choosing.ts';
import { choice, flag, type Options, parsed, type Values } from './command.ts';
import { rowLimit } from './listing.ts';

export const listOptions = {
  ...choosing,
  channel: choice(
    '--channel <channel>',
    { en: 'sms (mobiles only), email or phone', zh: 'sms（短信，仅手机）、email（邮件）或 phone（电话）' },
    ['sms', 'email', 'phone'],
  ),
  kind: choice(
    '--kind <kind>',
    {
      en: 'service (about an order), care or promotion',
      zh: 'service（订单事务）、care（关怀）或 promotion（营销）',
    },
    ['service', 'care', 'promotion'],
  ),
  household: flag('--household', {
    en: 'one person for each postal address: whoever comes first',
    zh: '每个收货地址只列一位：排在最前的',
  }),
  limit: parsed(
    '--limit <n>',
    { en: 'at most so many people, the first by --priority', zh: '最多这么多人，按 --priority 取前面的' },
    rowLimit,
  ),
  priority: choice(
    '--priority <field>',
    {
      en: 'who comes first: amount_spent (default), number_of_orders or last_order_date',
      zh: '谁排在前面：amount_spent（默认）、number_of_orders 或 last_order_date',
    },
    ['amount_spent', 'number_of_orders', 'last_order_date'],
  ),
  holdout: parsed(
    '--holdout <percent>',
    {
      en: 'hold back this share, the same people each time, to see what writing brought: 10%; 0% ends that',
      zh: '把这个比例的人留作对照，不联系（每次都是同一批），用于比较效果，如 10%；0% 表示不再留',
    },
    shareOf,
  ),
} satisfies Options;

export type ListAsked = Values<typeof listOptions>;

/** Lists that are asked for alike follow on each other: what is new on one, who stays held out. */
export function seriesOf({ segment, where, from, customer, channel, kind, household }: ListAsked): string {
  return JSON.stringify({
    ...(segment === undefined ? {} : { segment }),
    ...(where === undefined ? {} : { where }),
    ...(from === undefined ? {} : { from }),
    ...(customer.length === 0 ? {} : { customer: customer.toSorted() }),
    channel,
    kind,
    ...(household ? { household } : {}),
  });
}

function shareOf(value: string, { contacts }: Words): number {
  const percent = /^(\d{1,2}(?:\.\d{1,3})?)%?$/.exec(value.trim())?.[1];
  if (percent === undefined) throw new UsageError(contacts.holdoutWrong(value), { code: 'bad_holdout' });
  return Number(percent) / 100;
}

export function expiryOf(value: string, { contacts }: Words): string {
  if (!isDay(value)) throw new UsageError(contacts.expiryWrong(value), { code: 'bad_day' });
  return value;
}
