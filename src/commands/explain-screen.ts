/** `platforms explain` for a person: the head, the columns, what the rows are, and the first orders. */
import type { Context } from '../context.ts';
import type { Explanation } from '../ingest/explain/explain-file.ts';
import { displayWidth } from '../output/display-width.ts';
import { type Field, renderFields } from '../output/fields.ts';
import { term } from '../output/term.ts';
import { terminalTable } from '../output/terminal-table.ts';
import { beginning, visible } from '../output/visible.ts';
import { wrapCell } from '../output/wrap-cell.ts';
import { explanationHead } from './explain-head.ts';
import { countsText, orderFields, wordsText } from './explain-order.ts';
import { readingWarnings, refusalText } from './ingest-report.ts';

const INDENT = 2;
const STATES = 12;
/** Columns of the terminal that the values beside a column may take. */
const EXAMPLES_WIDTH = 28;

export function explanationScreen(context: Context, file: string, explanation: Explanation): string {
  const { io, words } = context;
  const { explain } = words;
  const { refusals } = explanation;
  const head = renderFields(explanationHead(words, explanation), io.out);
  const unread = explanation.found.recognised ? explanation.ignored.map(({ header }) => header) : [];
  const absent = explanation.absent.map((field) => words.orderFields[field]);
  const refused = refusals.first.map((refusal) => refusalText(words, file, refusal));
  const more = refusals.count - refusals.first.length;
  const parts = [
    `${io.out.style.bold(visible(file))}\n${head}`,
    columnTable(context, explanation),
    section(context, explain.ignored(unread.length), listed(context, unread)),
    section(context, explain.absent(absent.length), listed(context, absent)),
    states(context, explanation),
    section(context, explain.notes, explanation.built ? [...readingWarnings(words, explanation.built.notes)] : []),
    section(context, explain.refused, more > 0 ? [...refused, words.ingest.moreRefused(file, more)] : refused),
    orders(context, explanation),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

/** Names one after the other, broken only between them. */
function listed({ io, words }: Context, names: readonly string[]): string[] {
  const named = names.filter((name) => name !== '').map(visible);
  const unnamed = names.length - named.length;
  const lines: string[] = [];
  for (const name of unnamed > 0 ? [...named, words.explain.unnamed(unnamed)] : named) {
    const last = lines.at(-1);
    const longer = `${last}, ${name}`;
    if (last !== undefined && displayWidth(longer) < io.out.width - INDENT) lines[lines.length - 1] = longer;
    else lines.push(name);
  }
  return lines.map((line, index) => (index < lines.length - 1 ? `${line},` : line));
}

function section({ io }: Context, title: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const wrapped = lines.flatMap((line) => wrapCell(visible(line), io.out.width - INDENT));
  return `${io.out.style.bold(title)}\n${wrapped.map((line) => `${' '.repeat(INDENT)}${line}\n`).join('')}`;
}

/** Fields with their columns; where no layout is known, the columns alone. */
function columnTable({ io, words }: Context, { found, fields, ignored }: Explanation): string {
  const { explain, orderFields } = words;
  const heads = explain.tableHeads;
  const table = found.recognised
    ? {
        columns: [heads.field, heads.column, heads.examples],
        rows: fields.map(({ field, columns, examples: texts }) => [
          orderFields[field],
          explain.orElse(columns.map(({ header }) => header)),
          examples(texts),
        ]),
      }
    : {
        columns: [heads.column, heads.examples],
        rows: ignored
          .filter(({ header, examples: texts }) => header !== '' || texts.length > 0)
          .map(({ header, examples: texts }) => [header, examples(texts)]),
      };
  if (table.rows.length === 0) return '';
  const title = found.recognised ? explain.columnsRead : explain.columnsFound;
  const columns = table.columns.map((title, index) => ({ name: `column_${index}`, title, kind: 'text' as const }));
  return `${io.out.style.bold(title)}\n${terminalTable({ columns, rows: table.rows }, io.out, words)}`;
}

/** As many as fit on one line, and the first in any case. */
function examples(texts: readonly string[]): string {
  const [first = '', ...others] = texts.map((text) => shortened(visible(beginning(text))));
  let line = first;
  for (const text of others) {
    const longer = `${line} · ${text}`;
    if (displayWidth(longer) > EXAMPLES_WIDTH) break;
    line = longer;
  }
  return line;
}

function shortened(text: string): string {
  if (displayWidth(text) <= EXAMPLES_WIDTH) return text;
  return `${wrapCell(text, EXAMPLES_WIDTH - 1)[0] ?? ''}…`;
}

function states({ io, words }: Context, { states }: Explanation): string {
  if (states.length === 0) return '';
  const { explainedOrders: said } = words;
  const fields = states.slice(0, STATES).map(({ words: written, state, counting, unknown, orders }): Field => {
    const doubt = unknown.length > 0 ? ` (${said.unknownWords}: ${visible(unknown.join(', '))})` : '';
    const text = `${wordsText(words, written) || said.noStatus}${doubt}`;
    return [`  ${said.ordersCounted(orders)}`, said.status(text, term(words, state), countsText(words, counting))];
  });
  const more = states.length - STATES;
  const rest = more > 0 ? `  ${said.moreStatuses(more)}\n` : '';
  return `${io.out.style.bold(said.statuses)}\n${renderFields(fields, io.out)}${rest}`;
}

function orders({ io, words }: Context, { orders, shops }: Explanation): string {
  if (orders.length === 0) return '';
  const { bold } = io.out.style;
  const cards = orders.map((order) => {
    const title = visible(words.explainedOrders.order(order.facts.orderNumber, order.facts.line));
    return `${title}\n${renderFields(orderFields(words, order, shops), io.out)}`;
  });
  return `${bold(words.explainedOrders.orders)}\n${cards.join('\n')}`;
}
