/**
 * A table as a Parquet file, written group after group of rows. Text and identifiers are STRING, days DATE, instants
 * TIMESTAMP in UTC, lists LIST of STRING, integers INT64, other numbers DOUBLE. Money is DECIMAL(18, 3), the amount
 * itself and exact in every currency, none having more than three decimals; its currency is the column beside it.
 */
import type { ColumnSource, SchemaElement, Writer } from 'hyparquet-writer';
import { setImmediate as turn } from 'node:timers/promises';
import { exponentOf } from '../values/exponents.ts';
import { cellText, currencyOf } from './cell-text.ts';
import type { Cell, Column, Table } from './table.ts';
import type { BinaryTarget } from './workbook.ts';

/** All that is held at once. */
const ROWS_OF_GROUP = 20_000;
const DECIMALS = 3;

export async function writeParquet(table: Table, { append, signal }: BinaryTarget): Promise<void> {
  const { ByteWriter, ParquetWriter } = await import('hyparquet-writer');
  const bytes: Writer & { index: number } = new ByteWriter();
  const flush = async (): Promise<void> => {
    await append(bytes.getBytes().slice());
    bytes.index = 0;
  };
  const schema: SchemaElement[] = [
    { name: 'root', num_children: table.columns.length },
    ...table.columns.flatMap(schemaOf),
  ];
  const file = new ParquetWriter({ writer: bytes, schema, createdBy: 'regulars' });
  const values = table.columns.map((column) => valueOf(table, column));
  let group: unknown[][] = values.map(() => []);
  const write = async (): Promise<void> => {
    const columnData = table.columns.map(({ name }, index): ColumnSource => ({ name, data: group[index] ?? [] }));
    await file.write({ columnData, rowGroupSize: ROWS_OF_GROUP });
    await flush();
    group = values.map(() => []);
    await turn();
    signal.throwIfAborted();
  };
  for (const row of table.rows) {
    for (const [index, value] of values.entries()) group[index]?.push(value(row[index] ?? null, row));
    if (group[0]?.length === ROWS_OF_GROUP) await write();
  }
  if ((group[0]?.length ?? 0) > 0) await write();
  await file.finish();
  await flush();
}

function schemaOf({ name, kind }: Column): SchemaElement[] {
  const column = { name, repetition_type: 'OPTIONAL' } as const;
  switch (kind) {
    case 'money':
      return [{ ...column, type: 'INT64', converted_type: 'DECIMAL', precision: 18, scale: DECIMALS }];
    case 'integer':
      return [{ ...column, type: 'INT64' }];
    case 'number':
      return [{ ...column, type: 'DOUBLE' }];
    case 'day':
      return [{ ...column, type: 'INT32', converted_type: 'DATE' }];
    case 'instant':
      return [
        {
          ...column,
          type: 'INT64',
          converted_type: 'TIMESTAMP_MILLIS',
          logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
        },
      ];
    case 'boolean':
      return [{ ...column, type: 'BOOLEAN' }];
    case 'list':
      return [
        { ...column, converted_type: 'LIST', num_children: 1 },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        { name: 'element', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
      ];
    default:
      return [{ ...column, type: 'BYTE_ARRAY', converted_type: 'UTF8' }];
  }
}

/** As the writer takes it. */
function valueOf(table: Table, column: Column): (cell: Cell, row: readonly Cell[]) => unknown {
  const text = cellText(table, column);
  switch (column.kind) {
    case 'money': {
      const currency = currencyOf(table, column);
      return (cell, row) => times(whole(cell), 10n ** BigInt(DECIMALS - exponentOf(currency(row))));
    }
    case 'integer':
      return whole;
    case 'number':
      return (cell) => (cell === null ? null : Number(cell));
    case 'day':
      return dayNumber;
    case 'instant':
      return (cell) => times(whole(cell), 1000n);
    case 'boolean':
      return (cell) => (cell === null ? null : Boolean(cell));
    case 'list':
      return (cell) => cell;
    default:
      return (cell, row) => (cell === null ? null : text(cell, row));
  }
}

const times = (value: bigint | null, factor: bigint) => (value === null ? null : value * factor);

/** Nothing else stands in such a column; what did would be lost. */
function whole(cell: Cell): bigint | null {
  if (cell === null) return null;
  if (typeof cell !== 'bigint' && !Number.isInteger(cell)) throw new TypeError(`no whole number: ${typeof cell}`);
  return BigInt(cell as number | bigint);
}

function dayNumber(day: Cell): number | null {
  if (day === null) return null;
  const days = Date.parse(`${String(day)}T00:00:00Z`) / 86_400_000;
  if (!Number.isInteger(days)) throw new TypeError('no day');
  return days;
}
