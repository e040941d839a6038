/**
 * Hands over the rows of each order together, in pass two or, where that is foreseen, in the only one. Exports write an order's rows one below the
 * other; where a file is sorted in another way, the orders that do not stand together are gathered
 * in further readings, so many rows at a time as may stand in memory.
 */
import type { Recognised } from '../tables/recognise.ts';
import { isNoOrder, type NoOrder, type StrayRow } from '../rows/stray-rows.ts';
import { ownText } from '../../values/own-text.ts';
import { isOrderly } from './foresight.ts';
import { Unforeseen } from './unforeseen.ts';
import type { OrderNumbers } from './order-numbers.ts';
import type { Survey } from './survey.ts';
import type { KeptRow, Pause, RowReader, VisitedRow } from '../tables/table-source.ts';
import { visitOrderRows } from '../rows/order-rows.ts';
import { type OrderRow, pickCell, type WantedColumns } from '../rows/wanted-columns.ts';

/** The rows of one order, read, and as they stood. */
export interface OrderGroup {
  readonly id: string;
  /** The first row's, '' where it names none. */
  readonly shop: string;
  /** Empty where they are to be read from what is kept of them, which takes a small part of the memory. */
  readonly rows: OrderRow[];
  readonly kept: KeptRow[];
}

export interface GroupVisitor {
  /** Rows are kept as they stand: few of them will have to be read. */
  readonly unread: boolean;
  order(group: OrderGroup): void;
  stray(row: VisitedRow, id: string, kind: StrayRow | NoOrder): void;
  readonly room: Pause | undefined;
}

/** Rows of scattered orders that are in memory at a time. */
const GATHERED = 100_000;

export async function visitOrders(
  reader: RowReader,
  recognised: Recognised,
  wanted: WantedColumns,
  numbers: OrderNumbers,
  visitor: GroupVisitor,
  together = GATHERED,
): Promise<void> {
  const groupOf = groups(wanted);
  const parts = Math.max(1, Math.ceil(numbers.scatteredRows / together));
  for (let part = 0; part < parts; part++) {
    const scattered = new Map<string, OrderGroup>();
    let current: OrderGroup | undefined;
    const close = () => {
      if (current) visitor.order(current);
      current = undefined;
    };
    const take = (row: VisitedRow, id: string, _date: string, kind: StrayRow | NoOrder | undefined) => {
      if (kind) {
        if (part === 0) visitor.stray(row, id, kind);
        return;
      }
      if (numbers.isScattered(id)) {
        if (partOf(id, parts) !== part) return;
        let group = scattered.get(id);
        if (!group) {
          group = groupOf(ownText(id), row);
          scattered.set(group.id, group);
        }
        group.kept.push(row.keepApart());
        return;
      }
      if (part > 0) return;
      if (current?.id !== id) {
        close();
        current = groupOf(id, row);
      }
      if (!visitor.unread) current.rows.push({ line: row.line, cells: wanted.pick(row.cells) });
      current.kept.push(row.keep());
    };
    await visitOrderRows(reader, recognised, wanted, take, visitor.room);
    close();
    for (const group of scattered.values()) visitor.order(group);
  }
}

/** The same in one pass, which fills `seen`. Throws Unforeseen as soon as an order's rows turn out not to stand together, or one cannot be read. */
export async function visitOrdersAtOnce(
  reader: RowReader,
  recognised: Recognised,
  wanted: WantedColumns,
  seen: Survey,
  visitor: GroupVisitor,
): Promise<void> {
  const groupOf = groups(wanted);
  let current: OrderGroup | undefined;
  const close = () => {
    if (current) visitor.order(current);
  };
  const take = (row: VisitedRow, id: string, on: string, kind: StrayRow | NoOrder | undefined) => {
    if (kind) {
      if (!isNoOrder(kind)) throw new Unforeseen();
      visitor.stray(row, id, kind);
      return;
    }
    seen.order(row, id, on);
    if (!isOrderly(seen)) throw new Unforeseen();
    if (current?.id !== id) {
      close();
      current = groupOf(id, row);
    }
    if (!visitor.unread) current.rows.push({ line: row.line, cells: wanted.pick(row.cells) });
    current.kept.push(row.keep());
  };
  await visitOrderRows(reader, recognised, wanted, take, visitor.room);
  close();
}

function groups(wanted: WantedColumns): (id: string, first: VisitedRow) => OrderGroup {
  const shop = wanted.positions('shop');
  let name = '';
  return (id, first) => {
    const cell = pickCell(first.cells, shop);
    // Few shops are in a file, and a cell is a window on a piece of it.
    if (cell !== name) name = ownText(cell);
    return { id, shop: name, rows: [], kept: [] };
  };
}

function partOf(id: string, parts: number): number {
  if (parts === 1) return 0;
  let sum = 0;
  for (let index = 0; index < id.length; index++) sum = (Math.imul(sum, 31) + id.charCodeAt(index)) >>> 0;
  return sum % parts;
}
