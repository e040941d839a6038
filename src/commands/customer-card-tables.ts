/** The lists of a card under their headings: what is due, the last orders, contacts and notes. */
import type { Context } from '../context.ts';
import type { DueRow } from '../followups/due.ts';
import { shellLine } from '../output/shell-word.ts';
import type { Cell, Column } from '../output/table.ts';
import { terminalTable } from '../output/terminal-table.ts';
import { archiveFlag } from './archive-flag.ts';
import { whyNow } from './why-now.ts';
import type { CardLengths, CardView } from './customer-card.ts';

const DUE: readonly Column[] = [
  { name: 'day', kind: 'day' },
  { name: 'play', kind: 'text', whole: true },
  { name: 'channel', kind: 'text', term: true },
  { name: 'why', kind: 'text' },
];
const ORDERS: readonly Column[] = [
  { name: 'day', kind: 'day' },
  { name: 'order_number', kind: 'text', whole: true },
  { name: 'shop', kind: 'text' },
  { name: 'state', kind: 'text', term: true },
  { name: 'net', kind: 'money', currency: { column: 'currency' } },
  { name: 'currency', kind: 'text', whenRoom: true },
  { name: 'items', kind: 'text' },
];
const TOUCHES: readonly Column[] = [
  { name: 'day', kind: 'day' },
  { name: 'channel', kind: 'text', term: true },
  { name: 'kind', kind: 'text', term: true },
  { name: 'play', kind: 'text', whole: true },
  { name: 'note', kind: 'text' },
];
const RESULTS: readonly Column[] = [
  { name: 'day', kind: 'day' },
  { name: 'channel', kind: 'text', term: true },
  { name: 'result', kind: 'text', term: true },
  { name: 'source', kind: 'text' },
];
const NOTES: readonly Column[] = [
  { name: 'note_id', kind: 'integer' },
  { name: 'day', kind: 'day' },
  { name: 'kind', kind: 'text', term: true },
  { name: 'text', kind: 'text' },
];

/** Each with its heading and its final line break; lists without entries are left out. */
export function cardTables(context: Context, { card, due, dayOf }: CardView, lengths: CardLengths): string[] {
  const { words } = context;
  const { sections, person, score, brought } = words.cards;
  const sectionOf = section(context, card.customer_id);
  // An amount is nothing without its currency where others are in another one.
  const oneCurrency = new Set(card.orders.map(({ currency }) => currency)).size < 2;
  const orderColumns = ORDERS.map(({ whenRoom, ...column }) =>
    whenRoom && oneCurrency ? { ...column, whenRoom } : column,
  );
  const orders = card.orders.map((order) => [
    order.day,
    order.order_number,
    order.shop,
    order.state,
    order.net,
    order.currency,
    order.items,
  ]);
  const touches = card.touches.map(({ day, channel, kind, play, note }) => [day, channel, kind, play, note]);
  const results = card.results.map(({ happened_at: at, channel, result, source }) => [
    dayOf(Date.parse(at) / 1000),
    channel,
    result,
    words.cards.source(source),
  ]);
  const notes = card.notes.map((note) => {
    const whom = note.referred_id === null ? '' : brought(person(note.referred_name, note.referred_id));
    const text = [note.score === null ? '' : score(note.score), whom, note.text];
    return [note.note_id, note.day, note.kind, text.filter((part) => part !== '').join('; ')];
  });
  return [
    sectionOf(
      sections.due,
      DUE,
      due.map((row) => [row.day ?? row.candidate.due, row.play, row.channel, whyText(context, row)]),
      Infinity,
    ),
    sectionOf(words.customers.card.lastOrders, orderColumns, orders, lengths.orders),
    sectionOf(sections.touches, TOUCHES, touches, lengths.others),
    sectionOf(sections.results, RESULTS, results, lengths.others),
    sectionOf(sections.notes, NOTES, notes, lengths.others),
  ].filter((text) => text !== '');
}

function section(context: Context, customer: number) {
  const { io, words } = context;
  const all = shellLine(['regulars', 'customers', 'show', String(customer), '--all', ...archiveFlag(context)]);
  return (title: string, columns: readonly Column[], rows: readonly (readonly Cell[])[], most: number): string => {
    if (rows.length === 0) return '';
    const shown = rows.slice(0, most);
    // A column in which nothing stands says nothing.
    const filled = [...columns.keys()].filter((at) => shown.some((row) => (row[at] ?? '') !== ''));
    const table = terminalTable(
      {
        columns: filled.flatMap((at) => columns[at] ?? []),
        rows: shown.map((row) => filled.map((at) => row[at] ?? null)),
      },
      io.out,
      words,
    );
    const rest = rows.length - shown.length;
    const more = rest > 0 ? `${words.cards.moreWith(rest, all)}\n` : '';
    return `${io.out.style.bold(title)}\n${table}${more}`;
  };
}

/** Why the play calls for it, and what moved it or keeps it out. */
function whyText({ words }: Context, { candidate, state, reason, by }: DueRow): string {
  const { deferReasons, leftOutReasons, deferredFor } = words.followups;
  const why = whyNow(words, candidate);
  if (reason === null) return why;
  const because = deferredFor({ ...leftOutReasons, ...deferReasons }[reason], by);
  return state === 'planned' ? `${why}; ${because}` : words.cards.dueStates[state](because);
}
