/** Rows of a table that were not taken, where nothing is kept of them: each with its line, column, value and why. */
import type { Context } from '../context.ts';
import { visible } from '../output/visible.ts';

export interface RefusedRow<R extends string> {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly reason: R;
}

export function tellRefusedRows<R extends string>(
  { io }: Context,
  file: string,
  rows: readonly RefusedRow<R>[],
  reasons: Readonly<Record<R, string>>,
): void {
  for (const { line, column, value, reason } of rows)
    io.insist(`${file}:${line}: ${visible(column)} "${visible(value)}": ${reasons[reason]}`);
}
