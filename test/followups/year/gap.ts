/** Some days without a run: the shop as it stood before them goes on with the day after. */
import { IS_OPEN, whyOf } from './accounts.ts';
import { ArchiveFile } from './check/archive.ts';
import { brokenOn } from './check/checker.ts';
import { CHANNELS, contactOf, fileOf, refundedIn } from './day.ts';
import { addDays } from './days.ts';
import { exportsOn } from './export-files.ts';
import type { Contact, Fact } from './facts.ts';
import { START } from './orders.ts';
import { POLICY } from './policy.ts';
import { sayingsOn } from './sayings.ts';
import type { YearShop } from './shop.ts';

export interface GapFound {
  /** Of those the shop contacted on the days that are left out here: handed over on the first day after. */
  readonly caught: number;
  /** Not yet, and told why. */
  readonly waiting: number;
  /** Their last day was one of those left out, or an order that is known by now ended them on one, and that is told. */
  readonly expired: number;
  /** What set them off is no more: what the exports of these days tell came in between, or took it back. */
  readonly undone: number;
  readonly problems: readonly string[];
}

/** Steps of what comes about in it are behind all others. */
const BEHIND = 1e9;
/** Plays that go by a segment: whether they are for those in it. */
const MOVES: Readonly<Record<string, boolean>> = { new_best: true, left_best: false };
const STATES = new Set([...IS_OPEN, 'left_out', 'held_out', 'unseen']);

/** Set off by what somebody said in a call, which was not made where the day is left out. */
const isOfCall = ({ play, customer }: Contact, facts: readonly Fact[], first: string): boolean =>
  play === 'after_complaint' &&
  facts.some(
    ({ day, about, says }) =>
      day >= first && says.is === 'complained' && 'customer' in about && about.customer === customer,
  );

export class Gap {
  readonly #shop: YearShop;
  readonly #offset: number;
  readonly #days: number;
  /** Who ordered, or was paid back, as the exports of these days tell. */
  readonly #told = new Set<string>();

  /** After the day of the year at `offset`, `days` without a run. */
  constructor(shop: YearShop, offset: number, days: number) {
    this.#shop = shop.fork();
    this.#offset = offset;
    this.#days = days;
  }

  get after(): number {
    return this.#offset + this.#days + 1;
  }

  /** `facts` and `contacts` are those of the shop without a gap. */
  async close(facts: readonly Fact[], contacts: readonly Contact[]): Promise<GapFound> {
    const first = addDays(START, this.#offset + 1);
    const day = addDays(START, this.after);
    const known = facts.filter((fact) => fact.day < first);
    const heard = await this.#hear(day);
    const own = await this.#handOver(day);
    const before = contacts.filter((contact) => contact.day < first);
    // What was handed over before them, and nobody answered, is here still to be told of.
    const isKnown = new Set(before.map(({ id }) => id));
    const missed = contacts.filter(
      (contact) =>
        contact.day >= first && contact.day < day && !isKnown.has(contact.id) && !isOfCall(contact, facts, first),
    );
    const problems = brokenOn({
      path: this.#shop.db,
      day,
      policy: POLICY,
      facts: [...known, ...heard],
      contacts: [...before, ...own],
    });
    const told = this.#customersTold();
    const found = { caught: 0, waiting: 0, expired: 0, undone: 0 };
    for (const contact of missed) {
      const state = await this.#stateOf(contact, own, day);
      const isTold = told.has(contact.customer);
      if (state === 'caught') found.caught++;
      else if (contact.until >= day && STATES.has(state)) found.waiting++;
      else if ((contact.until < day || isTold) && state === 'expired') found.expired++;
      else if (isTold && state === 'not told of') found.undone++;
      else
        problems.push(
          `${day}: ${contact.play} ${contact.id} until ${contact.until}, missed on ${contact.day}, is ${state}`,
        );
    }
    this.leave();
    return { ...found, problems };
  }

  leave(): void {
    this.#shop.close();
  }

  async #handOver(day: string): Promise<Contact[]> {
    const contacts: Contact[] = [];
    for (const channel of CHANNELS) {
      const file = fileOf(channel, day);
      await this.#shop.handOver(day, channel, file);
      if (this.#shop.has(file))
        for (const row of this.#shop.rows(file)) contacts.push({ ...contactOf(row, channel), step: 2 * BEHIND });
    }
    return contacts;
  }

  /** What customers said was noted when they said it; the exports of these days come in all together. */
  async #hear(last: string): Promise<Fact[]> {
    const facts: Fact[] = [];
    for (let at = this.#offset + 1; at <= this.after; at++) {
      const day = addDays(START, at);
      for (const { name, text, args, orders } of exportsOn(day, at)) {
        await this.#shop.did(last, 'ingest', this.#shop.write(name, text), ...args);
        for (const { buyer, placed } of orders) if (placed >= addDays(day, -2)) this.#told.add(buyer.who);
        for (const about of refundedIn(orders, day)) {
          this.#told.add(about.who);
          facts.push({ step: BEHIND, day, about, says: { is: 'refunded' } });
        }
      }
    }
    for (let at = this.#offset + 1; at <= this.after; at++) {
      const day = addDays(START, at);
      for (const { line, isRow, fact } of sayingsOn(day)) {
        if (isRow) {
          const table = `phone,email,channel,status,date\n${[...line, day].join(',')}\n`;
          await this.#shop.did(last, 'consent', 'import', this.#shop.write(`said-${at}.csv`, table));
        } else await this.#shop.did(day, ...line);
        if (fact) facts.push({ ...fact, day, step: BEHIND });
      }
    }
    return facts;
  }

  async #stateOf({ id, play, customer }: Contact, own: readonly Contact[], day: string): Promise<string> {
    // A segment is joined when that is seen: a day that is left out makes another one of it.
    const isMove = MOVES[play] !== undefined;
    const isIt = (one: { readonly id: string | null; readonly play: string }) =>
      one.id === id || (isMove && one.play === play);
    if (own.some((one) => one.id === id || (one.customer === customer && isIt(one)))) return 'caught';
    const row = (await whyOf(this.#shop, day, customer)).find(isIt);
    if (row?.state === 'not_applicable' && !this.#hasMoved(play, customer)) return 'unseen';
    return row?.state ?? 'not told of';
  }

  #customersTold(): Set<number> {
    const archive = new ArchiveFile(this.#shop.db);
    try {
      return new Set([...this.#told].flatMap((who) => archive.whoIs({ who })));
    } finally {
      archive.close();
    }
  }

  /** Whoever joined and left on the days left out, or the other way round, is as they were. */
  #hasMoved(play: string, customer: number): boolean {
    const isIn = MOVES[play];
    if (isIn === undefined) return true;
    const archive = new ArchiveFile(this.#shop.db);
    try {
      return archive.isMember('champions', customer) === isIn;
    } finally {
      archive.close();
    }
  }
}
