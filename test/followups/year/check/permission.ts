/** Whether somebody was contacted against what they, or whoever is reached where they are, had said by then. */
import { addDays } from '../days.ts';
import type { Contact, Fact } from '../facts.ts';
import type { ArchiveFile } from './archive.ts';

interface Heard {
  readonly fact: Fact;
  readonly customers: ReadonlySet<number>;
}

export class Permission {
  readonly #archive: ArchiveFile;
  /** What was said by somebody the archive does not know: then nothing could be held against it. */
  readonly unknown: readonly string[];
  readonly #heard: readonly Heard[];
  readonly #pauseDays: number;

  constructor(archive: ArchiveFile, facts: readonly Fact[], pauseDays: number) {
    this.#archive = archive;
    this.#heard = facts.map((fact) => ({ fact, customers: new Set(archive.whoIs(fact.about)) }));
    this.#pauseDays = pauseDays;
    this.unknown = this.#heard.flatMap(({ fact, customers }) =>
      customers.size > 0 ? [] : [`nobody is ${JSON.stringify(fact.about)}, who was ${fact.says.is} on ${fact.day}`],
    );
  }

  /** Of those who wish it: at most one contact in so many days. */
  wishes(): Map<number, number> {
    const found = new Map<number, number>();
    for (const { fact, customers } of this.#heard)
      if (fact.says.is === 'wish') for (const customer of customers) found.set(customer, fact.says.everyDays);
    return found;
  }

  broken(contact: Contact): string[] {
    const { day, id, play, kind, channel, customer } = contact;
    const problem = (what: string) => `${day} ${id}: ${play} by ${channel} to ${customer}, ${what}`;
    const before = this.#heard.filter(({ fact }) => fact.step < contact.step);
    const problems: string[] = [];
    const whoever = this.#reachedThere(contact);
    for (const { fact, customers } of before) {
      if (fact.says.is !== 'suppressed') continue;
      const isHere =
        'address' in fact.about ? this.#isAt(fact.about.address, contact) : whoever.some((one) => customers.has(one));
      if (isHere) problems.push(problem(`suppressed since ${fact.day}`));
    }
    if (channel !== 'parcel') {
      const own = this.#standing(before, customer, contact);
      if (whoever.some((one) => this.#standing(before, one, contact) === 'refused')) problems.push(problem('refused'));
      if (this.#needsYes(contact) && own !== 'granted') problems.push(problem('never agreed'));
    }
    if (kind === 'promotion')
      for (const { fact, customers } of before) {
        const isPause = fact.says.is === 'complained' || fact.says.is === 'refunded';
        if (isPause && customers.has(customer) && day < addDays(fact.day, this.#pauseDays))
          problems.push(problem(`${fact.says.is} on ${fact.day}`));
      }
    return problems;
  }

  #reachedThere({ channel, customer, address }: Contact): readonly number[] {
    return channel === 'parcel' ? [customer] : [customer, ...this.#archive.holders(address)];
  }

  #isAt(address: string, contact: Contact): boolean {
    return contact.channel === 'parcel'
      ? this.#archive.holders(address).includes(contact.customer) &&
          this.#archive.addresses(contact.customer).size === 1
      : contact.address === address;
  }

  /** The last that was said of the channel; of e-mail what the orders say, until somebody refused by word. */
  #standing(before: readonly Heard[], customer: number, { channel }: Contact): 'granted' | 'refused' | 'unknown' {
    const asked = channel === 'wechat' ? 'phone' : channel;
    let said: 'granted' | 'refused' | 'unknown' = 'unknown';
    for (const { fact, customers } of before) {
      const { says } = fact;
      if ((says.is === 'granted' || says.is === 'refused') && says.channel === asked && customers.has(customer))
        said = says.is;
    }
    if (asked !== 'email' || said === 'refused') return said;
    const flag = this.#archive.flag(customer);
    if (flag === undefined) return said;
    // Of a yes by word and a no at an order the later one holds; the buyers of the year never change their flag.
    return flag ? 'granted' : said;
  }

  /** Promotions of everybody; and where the law of the place takes good wishes for one. */
  #needsYes({ kind, channel, customer }: Contact): boolean {
    if (kind === 'service') return false;
    if (kind === 'promotion') return true;
    const inChina = this.#archive.home(customer)?.country === 'CN';
    return inChina && (channel === 'sms' || channel === 'email');
  }
}
