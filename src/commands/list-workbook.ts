/** A contact list as a workbook. */
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import type { Table } from '../output/table.ts';

/** Throws UsageError where stdout is a terminal. */
export function assertNoTerminal({ io, words }: Context, form: string): void {
  if (io.out.isTerminal)
    throw new UsageError(words.contacts.noTerminal(form), { code: 'binary_output', hint: '--out list.xlsx' });
}

/** `day` is the one it is of. Throws DataError where a sheet has no room for it. */
export async function listWorkbook(context: Context, table: Table, day: string): Promise<Uint8Array> {
  const { writeBinary } = await import('../output/write-binary.ts');
  const pieces: Uint8Array[] = [];
  await writeBinary(context, table, 'xlsx', {
    append: (bytes) => {
      pieces.push(bytes);
    },
    day,
    signal: context.signal,
  });
  return Buffer.concat(pieces);
}
