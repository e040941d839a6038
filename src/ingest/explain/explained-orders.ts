/** The first orders of a file as they were read, and how often which status words meant what. */
import { type DerivedOrder, deriveOrder, type OrderState } from '../../archive/order-state.ts';
import { STATUS_ROLES, type Words } from '../../archive/status-words.ts';
import type { StatusRole, StatusWords } from '../../platforms/layout.ts';
import type { OrderFacts } from '../orders/order-facts.ts';

export interface ExplainedOrder {
  readonly facts: OrderFacts;
  readonly derived: DerivedOrder;
}

export interface ExplainedState {
  readonly words: Words;
  readonly state: OrderState;
  readonly counting: boolean;
  /** Words among them that no rule knows. */
  readonly unknown: readonly string[];
  readonly orders: number;
}

const SHOWN = 3;

export class ExplainedOrders {
  readonly first: ExplainedOrder[] = [];
  readonly #states = new Map<string, { -readonly [K in keyof ExplainedState]: ExplainedState[K] }>();

  add(facts: OrderFacts, vocabulary: StatusWords): void {
    // Of a shop where shipped orders count unpaid, only the archive knows.
    const derived = deriveOrder(facts, vocabulary, { cashOnDelivery: false });
    if (this.first.length < SHOWN) this.first.push({ facts, derived });
    // Items say nothing of where their order stands.
    if (facts.part === 'items') return;
    const words = telling(facts.words, vocabulary);
    const { state, counting } = derived;
    const key = JSON.stringify([words, state, counting]);
    const known = this.#states.get(key);
    if (known) known.orders++;
    else this.#states.set(key, { words, state, counting, unknown: derived.unknown.map(({ word }) => word), orders: 1 });
  }

  /** Commonest first. */
  states(): readonly ExplainedState[] {
    return [...this.#states.values()].toSorted((a, b) => b.orders - a.orders);
  }
}

/** A column in which any word means the same often holds a time: a word of its own for every order. */
function telling(words: Words, vocabulary: StatusWords): Words {
  const told: Partial<Record<StatusRole, string>> = {};
  for (const role of STATUS_ROLES) {
    const word = words[role];
    if (word !== undefined) told[role] = vocabulary[role]?.['*'] ? '*' : word;
  }
  return told;
}
