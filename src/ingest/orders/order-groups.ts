/**
 * Pass two: hands over the rows of each order together. Exports write an order's rows one below the
 * other; where a file is sorted in another way, the orders that do not stand together are gathered
 * in further readings, so many rows at a time as may stand in memory.
 */
import type { Recognised } from '../tables/recognise.ts';
import type { NoOrder, StrayRow } from '../rows/stray-rows.ts';
import type { Survey } from './survey.ts';
import type { KeptRow, Pause, RowReader, VisitedRow } from '../tables/table-source.ts';
import { visitOrderRows } from '../rows/order-rows.ts';
import type { OrderRow } from '../rows/wanted-columns.ts';

/** The rows of one order, read and as they stood. */
export interface OrderGroup {
  readonly id: string;
  readonly rows: OrderRow[];
  readonly kept: KeptRow[];
}

export interface GroupVisitor {
  order(group: OrderGroup): void;
  stray(row: VisitedRow, id: string, kind: StrayRow | NoOrder): void;
  readonly room: Pause | undefined;
}

/** Rows of scattered orders that are in memory at a time. */
const GATHERED = 100_000;

export async function visitOrders(
  reader: RowReader,
  recognised: Recognised,
  { wanted, numbers }: Survey,
  visitor: GroupVisitor,
  together = GATHERED,
): Promise<void> {
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
        if (!group) scattered.set(id, (group = { id, rows: [], kept: [] }));
        // Read again when all are there: a text takes a small part of what its cells do.
        group.kept.push(row.keepApart());
        return;
      }
      if (part > 0) return;
      if (current?.id !== id) {
        close();
        current = { id, rows: [], kept: [] };
      }
      current.rows.push({ line: row.line, cells: wanted.pick(row.cells) });
      current.kept.push(row.keep());
    };
    await visitOrderRows(reader, recognised, wanted, take, visitor.room);
    close();
    for (const group of scattered.values()) visitor.order({ ...group, rows: group.kept.map((row) => wanted.row(row)) });
  }
}

function partOf(id: string, parts: number): number {
  if (parts === 1) return 0;
  let sum = 0;
  for (let index = 0; index < id.length; index++) sum = (Math.imul(sum, 31) + id.charCodeAt(index)) >>> 0;
  return sum % parts;
}
