/** What the archive, where there is one, knows of shops, maps and words before a file is read. */
import { existsSync } from 'node:fs';
import type { Context } from '../context.ts';
import type { Known } from '../ingest/orders/export-read.ts';

export async function knownHere(context: Context): Promise<Known> {
  if (!existsSync(context.archivePath.path)) return (await import('../ingest/orders/export-read.ts')).NOTHING_KNOWN;
  const { knownTo } = await import('../ingest/facts/queries.ts');
  return knownTo(await context.archive('read'));
}
