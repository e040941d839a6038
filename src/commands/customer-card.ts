/** The card of a customer as one screen of 80 columns. */
import type { Never } from '../contacts/never.ts';
import type { Context } from '../context.ts';
import type { Card } from '../customers/card.ts';
import type { DueRow } from '../followups/due.ts';
import type { Standing } from '../levels/standing.ts';
import type { Population } from '../measures/population.ts';
import type { MeasuresRow } from '../measures/queries.ts';
import type { Ledger } from '../points/ledger.ts';
import { visible } from '../output/visible.ts';
import { cardFields } from './customer-card-fields.ts';
import { cardTables } from './customer-card-tables.ts';

/** What the card shows of one customer on one day. */
export interface CardView {
  readonly card: Card;
  /** Undefined without any order by then. */
  readonly measures: MeasuresRow | undefined;
  readonly population: Population;
  readonly never: Never;
  readonly level: Standing | undefined;
  readonly points: Ledger | undefined;
  readonly due: readonly DueRow[];
  /** The day of an instant, UTC seconds, in the archive's zone. */
  readonly dayOf: (at: number) => string;
}

/** How many entries of each long list; Infinity for all. */
export interface CardLengths {
  readonly orders: number;
  readonly others: number;
}

export function cardScreen(context: Context, view: CardView, lengths: CardLengths): string {
  const { io, words } = context;
  const { title, nameless } = words.customers.card;
  const { name, account, profile, customer_id: number } = view.card;
  const heading = io.out.style.bold(visible(title(name ?? account ?? profile.nickname ?? nameless, number)));
  return [`${heading}\n${cardFields(context, view, lengths)}`, ...cardTables(context, view, lengths)].join('\n');
}
