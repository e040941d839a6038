/**
 * Keeps what a tool tells of messages, and heeds it: where mail bounces nothing more is sent, who unsubscribed has refused
 * the channel, who complained is left alone. All of it in one transaction.
 */
import { FOREVER } from '../forever.ts';
import { erasedPeople, type ErasedPeople } from '../../archive/erasures.ts';
import type { Archive } from '../../store/open.ts';
import { suppressionKey } from '../../store/settings.ts';
import { hintOf } from '../../values/address-hint.ts';
import { suppressionHash } from '../../values/suppression-key.ts';
import { dayIn } from '../../values/zones.ts';
import type { Kind } from '../gate.ts';
import { addSuppression, consentByCustomer, stateConsent } from '../queries.ts';
import { type Reached, resultWriter } from './queries.ts';
import type { ResultLine } from './read-results.ts';
import { OBJECTIONS, type Result, RESULTS } from './result-export.ts';

export interface TakenResults {
  readonly added: Readonly<Record<Result, number>>;
  readonly unchanged: number;
  /** Addresses that nobody in the archive has. */
  readonly strangers: number;
  /** Of these, those that are not to be contacted should somebody come who has them. */
  readonly keptOut: number;
  /** Delivered messages that were noted as contacts. */
  readonly touches: number;
}

export interface Taking {
  /** The tool. */
  readonly source: string;
  /** UTC seconds. */
  readonly now: number;
  /** In which a day begins. */
  readonly zone: string;
  /** What delivered messages were for, where they are to be noted as contacts. */
  readonly kind: Kind | undefined;
}

const DAY = 86_400;

/** Throws SuppressionKeyLost. */
export function takeResults(archive: Archive, lines: readonly ResultLine[], taking: Taking): TakenResults {
  return archive.write(() => {
    const taker = new Taker(archive, taking);
    for (const line of lines) taker.take(line);
    return taker.taken();
  });
}

class Taker {
  readonly #archive: Archive;
  readonly #taking: Taking;
  readonly #writer: ReturnType<typeof resultWriter>;
  readonly #added = Object.fromEntries(RESULTS.map((result) => [result, 0])) as Record<Result, number>;
  #unchanged = 0;
  #touches = 0;
  readonly #strangers = new Set<string>();
  readonly #keptOut = new Set<string>();
  #erased: ErasedPeople | undefined | null = null;

  constructor(archive: Archive, taking: Taking) {
    this.#archive = archive;
    this.#taking = taking;
    this.#writer = resultWriter(archive);
  }

  take(line: ResultLine): void {
    const { kind, values, result } = line;
    const reached = this.#writer.reachedAt(kind, values);
    const [address = ''] = values;
    if (reached.length === 0) {
      this.#strangers.add(`${kind} ${address}`);
      if (!OBJECTIONS.has(result)) return;
      this.#keptOut.add(`${kind} ${address}`);
      this.#count(result, this.#suppressAddress(line));
      return;
    }
    const isNew = reached.map((one) => this.#keep(line, one));
    this.#count(result, isNew.includes(true));
    if (result === 'delivered') this.#note(line, reached);
  }

  taken(): TakenResults {
    return {
      added: this.#added,
      unchanged: this.#unchanged,
      strangers: this.#strangers.size,
      keptOut: this.#keptOut.size,
      touches: this.#touches,
    };
  }

  #count(result: Result, isNew: boolean): void {
    if (isNew) this.#added[result]++;
    else this.#unchanged++;
  }

  /** What was known before has been heeded, and may have been taken back by hand since; a bounce is of one address among several. */
  #keep(line: ResultLine, { customer, record }: Reached): boolean {
    const { channel, result, at } = line;
    const { now, source } = this.#taking;
    const suppressed = result === 'bounced' && this.#suppressAddress(line);
    if (this.#isHeeded(line, customer)) return suppressed;
    this.#writer.add(record, { channel, result, at: at ?? now }, { source, now });
    if (result === 'unsubscribed' || result === 'complained') {
      // Of something else that was said on the day nobody knows whether it was later.
      const stated = this.#happened(line);
      stateConsent(this.#archive, customer, { channel, status: 'refused', note: null, at: stated, source });
    }
    if (result === 'complained')
      addSuppression(
        this.#archive,
        { kind: 'customer', customer },
        { hint: `#${customer}`, reason: result, at: now, happened: this.#happened(line) },
      );
    return true;
  }

  /** Of a day alone nobody knows whether it was before something was lifted on it, and of no day at all neither. */
  #happened({ at, dayOnly }: ResultLine): number {
    const { now } = this.#taking;
    return at === null ? now : dayOnly ? Math.min(now, at + DAY - 1) : at;
  }

  /** An objection of which nobody says when it was may be later than whatever took back another. */
  #isHeeded({ channel, result, at }: ResultLine, customer: number): boolean {
    if (!this.#writer.isKnown(customer, { channel, result, at })) return false;
    if (at !== null || result === 'bounced') return true;
    return consentByCustomer(this.#archive, channel, FOREVER, [customer]).get(customer) === 'refused';
  }

  /** For the channel, or after a complaint for all. */
  #suppressAddress(line: ResultLine): boolean {
    const { channel, kind, values, result } = line;
    const archive = this.#archive;
    const key = suppressionKey(archive);
    const added = this.#known(kind, values).map((value) => {
      const hash = suppressionHash(key, kind, value);
      const forgotten = this.#forgotten()?.at({ kind, scope: '', value }) !== undefined;
      return addSuppression(archive, result === 'complained' ? { kind, hash } : { kind, hash, channel }, {
        // Even half an address tells of somebody who was forgotten.
        hint: forgotten ? '…' : hintOf(kind, value),
        reason: result,
        at: this.#taking.now,
        happened: this.#happened(line),
      });
    });
    return added.includes(true);
  }

  #forgotten(): ErasedPeople | undefined {
    if (this.#erased === null) this.#erased = erasedPeople(this.#archive);
    return this.#erased;
  }

  /** Of the numbers that a text may be, those somebody has; else all, since any of them may come. */
  #known(kind: 'email' | 'phone', values: readonly string[]): readonly string[] {
    const known = values.filter((value) => this.#writer.reachedAt(kind, [value]).length > 0);
    return known.length > 0 ? known : values;
  }

  #note({ channel, at }: ResultLine, reached: readonly Reached[]): void {
    const { kind, zone } = this.#taking;
    if (kind === undefined || at === null) return;
    const day = dayIn(at, zone);
    for (const one of reached) if (this.#writer.touch(one, { channel, at, day, kind })) this.#touches++;
  }
}
