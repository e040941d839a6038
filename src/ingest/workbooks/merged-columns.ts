/** Platforms merge the cells of an order over the rows of its items: the value counts for each of them. */
import { FileRefused } from '../refusal.ts';
import type { ColumnMerge } from './workbook.ts';

/** Cells filled in one pass; merges over whole sheets must not make a small file large. */
const MOST_FILLED = 20_000_000;

export type FillRow = (line: number, cells: string[]) => void;

/** Fills the rows of one pass, which come in sheet order. Throws FileRefused: too_large. */
export function mergedColumns(merges: readonly ColumnMerge[]): FillRow {
  if (merges.length === 0) return () => {};
  const waiting = [...merges].sort((a, b) => a.first - b.first);
  const open = new Map<number, { first: number; last: number; text: string }>();
  let next = 0;
  let filled = 0;
  return (line, cells) => {
    for (let merge = waiting[next]; merge && merge.first <= line; merge = waiting[++next])
      if (merge.last >= line) open.set(merge.column, { first: merge.first, last: merge.last, text: '' });
    for (const [column, merge] of open) {
      if (line > merge.last) open.delete(column);
      else if (line === merge.first) merge.text = cells[column] ?? '';
      else if (merge.text !== '' && (cells[column] ?? '') === '') {
        if (++filled > MOST_FILLED) throw new FileRefused('too_large', { line });
        while (cells.length < column) cells.push('');
        cells[column] = merge.text;
      }
    }
  };
}
