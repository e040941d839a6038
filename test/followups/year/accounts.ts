/** What became of every follow-up that was ever planned: an end, or a reason why it has none yet. */
import { ArchiveFile } from './check/archive.ts';
import type { DayBook, Row } from './day.ts';
import type { YearShop } from './shop.ts';

export interface WhyRow {
  readonly play: string;
  readonly state: string;
  readonly id: string | null;
  readonly reason: string | null;
}

interface Followed {
  readonly row: Row;
  /** The evening on which it was last in the plan, or told of. */
  readonly seen: string;
  /** What was told of it then. */
  readonly told: string;
}

/** What comes up again. */
const MAY_RETURN = new Set(['no_answer', 'snooze']);
export const IS_OPEN: ReadonlySet<string> = new Set(['planned', 'later', 'deferred', 'waiting', 'expiring']);

export const whyOf = (shop: YearShop, day: string, customer: number): Promise<WhyRow[]> =>
  shop.json<WhyRow[]>(day, 'followup', 'why', String(customer));

export class Accounts {
  readonly #open = new Map<string, Followed>();
  readonly #ended = new Map<string, string>();

  /** How many ended how; those still open by what was last told of them. */
  tally(): Record<string, number> {
    const counts: Record<string, number> = {};
    const ends = [...this.#ended.values(), ...Array.from(this.#open.values(), ({ told }) => `open: ${told}`)];
    for (const end of ends.toSorted()) counts[end] = (counts[end] ?? 0) + 1;
    return counts;
  }

  /** Gives what cannot be accounted for. */
  async close(shop: YearShop, { day, contacts, outcomes, plan, exports, keptOut }: DayBook): Promise<string[]> {
    const problems = [...stillToDo(plan, day, keptOut)];
    for (const { id, play } of contacts) {
      const before = this.#ended.get(id);
      if (before !== undefined && !MAY_RETURN.has(before))
        problems.push(`${day}: ${play} ${id} once more, after ${before}`);
      this.#end(id, 'contacted');
    }
    for (const { id, outcome } of outcomes) this.#end(id, outcome);
    const planned = new Set(plan.map(({ id }) => id));
    for (const row of plan) {
      const before = this.#ended.get(row.id);
      if (before === 'contacted' || (before !== undefined && IS_FINAL.has(before)))
        problems.push(`${day}: ${row.play} ${row.id} is planned again, after ${before}`);
      this.#ended.delete(row.id);
      this.#open.set(row.id, { row, seen: day, told: 'planned' });
    }
    const ordered = buyersIn(shop, exports);
    const told = new Map<number, WhyRow[]>();
    for (const [id, followed] of this.#open) {
      if (planned.has(id)) continue;
      const { customer_id: customer } = followed.row;
      const why = told.get(customer) ?? (await whyOf(shop, day, customer));
      told.set(customer, why);
      const problem = this.#account(day, followed, why, ordered);
      if (problem !== undefined) problems.push(problem);
    }
    return problems;
  }

  #end(id: string, how: string): void {
    this.#ended.set(id, how);
    this.#open.delete(id);
  }

  #account(day: string, { row, seen }: Followed, why: readonly WhyRow[], ordered: ReadonlySet<number>) {
    const { id, play, customer_id: customer, expires_day: until } = row;
    const found = why.find((one) => one.id === id);
    if (found && IS_OPEN.has(found.state)) {
      this.#open.set(id, { row, seen: day, told: `${found.state} for ${found.reason}` });
      return undefined;
    }
    if (found) this.#end(id, `${found.state}${found.reason === null ? '' : ` for ${found.reason}`}`);
    else if (ordered.has(customer)) this.#end(id, 'replaced by what a new order or refund set off');
    else {
      this.#end(id, 'unaccounted');
      return `${day}: ${play} ${id} of ${customer}, planned on ${seen} until ${until}, is neither done nor told of: ${JSON.stringify(why.filter((one) => one.play === play))}`;
    }
    return undefined;
  }
}

/** All but those whose text has an error, each of which was told. */
function* stillToDo(plan: readonly Row[], day: string, keptOut: DayBook['keptOut']): Generator<string> {
  const left = plan.filter((row) => row.day <= day);
  for (const play of new Set(left.map((row) => row.play))) {
    const ids = left.filter((row) => row.play === play).map(({ id }) => id);
    if (ids.length !== (keptOut.get(play) ?? 0)) yield `${day}: ${play} ${ids.join(', ')} still planned for today`;
  }
}

const IS_FINAL = new Set(['reached', 'wants', 'complaint', 'opted_out', 'done', 'skip']);

/** Of whom the day's exports tell something. */
function buyersIn(shop: YearShop, exports: DayBook['exports']): Set<number> {
  const archive = new ArchiveFile(shop.db);
  try {
    return new Set(exports.flatMap(({ orders }) => orders.flatMap(({ buyer: { who } }) => archive.whoIs({ who }))));
  } finally {
    archive.close();
  }
}
