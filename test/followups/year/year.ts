/** The year, day by day, with all that is to hold of each day and of the days without a run. */
import { Accounts } from './accounts.ts';
import { brokenOn } from './check/checker.ts';
import { type DayBook, Shopkeeper } from './day.ts';
import { addDays } from './days.ts';
import type { Contact, Fact } from './facts.ts';
import { Gap, type GapFound } from './gap.ts';
import { START } from './orders.ts';
import { notSetOff } from './owed.ts';
import { POLICY } from './policy.ts';
import type { YearShop } from './shop.ts';

export interface YearFound {
  /** Contacts by channel and kind. */
  readonly contacts: Readonly<Record<string, number>>;
  readonly facts: Readonly<Record<string, number>>;
  readonly ends: Readonly<Record<string, number>>;
  readonly gaps: Readonly<Omit<GapFound, 'problems'>>;
  readonly broken: readonly string[];
  readonly unaccounted: readonly string[];
  /** Days that were not the same when they were run again. */
  readonly unlike: readonly string[];
  /** What was due on days left out, and was neither handed over on the first day after nor told of. */
  readonly lost: readonly string[];
}

/** After so many days, so many without a run. */
const GAPS = { every: 5, days: [2, 1, 4, 3] } as const;

export class Year {
  readonly #shop: YearShop;
  readonly #keeper: Shopkeeper;
  readonly #accounts = new Accounts();
  readonly #facts: Fact[] = [];
  #contacts: Contact[] = [];
  #gap: Gap | undefined;
  #gaps = 0;
  readonly #found = { caught: 0, waiting: 0, expired: 0, undone: 0 };
  readonly #broken: string[] = [];
  readonly #unaccounted: string[] = [];
  readonly #unlike: string[] = [];
  readonly #lost: string[] = [];

  constructor(shop: YearShop) {
    this.#shop = shop;
    this.#keeper = new Shopkeeper(shop);
  }

  async live(days: number): Promise<YearFound> {
    for (let offset = 0; offset < days; offset++) await this.#day(addDays(START, offset), offset);
    this.#gap?.leave();
    return {
      contacts: counted(this.#contacts, ({ channel, kind }) => `${kind} by ${channel}`),
      facts: counted(this.#facts, ({ says }) => says.is),
      ends: this.#accounts.tally(),
      gaps: this.#found,
      broken: this.#broken,
      unaccounted: this.#unaccounted,
      unlike: this.#unlike,
      lost: this.#lost,
    };
  }

  async #day(day: string, offset: number): Promise<void> {
    const book = await this.#keeper.live(day, offset);
    this.#facts.push(...book.facts);
    const yesterday = addDays(day, -1);
    this.#contacts = [
      ...this.#contacts.map((one) =>
        one.day === yesterday && book.unanswered.has(one.id) ? { ...one, isUnanswered: true } : one,
      ),
      ...book.contacts,
    ];
    await this.#again(book);
    const { db: path } = this.#shop;
    this.#broken.push(...brokenOn({ path, day, policy: POLICY, facts: this.#facts, contacts: this.#contacts }));
    this.#unaccounted.push(...(await this.#accounts.close(this.#shop, book)), ...(await notSetOff(this.#shop, book)));
    await this.#leaveOut(offset);
  }

  async #again({ day, plan }: DayBook): Promise<void> {
    const dump = await this.#shop.did(day, 'dump', '--canonical');
    const files = await this.#keeper.liveAgain(day);
    const planned = await this.#shop.json<DayBook['plan']>(day, 'followup', 'plan', '--days', '30');
    if (files.length > 0) this.#unlike.push(`${day}: ${files.join(', ')}`);
    if (JSON.stringify(planned) !== JSON.stringify(plan)) this.#unlike.push(`${day}: another plan`);
    if ((await this.#shop.did(day, 'dump', '--canonical')) !== dump) this.#unlike.push(`${day}: another archive`);
  }

  async #leaveOut(offset: number): Promise<void> {
    if (this.#gap?.after === offset) {
      const { problems, ...found } = await this.#gap.close(this.#facts, this.#contacts);
      for (const name of ['caught', 'waiting', 'expired', 'undone'] as const) this.#found[name] += found[name];
      this.#lost.push(...problems);
      this.#gap = undefined;
    }
    if (offset % GAPS.every !== 1) return;
    this.#gap = new Gap(this.#shop, offset, GAPS.days[this.#gaps++ % GAPS.days.length] ?? 1);
  }
}

function counted<T>(all: readonly T[], nameOf: (one: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of all.map(nameOf).toSorted()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
