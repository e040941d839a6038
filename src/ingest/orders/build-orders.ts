/** Builds the orders of an export one by one, and accounts for every row of it. */
import { platformNamed } from '../../platforms/index.ts';
import type { Field } from '../../platforms/layout.ts';
import { withoutFloat } from '../../values/identifier.ts';
import type { Refusal } from '../refusal.ts';
import type { OpenRows } from '../rows/open-rows.ts';
import { isNoOrder, refusalOf } from '../rows/stray-rows.ts';
import type { WantedColumns } from '../rows/wanted-columns.ts';
import { duplicateHeaders, type Recognised } from '../tables/recognise.ts';
import type { KeptRow, RawRow } from '../tables/table-source.ts';
import { workbookNotes } from '../workbooks/workbook-notes.ts';
import { type Decided, type Deciding, shopName } from './decide.ts';
import { accountScopeOf } from './account-scope.ts';
import { Account } from './account.ts';
import type { Built, OrderTaker } from './export-read.ts';
import type { Reading } from './order-cells.ts';
import { buildOrder } from './order-facts.ts';
import { Unforeseen } from './unforeseen.ts';
import type { GroupVisitor, OrderGroup } from './order-groups.ts';
import { Preparation } from './prepared-order.ts';
import type { ReadTrace } from './read-trace.ts';
import type { SettledShop, ShopSettings } from './shop.ts';
import { rowsHashes } from './rows-hash.ts';
import type { Survey } from './survey.ts';

export interface Building {
  readonly opened: OpenRows;
  readonly wanted: WantedColumns;
  readonly deciding: Deciding;
  readonly decided: Decided;
  /** Of all of the file, or filled while it is built. */
  readonly seen: Survey;
  /** The last UTC second an order may have been placed at. */
  readonly latest: number;
  readonly trace: ReadTrace | undefined;
}

/** `visit` goes through the file and hands over its orders. */
export async function buildOrders(
  { opened, wanted, deciding, decided, seen, latest, trace }: Building,
  take: OrderTaker,
  visit: (visitor: GroupVisitor) => Promise<void>,
): Promise<Built> {
  const { reader, recognised } = opened;
  const { platform, known, request } = deciding;
  const { index } = wanted;
  const reading: Reading = {
    layout: recognised.layout,
    index,
    headers: headerNames(recognised),
    currency: recognised.currency,
    decimal: decided.decimal,
    dates: decided.dates,
    date1904: reader.notes().date1904,
    epochDates: decided.epochDates,
    floatIds: decided.floatIds,
  };
  const account = new Account();
  const idHeader = recognised.header.cells[recognised.columns.get('orderNumber')?.[0] ?? 0] ?? null;
  const preparation = new Preparation({ buyers: known.records });
  const scopeOf = ({ name, country, platform: sold }: ShopSettings) => ({
    // A program that gathers orders names the accounts of the platform it got them from.
    accounts: accountScopeOf((platform.gathers && platformNamed(sold)) || platform, name),
    country,
  });
  const hashOf = rowsHashes(opened, deciding, decided);
  // Where no order can stand yet there is nothing to ask.
  const offering = known.records && trace === undefined;
  const refuse = (refusal: Refusal) => {
    account.rows.refused += refusal.rows.length;
    take.refusal(refusal);
  };
  const build = ({ id, rows: picked, kept }: OrderGroup, settings: ShopSettings) => {
    const group = picked.length > 0 ? picked : kept.map((row) => wanted.row(row));
    const built = buildOrder(reading, settings, id, group, latest);
    if ('reason' in built) {
      const { sheet } = kept.find((row) => row.line === built.line) ?? {};
      refuse({ ...built, sheet, rows: asTheyStood(kept) });
      return;
    }
    const { facts } = built;
    const lostId = facts.platformId === null && (group[0]?.cells[index.get('platformId') ?? -1] ?? '') !== '';
    const noted = account.order(built, group.length, lostId);
    trace?.order(facts);
    take.order(preparation.complete(facts, scopeOf(settings), noted ? null : hashOf(kept)));
  };
  await visit({
    unread: offering,
    stray(row, id, kind) {
      account.rows.read++;
      if (isNoOrder(kind)) account.rows[kind]++;
      else if (!seen.spoiled.isClaimed(row)) refuse(refusalOf(row, id, kind, idHeader, recognised.header.cells));
    },
    order(group) {
      const { id, kept } = group;
      account.rows.read += kept.length;
      const { settings } = shopOf(decided, shopName(group.shop, request, decided.unnamed));
      const spoiling = seen.spoiled.of(id);
      if (spoiling) {
        const told = seen.spoiled.isClaimed(spoiling) ? spoiling.rows : [];
        refuse({ ...spoiling, order: id, rows: [...told, ...asTheyStood(kept)] });
        return;
      }
      if (!offering) {
        build(group, settings);
        return;
      }
      const orderNumber = decided.floatIds ? withoutFloat(id) : id;
      const line = kept[0]?.line ?? 0;
      take.offer({ line, shopName: settings.name, orderNumber, rowsHash: hashOf(kept) }, (stands) => {
        if (stands) account.known(kept.length);
        else build(group, settings);
      });
    },
    room: take.room && (() => take.room?.() ?? Promise.resolve()),
  });
  await take.settled?.();
  const { orders, rows, noted } = account;
  const notes = {
    ...noted,
    withoutStatus:
      recognised.layout.part !== 'items' && !recognised.columns.has('status') && !recognised.columns.has('payment'),
    floatIds: decided.floatIds,
    workbook: workbookNotes(reader.notes(), recognised),
    duplicateHeaders: duplicateHeaders(recognised),
  };
  return { orders, rows, notes };
}

function asTheyStood(kept: readonly KeptRow[]): RawRow[] {
  return kept.map((row) => ({ line: row.line, sheet: row.sheet, cells: [...row.cells()] }));
}

/** A shop that the first rows did not foresee. */
function shopOf({ shops }: Decided, name: string): SettledShop {
  const shop = shops.get(name);
  if (!shop) throw new Unforeseen();
  return shop;
}

function headerNames({ header, columns }: Recognised): Map<Field, string> {
  return new Map([...columns].map(([field, positions]) => [field, (header.cells[positions[0] ?? 0] ?? field).trim()]));
}
