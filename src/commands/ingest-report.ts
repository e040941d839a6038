/** What a person reads after an ingest: on stderr, since the orders are the data. */
import type { Context } from '../context.ts';
import type { Ingested } from '../ingest/ingest-file.ts';
import type { ReadNotes, RowAccount } from '../ingest/orders/export-read.ts';
import type { Refusal } from '../ingest/refusal.ts';
import { stateSaid } from '../archive/order-state.ts';
import { readWords } from '../archive/status-words.ts';
import { term } from '../output/term.ts';
import type { ByCurrency, ImportSummary, WordSeen } from '../ingest/facts/summary.ts';
import type { Words } from '../messages/words.ts';
import type { Layout } from '../platforms/layout.ts';
import { platformNamed } from '../platforms/index.ts';
import { normaliseHeader } from '../values/text.ts';
import { shellLine } from '../output/shell-word.ts';
import { renderFields } from '../output/fields.ts';
import { amounts } from '../output/amounts.ts';
import { visible } from '../output/visible.ts';
import { archiveFlag } from './archive-flag.ts';
import { peopleWarnings } from './customers-report.ts';
import { zoneLine } from './zone-line.ts';

const SHOWN = 5;
/** Steps of the detection that may be wrong. */
const GUESSED: ReadonlySet<string> = new Set(['letters', 'nothing_else']);

/** The JSON document of one file. The number an import was tried under is nobody's afterwards. */
export function document({ dryRun }: Context, file: string, ingested: Ingested): unknown {
  if (ingested.outcome === 'known') return { file, outcome: 'known' };
  const { summary } = ingested;
  return { outcome: ingested.outcome, ...summary, import: dryRun ? null : summary.import, file };
}

/** `brief`: a table over all files has the figures, and this says what is to be acted on. */
export function tell(context: Context, file: string, ingested: Ingested, { brief }: { readonly brief: boolean }): void {
  const { io, words } = context;
  if (ingested.outcome === 'known') {
    const day = new Date(ingested.importedAt * 1000).toISOString().slice(0, 10);
    if (ingested.otherwise) io.say(words.ingest.saysTheSame(file, day, ingested.import));
    else if (!brief) io.say(words.ingest.alreadyTaken(file, day));
    return;
  }
  const { summary, refusals } = ingested;
  const { platform, layout } = ingested.outcome === 'customers' ? ingested : ingested.read;
  const { ingest } = words;
  const told = [...warnings(context, summary)];
  if (!brief) io.sayStyled(figures(context, file, summary));
  else if (told.length > 0) io.sayStyled(io.err.style.bold(visible(file)));
  for (const shop of summary.shops) {
    if (shop.unnamed && shop.name !== platform.title && !shop.isNew) io.say(ingest.onlyShop(shop.name, platform.title));
    if (shop.calledInFile.length > 0) io.warn(ingest.calledInFile(some(shop.calledInFile), shop.name));
    if (shop.isNew) io.say(ingest.newShop(shop.name, shop.currency, shop.timeZone));
    if (shop.isNew && shop.zoneFromFile)
      io.say(ingest.zoneFromFile(shop.name, shop.timeZone, zoneLine(shop.name, context)));
  }
  const encoding = ingested.outcome === 'taken' ? ingested.read.encoding : undefined;
  if (encoding && GUESSED.has(encoding.why)) io.warn(ingest.encodingGuessed(encoding.encoding));
  for (const warning of told) io.warn(warning);
  if (ingested.outcome === 'customers') {
    for (const cell of ingested.leftOut) io.insist(refusalText(words, file, discreet(layout, cell)));
    for (const { import_id: id } of ingested.earlier) {
      const undo = shellLine(['regulars', 'imports', 'undo', String(id), ...archiveFlag(context)]);
      io.warn(words.customerFiles.readBefore(file, id, undo));
    }
  }
  if (summary.forgotten > 0)
    io.say((summary.part === 'customers' ? words.rights.keptOutRows : words.rights.keptOut)(summary.forgotten));
  const shown = refusals.first.slice(0, SHOWN);
  for (const refusal of shown) io.insist(refusalText(words, file, discreet(layout, refusal)));
  if (refusals.count > shown.length) io.insist(ingest.moreRefused(file, refusals.count - shown.length));
  const next = (...typed: string[]) => io.say(ingest.next(shellLine(['regulars', ...typed, ...archiveFlag(context)])));
  if (context.dryRun) return;
  if (refusals.count > 0) next('imports', 'show', String(summary.import));
  else if (io.err.isTerminal && !brief) next('status');
}

/** What a file brought, as it was when it came. */
export function figures({ io, words }: Context, file: string, summary: ImportSummary): string {
  const { ingest } = words;
  const source = [
    ingest.layout(platformNamed(summary.platform)?.title ?? summary.platform, summary.layout),
    ...(summary.encoding ? [summary.encoding] : []),
    ...summary.shops.map((shop) => shop.name),
  ];
  const { labels } = ingest;
  const refunded = amounts(positive(summary.refunded));
  const people = summary.part === 'customers';
  const rows = renderFields(
    [
      [
        `  ${labels.orders}`,
        people
          ? undefined
          : ingest.orders(summary.orders.new, summary.orders.changed, summary.orders.unchanged, summary.orders.refused),
      ],
      [`  ${labels.lines}`, people ? undefined : String(summary.lines)],
      [`  ${labels.money}`, people ? undefined : ingest.money(amounts(summary.net), refunded === '0' ? '' : refunded)],
      [
        `  ${labels.customers}`,
        ingest.customers(summary.customers.new, summary.customers.matched, summary.customers.anonymousOrders),
      ],
      [`  ${labels.rows}`, ingest.rows(summary.rows.read, rowParts(words, summary.rows, people))],
    ],
    { width: Math.min(io.err.width, 100), style: io.err.style },
  );
  return `${io.err.style.bold(visible(file))}  ${visible(source.join(' · '))}\n${rows.trimEnd()}`;
}

type Spot = Omit<Refusal, 'rows'>;

/** What was wrong where in the file. A line break in a value must not pass for the end of the sentence. */
export function refusalText(words: Words, file: string, { sheet, line, column, value, reason }: Spot): string {
  const shown = value === null ? null : `"${visible(value.slice(0, 60))}"`;
  const where = [column, shown].filter((part) => part !== null).join(' ');
  const place = [file, ...(sheet === undefined ? [] : [visible(sheet)]), line].join(':');
  return `${place}: ${where}${where ? ': ' : ''}${words.fileProblems.refusal[reason]}`;
}

const PERSONAL = ['account', 'name', 'email', 'phone', 'receiverName', 'receiverPhone', 'postcode', 'address'] as const;

/** Without what a column of personal data held: what cron mails is read by others, and `imports show` has it. */
function discreet({ columns }: Layout, refusal: Spot): Spot {
  const personal = PERSONAL.flatMap((field) => columns[field] ?? []).map(normaliseHeader);
  return personal.includes(normaliseHeader(refusal.column ?? '')) ? { ...refusal, value: null } : refusal;
}

/** How many rows were of which kind. */
export function rowParts(words: Words, rows: RowAccount, people = false): string[] {
  const { rowKinds, rowsOfCustomers } = words.ingest;
  const kinds = people ? { ...rowKinds, orders: rowsOfCustomers } : rowKinds;
  return (Object.keys(kinds) as (keyof typeof kinds)[]).flatMap((kind) =>
    rows[kind] > 0 || kind === 'orders' ? [kinds[kind](rows[kind])] : [],
  );
}

const some = (orders: readonly string[]) => orders.slice(0, SHOWN).join(', ') + (orders.length > SHOWN ? ' …' : '');

function* workbookWarnings(
  { ingest }: Words,
  { sheets, hiddenRows, hiddenColumns, errorCells }: ReadNotes['workbook'],
) {
  const named = (read: boolean) =>
    sheets
      .filter(({ outcome }) => (outcome === 'read') === read)
      .map(({ name, outcome }) => ingest.otherSheet[outcome](name));
  if (named(false).length > 0) yield ingest.otherSheets(some(named(true)), some(named(false)));
  if (hiddenRows + hiddenColumns > 0) yield ingest.hiddenRows(hiddenRows, hiddenColumns);
  for (const { column, example, cells } of errorCells) yield ingest.errorCells(column, example, cells);
}

/** What was noticed in the rows alone. */
export function* readingWarnings({ ingest }: Words, notes: ReadNotes): Generator<string> {
  if (notes.duplicateHeaders.length > 0) yield ingest.duplicateHeaders(some(notes.duplicateHeaders));
  if (notes.withoutStatus) yield ingest.withoutStatus;
  if (notes.repeatedOrders.length > 0)
    yield ingest.repeatedOrders(some(notes.repeatedOrders), notes.repeatedOrders.length);
  if (notes.floatIds) yield ingest.floatIds;
  if (notes.datesFromSerial > 0) yield ingest.datesFromSerial(notes.datesFromSerial);
  if (notes.datesFromEpoch > 0) yield ingest.datesFromEpoch(notes.datesFromEpoch);
  if (notes.shiftedTimes > 0) yield ingest.shiftedTimes(notes.shiftedTimes);
  if (notes.doubleTimes > 0) yield ingest.doubleTimes(notes.doubleTimes);
  if (notes.belowZero > 0) yield ingest.belowZero(notes.belowZero);
  if (notes.lostPlatformIds > 0) yield ingest.lostPlatformIds(notes.lostPlatformIds);
}

function* warnings(context: Context, summary: ImportSummary): Generator<string> {
  const { words } = context;
  const { ingest } = words;
  yield* workbookWarnings(words, summary.notes.workbook);
  yield* peopleWarnings(words, summary.people);
  for (const { word, column, orders } of summary.unknownWords) {
    const mapping = ['regulars', 'platforms', 'map-status', summary.platform, word, '…', ...archiveFlag(context)];
    yield [
      ingest.unknownWord(visible(word), words.orderFields[column], orders),
      ...(word === '' ? [] : [ingest.mapIt(shellLine(mapping))]),
    ].join('\n');
  }
  for (const seen of summary.assumedWords)
    yield ingest.assumedWord(
      visible(seen.word),
      words.orderFields[seen.column],
      meaningOf(words, summary, seen),
      seen.orders,
    );
  if (summary.waiting > 0) yield ingest.waiting(summary.waiting);
  yield* readingWarnings(words, summary.notes);
  if (summary.regressions.length > 0) yield ingest.regressions(some(summary.regressions), summary.regressions.length);
  if (summary.decidedByArrival.length > 0)
    yield ingest.decidedByArrival(some(summary.decidedByArrival), summary.decidedByArrival.length);
  const [apart, shared] = [summary.shared.filter(({ joins }) => joins), summary.shared.filter(({ joins }) => !joins)];
  for (const { kind, hint, names, accounts } of shared.slice(0, SHOWN))
    yield ingest.shared(kind, hint, names, accounts);
  for (const { kind, hint, names } of apart.slice(0, SHOWN)) yield ingest.keptApart(kind, hint, names);
  const more = Math.max(0, shared.length - SHOWN) + Math.max(0, apart.length - SHOWN);
  if (more > 0) yield ingest.moreShared(more);
  for (const [name, count] of Object.entries(summary.contacts)) {
    const sentence = ingest.contacts[name];
    if (sentence) yield sentence(count);
    const shop = summary.shops.find(({ country }) => country === null);
    if (name === 'phone_invalid' && shop)
      yield ingest.countryUnknown(
        shop.name,
        shellLine(['regulars', 'shops', 'edit', shop.name, '--country', 'CN', ...archiveFlag(context)]),
      );
  }
}

/** The state of a paid order of which nothing else is said. */
function meaningOf(words: Words, { platform }: ImportSummary, { column, word }: WordSeen): string {
  return term(words, stateSaid(readWords({ [column]: word }, platformNamed(platform)?.states ?? {}).axes));
}

function positive(amounts: ByCurrency): ByCurrency {
  return Object.fromEntries(Object.entries(amounts).filter(([, minor]) => minor !== 0));
}
