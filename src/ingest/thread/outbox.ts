/**
 * What is on its way from the reading thread to the archive: orders to be stored, and, where orders may
 * stand already, a few words of each first, so that only those travel whole that do not stand just so.
 */
import type { OrderInBrief, OrderTaker } from '../orders/export-read.ts';
import type { PreparedOrder } from '../orders/prepared-order.ts';
import type { Refusal } from '../refusal.ts';
import { type Packed, packBrief, PackedOrders } from './pack-orders.ts';
import type { FromThread, ToThread } from './read-in-thread.ts';

/** Orders in a batch or an offer; what is refused comes between them. */
const TOGETHER = 200;
/** Batches and offers that may wait for their answer: storing what is new takes longer in some places than in others. */
const AHEAD = 64;

type Answer = (stands: boolean) => void;

export class Outbox implements OrderTaker {
  readonly #post: (message: FromThread) => void;
  #batch = new PackedOrders();
  #refusals: Refusal[] = [];
  #held = 0;
  #offer: Packed = [];
  #answers: Answer[] = [];
  readonly #offered: Answer[][] = [];
  #waiting = 0;
  #wake: (() => void) | undefined;
  /** What went wrong while an answer was acted on; told to whoever waits next. */
  #failed: unknown;

  constructor(post: (message: FromThread) => void) {
    this.#post = post;
  }

  order(order: PreparedOrder): void {
    this.#batch.add(order);
    if (++this.#held >= TOGETHER) this.#send();
  }

  offer(order: OrderInBrief, answer: Answer): void {
    packBrief(order, this.#offer);
    if (this.#answers.push(answer) >= TOGETHER) this.#sendOffer();
  }

  refusal(refusal: Refusal): void {
    this.#refusals.push(refusal);
    if (++this.#held >= TOGETHER) this.#send();
  }

  answered(answer: Exclude<ToThread, 'build'>): void {
    this.#waiting--;
    try {
      if (answer !== 'stored') this.#tell(new Set(answer.unknown));
    } catch (error) {
      this.#failed = error;
    }
    this.#wake?.();
  }

  async room(): Promise<void> {
    await this.#untilWaiting(AHEAD - 1);
  }

  async settled(): Promise<void> {
    if (this.#answers.length > 0) this.#sendOffer();
    await this.#untilWaiting(0);
  }

  end(): void {
    this.#send();
  }

  async #untilWaiting(most: number): Promise<void> {
    while (this.#waiting > most && this.#failed === undefined)
      await new Promise<void>((resolve) => (this.#wake = resolve));
    if (this.#failed !== undefined) throw this.#failed;
  }

  #tell(unknown: ReadonlySet<number>): void {
    for (const [index, tell] of (this.#offered.shift() ?? []).entries()) tell(!unknown.has(index));
  }

  #send(): void {
    this.#waiting++;
    this.#post({ kind: 'batch', batch: { orders: this.#batch.values, refusals: this.#refusals } });
    [this.#batch, this.#refusals, this.#held] = [new PackedOrders(), [], 0];
  }

  #sendOffer(): void {
    this.#offered.push(this.#answers);
    this.#waiting++;
    this.#post({ kind: 'offer', briefs: this.#offer });
    [this.#offer, this.#answers] = [[], []];
  }
}
