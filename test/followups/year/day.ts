/** One day of the shop: what came, what was said, whom somebody called, what was handed over; and all of it again. */
import type { Cells } from './buyers.ts';
import { addDays } from './days.ts';
import { dice, weighed } from './dice.ts';
import { exportsOn, type ExportFile } from './export-files.ts';
import type { Channel, Contact, Fact, Says } from './facts.ts';
import type { Order } from './orders.ts';
import { sayingsOn } from './sayings.ts';
import type { YearShop } from './shop.ts';

export const CHANNELS: readonly Channel[] = ['phone', 'wechat', 'sms', 'email', 'parcel'];

export interface Row {
  readonly id: string;
  readonly day: string;
  readonly play: string;
  readonly kind: string;
  readonly channel: Channel;
  readonly customer_id: number;
  readonly due_day: string;
  readonly expires_day: string;
  readonly order: string | null;
}

/** As the day's list has it. */
interface Task extends Row {
  readonly address: string;
  readonly not_before: string | null;
  readonly not_after: string | null;
}

/** What was said of a follow-up by hand. */
export interface Outcome {
  readonly id: string;
  readonly outcome: string;
}

/** All that was done on a day, and how it stood in the evening. */
export interface DayBook {
  readonly day: string;
  readonly exports: readonly ExportFile[];
  readonly facts: readonly Fact[];
  readonly contacts: readonly Contact[];
  readonly outcomes: readonly Outcome[];
  /** Of yesterday's list those whom nobody reached. */
  readonly unanswered: ReadonlySet<string>;
  /** By play how many whose text nobody should get, as was told. */
  readonly keptOut: ReadonlyMap<string, number>;
  readonly plan: readonly Row[];
}

/** What came of a call or a message by hand; to_do is left for the list that is handed over. */
const SHARES = {
  to_do: 34,
  reached: 20,
  wants: 8,
  no_answer: 12,
  complaint: 4,
  opted_out: 4,
  skip: 8,
  snooze: 10,
} as const;
const ANSWERS = { '': 20, reached: 40, wants: 10, no_answer: 15, complaint: 5, opted_out: 5, done: 5 } as const;

const OBJECTIONS: Readonly<Record<string, Says>> = {
  opted_out: { is: 'refused', channel: 'phone' },
  complaint: { is: 'complained' },
};

export class Shopkeeper {
  readonly #shop: YearShop;
  #step = 0;
  /** Calls of yesterday's list, of which the answers come today. */
  #called: readonly Contact[] = [];
  #lines: (readonly string[])[] = [];
  #facts: Fact[] = [];
  #contacts: Contact[] = [];
  #outcomes: Outcome[] = [];
  #unanswered = new Set<string>();
  #keptOut = new Map<string, number>();

  constructor(shop: YearShop) {
    this.#shop = shop;
  }

  async live(day: string, offset: number): Promise<DayBook> {
    [this.#lines, this.#facts, this.#contacts, this.#outcomes] = [[], [], [], []];
    this.#unanswered = new Set();
    this.#keptOut = new Map();
    const exports = exportsOn(day, offset);
    for (const file of exports) await this.#ingest(day, file);
    await this.#takeAnswers(day);
    await this.#hearSayings(day);
    for (const channel of ['phone', 'wechat'] as const) await this.#workThrough(day, channel);
    for (const channel of CHANNELS) await this.#handOver(day, channel);
    this.#called = this.#contacts.filter(
      ({ channel, id }) => channel === 'phone' && !this.#outcomes.some((one) => one.id === id),
    );
    const plan = await this.#shop.json<Row[]>(day, 'followup', 'plan', '--days', '30');
    return {
      day,
      exports,
      facts: this.#facts,
      contacts: this.#contacts,
      outcomes: this.#outcomes,
      unanswered: this.#unanswered,
      keptOut: this.#keptOut,
      plan,
    };
  }

  /** Every line that was typed on the day once more, and every hand-over under another name; gives what was written by it. */
  async liveAgain(day: string): Promise<string[]> {
    for (const line of this.#lines) await this.#shop.did(day, ...line);
    for (const channel of CHANNELS) await this.#shop.handOver(day, channel, `again-${fileOf(channel, day)}`);
    return CHANNELS.map((channel) => `again-${fileOf(channel, day)}`).filter((name) => this.#shop.has(name));
  }

  async #do(day: string, ...line: readonly string[]): Promise<void> {
    this.#lines.push(line);
    await this.#shop.did(day, ...line);
  }

  async #ingest(day: string, { name, text, args, orders }: ExportFile): Promise<void> {
    this.#shop.write(name, text);
    await this.#do(day, 'ingest', name, ...args);
    for (const about of refundedIn(orders, day))
      this.#facts.push({ step: ++this.#step, day, about, says: { is: 'refunded' } });
  }

  async #hearSayings(day: string): Promise<void> {
    const sayings = sayingsOn(day);
    const rows = sayings.filter(({ isRow }) => isRow).map(({ line }) => `${[...line, day].join(',')}\n`);
    if (rows.length > 0) {
      const table = `phone,email,channel,status,date\n${rows.join('')}`;
      await this.#do(day, 'consent', 'import', this.#shop.write(`consents-${day}.csv`, table));
    }
    for (const { line, isRow } of sayings) if (!isRow) await this.#do(day, ...line);
    for (const { fact } of sayings) if (fact) this.#facts.push({ ...fact, day, step: ++this.#step });
  }

  async #takeAnswers(day: string): Promise<void> {
    if (this.#called.length === 0) return;
    const answers = this.#called.map((contact) => ({ contact, outcome: weighed(ANSWERS, `answer ${contact.id}`) }));
    const lines = answers.map(({ contact, outcome }) => `${contact.id},${outcome}\n`);
    await this.#do(day, 'followup', 'import', this.#shop.write(`answers-${day}.csv`, `id,outcome\n${lines.join('')}`));
    for (const { contact, outcome } of answers) {
      if (outcome === '') continue;
      this.#outcomes.push({ id: contact.id, outcome });
      if (outcome === 'no_answer') this.#unanswered.add(contact.id);
      this.#hear(day, contact.customer, outcome);
    }
  }

  async #workThrough(day: string, channel: 'phone' | 'wechat'): Promise<void> {
    const seen = new Set<string>();
    const list = () => this.#shop.json<Task[]>(day, 'followup', 'today', '--channel', channel);
    let tasks = await list();
    for (let task = tasks[0]; task; task = tasks.find(({ id }) => !seen.has(id))) {
      seen.add(task.id);
      const { id, customer_id: customer } = task;
      const outcome = weighed(SHARES, `${day} ${id}`);
      if (outcome === 'to_do') continue;
      this.#outcomes.push({ id, outcome });
      if (outcome === 'skip') await this.#do(day, 'followup', 'skip', id);
      else if (outcome === 'snooze')
        await this.#do(day, 'followup', 'snooze', id, '--days', dice(id) < 0.5 ? '2' : '9');
      else {
        await this.#do(day, 'followup', 'done', id, '--outcome', outcome);
        if (outcome !== 'no_answer') this.#contacts.push(this.#contact(task, day));
        this.#hear(day, customer, outcome);
        // Whoever objects may be reached where the next one is.
        if (outcome === 'complaint' || outcome === 'opted_out') tasks = await list();
      }
    }
  }

  /** Also of a message by hand, which is to the number they are known by. */
  #hear(day: string, customer: number, outcome: string): void {
    const says = OBJECTIONS[outcome];
    if (says) this.#facts.push({ step: ++this.#step, day, about: { customer }, says });
  }

  #contact(task: Task, day: string): Contact {
    const {
      id,
      play,
      kind,
      channel,
      customer_id: customer,
      address,
      not_before: notBefore,
      not_after: notAfter,
    } = task;
    const times = { notBefore: notBefore ?? '', notAfter: notAfter ?? '', until: task.expires_day };
    return { step: ++this.#step, day, id, play, kind, channel, customer, address, ...times };
  }

  async #handOver(day: string, channel: Channel): Promise<void> {
    const file = fileOf(channel, day);
    for (const [play, count] of await this.#shop.handOver(day, channel, file))
      this.#keptOut.set(play, (this.#keptOut.get(play) ?? 0) + count);
    if (this.#shop.has(file))
      for (const row of this.#shop.rows(file)) this.#contacts.push({ ...contactOf(row, channel), step: ++this.#step });
  }
}

/** Those whose refund an export of the day shows first. */
export const refundedIn = (orders: readonly Order[], day: string): { readonly who: string }[] =>
  orders.flatMap(({ buyer, refund }) =>
    refund && refund.day >= addDays(day, -2) && refund.day < day ? [{ who: buyer.who }] : [],
  );

export const fileOf = (channel: Channel, day: string): string => `${channel}-${day}.csv`;

export function contactOf(row: Cells, channel: Channel): Omit<Contact, 'step'> {
  const cell = (name: string) => row[name] ?? '';
  return {
    id: cell('id'),
    day: cell('day'),
    play: cell('play'),
    kind: cell('kind'),
    channel,
    customer: Number(cell('customer_id')),
    address: cell('phone') || cell('email') || cell('order'),
    notBefore: cell('not_before'),
    notAfter: cell('not_after'),
    until: cell('expires_day'),
  };
}
