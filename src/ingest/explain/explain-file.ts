/**
 * How one file is read, told from the reading itself: the whole pipeline of an ingest up to the
 * archive, with what it found at each step, also where a step refuses the file.
 */
import { loadPhoneMetadata } from '../../values/phones.ts';
import { platformNamed } from '../../platforms/index.ts';
import type { Field } from '../../platforms/layout.ts';
import { type ExplainedColumn, ExplainedColumns, type ExplainedField } from './explained-columns.ts';
import { type ExplainedOrder, ExplainedOrders, type ExplainedState } from './explained-orders.ts';
import { type Decision, type ExplainedShop, explainDates, explainDecimal, explainShops } from './explained-settings.ts';
import type { Surroundings } from '../ingest-file.ts';
import type { Built, Known, ReadRequest } from '../orders/export-read.ts';
import { readExport } from '../orders/read-export.ts';
import type { ReadTrace } from '../orders/read-trace.ts';
import { closest, type LayoutFit, rankLayouts } from '../tables/recognise.ts';
import { FileRefused, type Refusal } from '../refusal.ts';
import { ShopUnsettled } from '../orders/shop.ts';
import { vocabularyOf } from '../../archive/vocabulary.ts';
import { openSource } from '../bytes/source.ts';
import { NO_NOTES, type TableNotes } from '../tables/table-source.ts';

export interface Explanation {
  /** In bytes, unpacked; undefined where the file could not be opened. */
  readonly size: number | undefined;
  readonly packed: 'gzip' | 'zip' | undefined;
  readonly found: Pick<ReadTrace, 'container' | 'encoding' | 'dialect' | 'recognised'>;
  readonly notes: TableNotes;
  /** The row taken for the header; where none is known, the one that looks most like it. */
  readonly header: { readonly line: number; readonly columns: number } | undefined;
  /** Every layout that was considered, as it fits the header; the one taken is first. */
  readonly layouts: readonly LayoutFit[];
  readonly fields: readonly ExplainedField[];
  /** Fields of the layout that have no column in this file. */
  readonly absent: readonly Field[];
  readonly ignored: readonly ExplainedColumn[];
  readonly decimal: Decision<'point' | 'comma'> | undefined;
  readonly dates: Decision<'ymd' | 'dmy' | 'mdy'> | undefined;
  readonly shops: readonly ExplainedShop[];
  /** Undefined where the file is refused. */
  readonly built: Built | undefined;
  readonly states: readonly ExplainedState[];
  readonly orders: readonly ExplainedOrder[];
  readonly refusals: { readonly count: number; readonly first: readonly Refusal[] };
  /** What keeps the file from being ingested as it was asked for. */
  readonly stopped: FileRefused | ShopUnsettled | undefined;
}

const REFUSALS = 5;

/** Stores nothing. */
export async function explainFile(
  path: string,
  request: ReadRequest,
  known: Known,
  { stdin, now, signal }: Pick<Surroundings, 'stdin' | 'now' | 'signal'>,
): Promise<Explanation> {
  await loadPhoneMetadata();
  const orders = new ExplainedOrders();
  const vocabulary = vocabularyOf(known.words);
  const named = new Set<string>();
  const refusals = { count: 0, first: [] as Refusal[] };
  const trace: ReadTrace = {
    order(facts) {
      signal.throwIfAborted();
      orders.add(facts, vocabulary(platformOf(trace)?.name ?? ''));
      named.add(facts.shopName);
    },
  };
  let opened: { readonly size?: number; readonly packed?: 'gzip' | 'zip' } = {};
  let built: Built | undefined;
  let stopped: Explanation['stopped'];
  try {
    const source = await openSource(path, stdin, signal);
    opened = source;
    try {
      const read = await readExport(source, request, known, now, { trace });
      signal.throwIfAborted();
      built = await read.build({
        order: () => undefined,
        offer: (_, answer) => answer(false),
        refusal(refusal) {
          if (++refusals.count <= REFUSALS) refusals.first.push(refusal);
        },
      });
    } finally {
      source.dispose();
    }
  } catch (error) {
    if (!(error instanceof FileRefused || error instanceof ShopUnsettled)) throw error;
    stopped = error;
  }
  return {
    size: opened.size,
    packed: opened.packed,
    found: trace,
    notes: trace.reader?.notes() ?? NO_NOTES,
    ...headerOf(trace),
    decimal: explainDecimal(request, trace),
    dates: explainDates(request, trace),
    // A refused row names no shop that will be made, as a row that describes the columns may seem to.
    shops: explainShops(request, trace, platformOf(trace)).filter(({ name }) => named.size === 0 || named.has(name)),
    built,
    states: orders.states(),
    orders: orders.first,
    refusals,
    stopped,
  };
}

const platformOf = ({ recognised }: ReadTrace) => recognised && platformNamed(recognised.layout.platform);

function headerOf(trace: ReadTrace): Pick<Explanation, 'header' | 'layouts' | 'fields' | 'absent' | 'ignored'> {
  const { recognised, sample = [], layouts = [] } = trace;
  const header = recognised?.header ?? closest(sample, layouts)?.header;
  if (!header?.cells.some((cell) => cell.trim() !== ''))
    return { header: undefined, layouts: [], fields: [], absent: [], ignored: [] };
  const columns = new ExplainedColumns(
    header,
    sample.filter(({ line }) => line !== recognised?.described),
  );
  const ranked = rankLayouts(header, layouts);
  const bound = recognised?.columns;
  return {
    header: { line: header.line, columns: header.cells.length },
    layouts: ranked,
    fields: recognised ? columns.fields(recognised.layout, recognised.columns) : [],
    absent: recognised ? (Object.keys(recognised.layout.columns) as Field[]).filter((field) => !bound?.has(field)) : [],
    ignored: columns.others(bound),
  };
}
