/** A cell as plain text: decimals for money, ISO for times, one spelling for everybody. */
import { isoInstant } from '../values/iso-instant.ts';
import { formatMoney } from '../values/money.ts';
import type { Cell, Column, Table } from './table.ts';

export type CellText = (cell: Cell, row: readonly Cell[]) => string;

/** What turns the cells of one column into text; money knows its currency from the column or the row. */
export function cellText(table: Pick<Table, 'columns'>, column: Column): CellText {
  if (column.kind === 'money') return moneyText(table, column);
  if (column.kind === 'instant') return (cell) => (typeof cell === 'number' ? isoInstant(cell) : plainText(cell));
  return plainText;
}

/** Thousands apart, for people: 1,234,567.80. */
export function groupThousands(decimal: string): string {
  return decimal.replace(
    /^(-?)(\d+)/,
    (_, sign: string, digits: string) => sign + digits.replace(/\B(?=(\d{3})+$)/g, ','),
  );
}

function moneyText(table: Pick<Table, 'columns'>, column: Column): CellText {
  const { currency } = column;
  const where = currency && 'column' in currency ? table.columns.findIndex(({ name }) => name === currency.column) : -1;
  const code = currency && 'code' in currency ? currency.code : '';
  return (cell, row) => {
    if (cell === null) return '';
    if (typeof cell !== 'number' && typeof cell !== 'bigint') return plainText(cell);
    return formatMoney(Number(cell), String(row[where] ?? code));
  };
}

function plainText(cell: Cell): string {
  if (cell === null) return '';
  return Array.isArray(cell) ? cell.join('; ') : String(cell);
}
