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

/** The currency of each row's amounts in a column; '' where none is told. */
export function currencyOf(
  { columns }: Pick<Table, 'columns'>,
  { currency }: Column,
): (row: readonly Cell[]) => string {
  if (!currency) return () => '';
  if ('code' in currency) return () => currency.code;
  const where = columns.findIndex(({ name }) => name === currency.column);
  return (row) => String(row[where] ?? '');
}

function moneyText(table: Pick<Table, 'columns'>, column: Column): CellText {
  const currency = currencyOf(table, column);
  return (cell, row) => {
    if (cell === null) return '';
    if (typeof cell !== 'number' && typeof cell !== 'bigint') return plainText(cell);
    return formatMoney(Number(cell), currency(row));
  };
}

function plainText(cell: Cell): string {
  if (cell === null) return '';
  return Array.isArray(cell) ? cell.join('; ') : String(cell);
}
