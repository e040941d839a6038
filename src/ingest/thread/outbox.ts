/**
 * What is on its way from the reading thread to the archive: orders to be stored, and, where orders may
 * stand already, a few words of each first, so that only those travel whole that do not stand just so.
 */
import type { OrderInBrief, OrderTaker } from '../orders/export-read.ts';
import type { PreparedOrder } from '../orders/prepared-order.ts';
import type { Refusal } from '../refusal.ts';
import { PackedBriefs, PackedOrders } from './pack-orders.ts';
import type { Answer, Batch, FromThread } from './messages.ts';

/** Orders in a batch or an offer; what is refused comes between them. */
const TOGETHER = 200;
/** Batches that may wait to be stored: what is new takes longer to store than to read, and mostly stands in one place. */
const BATCHES = 128;
/** Offers that may wait for their answer, until which the rows of each order are held. */
const OFFERS = 32;

type Told = (stands: boolean) => void;

export class Outbox implements OrderTaker {
  readonly #post: (message: FromThread) => void;
  readonly #postBatch: (batch: Batch) => void;
  #batch = new PackedOrders();
  #refusals: Refusal[] = [];
  #held = 0;
  #offer = new PackedBriefs();
  #told: Told[] = [];
  readonly #offered: Told[][] = [];
  /** Batches not stored yet. */
  #unstored = 0;
  #wake: (() => void) | undefined;
  /** What went wrong while an answer was acted on; told to whoever waits next. */
  #failed: unknown;

  constructor(post: (message: FromThread) => void, postBatch: (batch: Batch) => void) {
    this.#post = post;
    this.#postBatch = postBatch;
  }

  order(order: PreparedOrder): void {
    this.#batch.add(order);
    if (++this.#held >= TOGETHER) this.#send();
  }

  offer(order: OrderInBrief, told: Told): void {
    this.#offer.add(order);
    if (this.#told.push(told) >= TOGETHER) this.#sendOffer();
  }

  refusal(refusal: Refusal): void {
    this.#refusals.push(refusal);
    if (++this.#held >= TOGETHER) this.#send();
  }

  answered(answer: Answer): void {
    try {
      if (answer.kind === 'stored') this.#unstored--;
      else this.#tell(new Set(answer.unknown));
    } catch (error) {
      this.#failed = error;
    }
    this.#wake?.();
  }

  async room(): Promise<void> {
    await this.#until(() => this.#unstored < BATCHES && this.#offered.length < OFFERS);
  }

  async settled(): Promise<void> {
    if (this.#told.length > 0) this.#sendOffer();
    await this.#until(() => this.#offered.length === 0);
  }

  end(): void {
    this.#send();
  }

  async #until(may: () => boolean): Promise<void> {
    while (!may() && this.#failed === undefined) await new Promise<void>((resolve) => (this.#wake = resolve));
    if (this.#failed !== undefined) throw this.#failed;
  }

  #tell(unknown: ReadonlySet<number>): void {
    for (const [index, tell] of (this.#offered.shift() ?? []).entries()) tell(!unknown.has(index));
  }

  #send(): void {
    this.#unstored++;
    this.#postBatch({ kind: 'batch', orders: this.#batch.values, refusals: this.#refusals });
    this.#post({ kind: 'sent' });
    [this.#batch, this.#refusals, this.#held] = [new PackedOrders(), [], 0];
  }

  #sendOffer(): void {
    this.#offered.push(this.#told);
    this.#post({ kind: 'offer', briefs: this.#offer.values });
    [this.#offer, this.#told] = [new PackedBriefs(), []];
  }
}
