/** The day's follow-ups as a call sheet to fill in, and those put to parcels as a packing list. */
import { hoursThere } from '../followups/workday/hours.ts';
import type { Words } from '../messages/words.ts';
import type { Cell, Column, Table } from '../output/table.ts';
import { TO_FILL } from './to-fill.ts';
import type { WorkItem } from './work-list.ts';

const sheetColumns = (currency: string): readonly Column[] => [
  { name: 'id', kind: 'text' },
  { name: 'day', kind: 'day' },
  { name: 'play', kind: 'text' },
  { name: 'kind', kind: 'text' },
  { name: 'channel', kind: 'text' },
  { name: 'customer_id', kind: 'integer' },
  { name: 'name', kind: 'text' },
  { name: 'account', kind: 'text' },
  { name: 'address', kind: 'phone' },
  { name: 'hours', kind: 'text' },
  { name: 'not_before', kind: 'instant' },
  { name: 'not_after', kind: 'instant' },
  { name: 'due_day', kind: 'day' },
  { name: 'expires_day', kind: 'day' },
  { name: 'deferred_by', kind: 'text' },
  { name: 'deferred_for', kind: 'text' },
  { name: 'why', kind: 'text' },
  { name: 'order', kind: 'text' },
  { name: 'items', kind: 'list' },
  { name: 'last_order_date', kind: 'day' },
  { name: 'last_items', kind: 'list' },
  { name: 'amount_spent', kind: 'money', currency: { code: currency } },
  { name: 'subject', kind: 'text' },
  { name: 'say', kind: 'text' },
  { name: 'verify', kind: 'list' },
  { name: 'minutes', kind: 'integer' },
  { name: 'last_contact_day', kind: 'day' },
  { name: 'last_contact_channel', kind: 'text' },
  { name: 'last_contact_play', kind: 'text' },
  ...TO_FILL,
];

export function callTable(words: Words, items: readonly WorkItem[], currency: string, shopZone: string): Table {
  const { deferReasons, deferredFor } = words.followups;
  return {
    columns: sheetColumns(currency),
    rows: items.map(({ id, planned, facts, why, subject, say, verify }): Cell[] => {
      const { deferred, window, play, order } = planned;
      const there = window && hoursThere(window, facts, shopZone);
      return [
        id,
        planned.day,
        play.name,
        play.kind,
        planned.channel,
        planned.customer,
        facts.name,
        facts.account,
        planned.address,
        there ? `${there.from}-${there.to} ${there.zone}` : null,
        window?.notBefore ?? null,
        window?.notAfter ?? null,
        planned.due,
        planned.until,
        deferred?.reason ?? null,
        deferred ? deferredFor(deferReasons[deferred.reason], deferred.by) : null,
        why,
        order,
        facts.items,
        facts.lastOrder,
        facts.lastItems,
        planned.value,
        subject ?? null,
        say ?? null,
        verify,
        play.minutes ?? null,
        facts.lastContact?.day ?? null,
        facts.lastContact?.channel ?? null,
        facts.lastContact?.play ?? null,
        null,
        null,
        null,
      ];
    }),
  };
}

const PACKING_COLUMNS: readonly Column[] = [
  { name: 'order_number', kind: 'text', whole: true },
  { name: 'shop', kind: 'text', whenRoom: true },
  { name: 'name', kind: 'text' },
  { name: 'put_in', kind: 'text', lines: true },
  { name: 'items', kind: 'list', machineOnly: true },
  { name: 'play', kind: 'text', whenRoom: true },
  { name: 'minutes', kind: 'integer', machineOnly: true },
  { name: 'customer_id', kind: 'integer', machineOnly: true },
  { name: 'id', kind: 'text', whole: true },
  { name: 'day', kind: 'day', machineOnly: true },
  { name: 'channel', kind: 'text', machineOnly: true },
  ...TO_FILL,
];

/** By the number of the order that each goes with, which is not always the one that set it off. */
export function packingTable(items: readonly WorkItem[]): Table {
  return {
    columns: PACKING_COLUMNS,
    rows: items
      .map(({ id, planned, facts, who, say }): Cell[] => [
        facts.orderNumber,
        facts.shop,
        who,
        say ?? null,
        facts.items,
        planned.play.name,
        planned.play.minutes ?? null,
        planned.customer,
        id,
        planned.day,
        planned.channel,
        null,
        null,
        null,
      ])
      .toSorted(byOrder),
  };
}

const byOrder = ([a, shopA]: readonly Cell[], [b, shopB]: readonly Cell[]): number =>
  inNumbers(a, b) || inNumbers(shopA, shopB);

const inNumbers = (a: Cell | undefined, b: Cell | undefined): number =>
  String(a).localeCompare(String(b), 'en', { numeric: true });
