/** Amounts for people: "CNY 1,944.37, USD 12.00". */
import { formatMoney } from '../values/money.ts';
import { groupThousands } from './cell-text.ts';

export function amount(minor: number, currency: string): string {
  return `${currency} ${groupThousands(formatMoney(minor, currency))}`;
}

/** Minor units by currency; `0` when there are none. */
export function amounts(byCurrency: Readonly<Record<string, number>>): string {
  return (
    Object.entries(byCurrency)
      .map(([currency, minor]) => amount(minor, currency))
      .join(', ') || '0'
  );
}
