/** The proposal for a table of orders: its columns, and the first orders made of it. */
import type { Context } from '../context.ts';
import type { IngestRequest } from '../ingest/ingest-file.ts';
import type { Proposal } from '../ingest/propose/propose-map.ts';
import type { FileRefused } from '../ingest/refusal.ts';
import { settleProposal } from './settle-proposal.ts';

/** Throws the line to paste where nobody can be asked, or says no. */
export async function settleOrders(
  context: Context,
  file: string,
  request: IngestRequest,
  refused: FileRefused,
  { columns, rows, totalUnclear }: Proposal,
): Promise<Partial<IngestRequest>> {
  const { words } = context;
  const proposed = {
    columns,
    rows,
    message: words.fileProblems.fileRefused.no_header(file, refused.detail)[0],
    warnings: totalUnclear ? [words.ingest.totalUnclear] : [],
    hint: words.ingest.proposed,
    previewHeading: words.ingest.firstOrders,
    preview: async (map: IngestRequest['map']) => {
      const { previewOrders } = await import('./proposal-preview.ts');
      return await previewOrders(context, file, { ...request, map });
    },
  };
  return await settleProposal(context, file, request.saveMap, proposed, refused);
}
