/** What can go wrong with a file of customers, in words, or answered on the terminal. */
import type { Context } from '../context.ts';
import { DataError } from '../errors.ts';
import type { IngestRequest } from '../ingest/ingest-file.ts';
import type { FileRefused } from '../ingest/refusal.ts';
import { shellLine } from '../output/shell-word.ts';
import { archiveFlag } from './archive-flag.ts';
import { customersMapHint } from './customers-map.ts';
import { someOf } from './customers-report.ts';
import { settleProposal } from './settle-proposal.ts';

/** A table without a header that anybody knows. Throws the error in words, or gives the map a person agreed to. */
export async function settleCustomers(
  context: Context,
  file: string,
  request: IngestRequest,
  refused: FileRefused,
): Promise<Partial<IngestRequest>> {
  const { customerFiles: said } = context.words;
  const { customers: proposal, proposal: orders, headers = [] } = refused.detail;
  const told = request.customers?.map ?? {};
  if (orders?.complete) throw ordersNotCustomers(context, file, refused);
  if (!proposal?.complete || Object.keys(told).length > 0)
    throw new DataError(
      said.unknown(file),
      { code: 'no_header', hint: customersMapHint(context, told, headers), file },
      refused,
    );
  const { columns, rows, notRead } = proposal;
  const warnings = notRead.length > 0 ? [said.notProposed(someOf(notRead))] : [];
  const proposed = { columns, rows, message: said.unknown(file), warnings, hint: said.proposed };
  const { map, saveMap } = await settleProposal(context, file, request.saveMap, proposed, refused);
  return { customers: { map }, saveMap };
}

export function ordersNotCustomers(context: Context, file: string, refused: FileRefused): DataError {
  const line = shellLine([file, ...archiveFlag(context)]);
  const [message] = context.words.fileProblems.fileRefused.orders(file, {});
  const [, hint] = context.words.fileProblems.fileRefused.orders(line, {});
  return new DataError(message, { code: 'orders', hint, file }, refused);
}

/** What was given to `ingest` and has neither an amount nor items; `asOrders` is the line that would name these. */
export function customersNotOrders(context: Context, file: string, asOrders: string): DataError {
  const { customerFiles: said } = context.words;
  const line = shellLine(['regulars', 'customers', 'import', file, ...archiveFlag(context)]);
  return new DataError(said.looksLikeCustomers(file), {
    code: 'no_header',
    hint: said.takeAsCustomers(line, asOrders),
    file,
  });
}
