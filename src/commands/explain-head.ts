/** The head of `platforms explain`: what the file is, how its text was read, and what holds for the whole of it. */
import type { Decision, ExplainedShop } from '../ingest/explain/explained-settings.ts';
import type { Explanation } from '../ingest/explain/explain-file.ts';
import type { LayoutFit } from '../ingest/tables/recognise.ts';
import type { TableNotes } from '../ingest/tables/table-source.ts';
import type { Words } from '../messages/words.ts';
import type { Field } from '../output/fields.ts';
import { visible } from '../output/visible.ts';
import { platformNamed } from '../platforms/index.ts';
import { rowParts } from './ingest-report.ts';

/** Layouts that were not taken, and columns that one lacks. */
const OTHERS = 3;
const LACKS = 5;
const SHOPS = 5;

export function explanationHead(words: Words, explanation: Explanation): Field[] {
  const { explain } = words;
  const { labels } = explain;
  const { found, size, header, built } = explanation;
  const { encoding, dialect } = found;
  const place = found.recognised ? explain.headerAt : explain.likeHeader;
  const shops = explanation.shops.slice(0, SHOPS).map((shop) => shopText(words, shop));
  const more = explanation.shops.length - shops.length;
  return [
    [labels.file, size === undefined ? undefined : explain.size(containerName(words, explanation), bytes(size))],
    [labels.sheets, sheets(words, explanation.notes)],
    [labels.cells, cells(words, explanation.notes)],
    [labels.encoding, encoding && explain.because(encoding.encoding, explain.encodingWhy[encoding.why])],
    [labels.delimiter, dialect && dialectText(words, explanation, dialect)],
    [labels.header, header && place(header.line, header.columns)],
    ...layouts(words, explanation),
    [labels.decimal, decided(words, explanation.decimal, explain.decimals, explain.openDecimal)],
    [labels.dates, decided(words, explanation.dates, explain.dateOrders, explain.openDates)],
    [labels.shop, [...shops, ...(more > 0 ? [explain.moreShops(more)] : [])].join('\n')],
    [labels.rows, built && words.ingest.rows(built.rows.read, rowParts(words, built.rows))],
  ];
}

function containerName({ explain }: Words, { packed, found: { container, dialect } }: Explanation): string | undefined {
  const { containers } = explain;
  if (container === undefined) return undefined;
  const name = (dialect && containers[dialect.delimiter]) ?? containers[container] ?? container;
  return packed === undefined ? name : explain.packed[packed](name);
}

function dialectText(
  { explain }: Words,
  { found }: Explanation,
  { delimiter, quote, backslash, why }: NonNullable<Explanation['found']['dialect']>,
): string {
  const reason = explain.delimiterWhy[why === 'fits' && !found.recognised ? 'widest' : why];
  const quoting = [...(quote === '"' ? [] : [explain.quotedBy(quote)]), ...(backslash ? [explain.backslash] : [])];
  return [explain.because(explain.delimiters[delimiter], reason), ...quoting].join('; ');
}

function bytes(size: number): string {
  if (size < 1000) return `${size} B`;
  return size < 1_000_000 ? `${(size / 1000).toFixed(1)} kB` : `${(size / 1_000_000).toFixed(1)} MB`;
}

function sheets({ explain }: Words, notes: TableNotes): string {
  return notes.sheets.map(({ name, outcome }) => visible(explain.sheet[outcome](name))).join('\n');
}

function cells({ explain }: Words, notes: TableNotes): string {
  const { hiddenRows, hiddenColumns, errorCells, emptyFormulas } = notes;
  const [error] = errorCells;
  const [empty] = emptyFormulas;
  return [
    ...(hiddenRows + hiddenColumns > 0 ? [explain.hidden(hiddenRows, hiddenColumns)] : []),
    ...(notes.date1904 ? [explain.date1904] : []),
    ...(error ? [explain.errorCells(errorCells.length, error.line, visible(error.text))] : []),
    ...(empty ? [explain.emptyFormulas(emptyFormulas.length, empty.line)] : []),
  ].join('\n');
}

function layouts(words: Words, { found: { recognised }, layouts }: Explanation): Field[] {
  const { explain } = words;
  if (layouts.length === 0) return [];
  const taken = layouts.find(({ layout }) => layout === recognised?.layout);
  const name =
    taken &&
    explain.layout(layoutName(taken), explain.grain[taken.layout.grain], explain.evidence[taken.layout.evidence]);
  const others = layouts.filter((fit) => fit !== taken).slice(0, OTHERS);
  return [
    [explain.labels.layout, name ?? explain.noLayout],
    [
      taken ? explain.labels.others : explain.labels.closest,
      others.map((fit) => whyNot(words, fit, taken?.bound ?? 0)).join('\n'),
    ],
  ];
}

function layoutName({ layout }: LayoutFit): string {
  return visible(`${platformNamed(layout.platform)?.title ?? layout.platform} ${layout.name}`);
}

function whyNot({ explain }: Words, fit: LayoutFit, bound: number): string {
  const { missing } = fit;
  if (missing.length === 0) return explain.fewer(layoutName(fit), fit.bound, bound);
  return explain.lacks(layoutName(fit), visible(missing.slice(0, LACKS).join(', ')), missing.length - LACKS);
}

function decided<T extends string>(
  { explain }: Words,
  decision: Decision<T> | undefined,
  names: Readonly<Record<T, string>>,
  open: string,
): string | undefined {
  if (!decision) return undefined;
  const { why, example } = decision;
  if (example) return explain.because(names[decision.value], explain.byColumn(visible(example.text), example.line));
  return explain.because(names[decision.value], why === 'told' || why === 'layout' ? explain.decided[why] : open);
}

function shopText({ explain }: Words, shop: ExplainedShop): string {
  const { settled, settledBy } = explain;
  return visible(
    explain.shop(
      shop.name,
      shop.isNew ? explain.newShop[shop.nameFrom] : explain.knownShop,
      settled(shop.timeZone, settledBy[shop.timeZoneFrom]),
      settled(shop.currency, settledBy[shop.currencyFrom]),
      shop.country,
    ),
  );
}
