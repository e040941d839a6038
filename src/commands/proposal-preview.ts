/** The first orders of a table nobody knows, as they would be read under a proposed map. */
import { resolve } from 'node:path';
import type { Context } from '../context.ts';
import type { ExplainedOrder } from '../ingest/explain/explained-orders.ts';
import type { ExplainedShop } from '../ingest/explain/explained-settings.ts';
import type { IngestRequest } from '../ingest/ingest-file.ts';
import type { Words } from '../messages/words.ts';
import { amount } from '../output/amounts.ts';
import { term } from '../output/term.ts';
import { explainedContacts } from './explained-contacts.ts';
import { knownHere } from './known-here.ts';

/** Of a shop whose currency nobody has said yet (ISO 4217). */
const NO_CURRENCY = 'XXX';

/** A title, then a row for each order; undefined where none can be read before more is told. */
export async function previewOrders(
  context: Context,
  file: string,
  request: IngestRequest,
): Promise<readonly (readonly string[])[] | undefined> {
  const { explainFile } = await import('../ingest/explain/explain-file.ts');
  const { io, folder, now, signal, words } = context;
  const { timeZone = 'UTC', currency = NO_CURRENCY } = request;
  const { orders, shops } = await explainFile(
    resolve(folder, file),
    { ...request, timeZone, currency, fillOnly: true },
    await knownHere(context),
    { stdin: io.stdin, now: Math.floor(now().getTime() / 1000), signal },
  );
  if (orders.length === 0) return undefined;
  const { placed, total, state, name, items } = words.explainedOrders.orderLabels;
  return [
    [words.orderFields.orderNumber, placed, total, state, name, items],
    ...orders.map((order) => rowOf(words, order, shops)),
  ];
}

function rowOf(words: Words, order: ExplainedOrder, shops: readonly ExplainedShop[]): string[] {
  const { facts, derived } = order;
  const { contact, placed } = facts;
  const total = amount(facts.total, facts.currency);
  const reached = explainedContacts(facts, shops).map(({ value }) => value);
  return [
    facts.orderNumber,
    placed.dateOnly ? placed.wall.slice(0, 10) : placed.wall.replace('T', ' '),
    facts.currency === NO_CURRENCY ? total.slice(NO_CURRENCY.length + 1) : total,
    term(words, derived.state),
    [...new Set([contact.name ?? contact.receiverName ?? '', ...reached])].filter((text) => text !== '').join(', '),
    facts.lines.map(({ title, quantity }) => `${quantity} × ${title}`).join(', '),
  ];
}
