/**
 * Keeps those who were forgotten out of what a file brings: their orders are taken without them, and of refused rows
 * of theirs nothing is kept. Who buys again after that day is somebody new.
 */
import { type ErasedPeople, erasedPeople, knownBy, latestErasure } from '../../archive/erasures.ts';
import type { Archive } from '../../store/open.ts';
import { addressesInText, plainText } from '../../values/addresses-in-text.ts';
import { readEmail } from '../../values/emails.ts';
import { CUT, PersonalValues } from '../../values/personal-values.ts';
import { readPhone } from '../../values/phones.ts';
import { cleanCell } from '../../values/text.ts';
import {
  BLANK,
  BLANK_PRINT,
  contactFacts,
  fingerprint,
  type RecordFacts,
  withoutReceiver,
} from '../orders/fingerprint.ts';
import type { PreparedOrder } from '../orders/prepared-order.ts';
import type { Refusal } from '../refusal.ts';

/** A record of the file, by its own count. */
interface Shown {
  readonly facts: RecordFacts;
  readonly fingerprint: string;
  /** When whoever it tells was forgotten, UTC seconds. */
  readonly buyerAt: number | undefined;
  readonly receiverAt: number | undefined;
}

/** Where the file comes from: within which bounds an account may be meant, and in which countries a phone. */
export interface FileOrigin {
  /** The file's own, and those of the shops it brings orders to. */
  readonly platforms: readonly string[];
  readonly accountScopes: readonly string[];
  readonly countries: readonly (string | null)[];
}

export class KeepOut {
  /** Orders, or rows of customers, of people who were forgotten. */
  count = 0;
  readonly #people: ErasedPeople;
  readonly #origin: FileOrigin;
  /** Records that come again in later orders, where the first one was not taken as it is. */
  readonly #shown = new Map<number, Shown>();
  readonly #passed = new Set<number>();
  /** What was found of texts: the same things are sold over and over. */
  readonly #words = new Map<string, boolean>();
  /** Altered records by their fingerprints, in a count of their own. */
  readonly #altered = new Map<string, number>();

  constructor(people: ErasedPeople, origin: FileOrigin) {
    this.#people = people;
    this.#origin = origin;
  }

  /** `altered`: its record is counted apart from those of the file. */
  order(given: PreparedOrder): { readonly order: PreparedOrder; readonly altered: boolean } {
    const { placedAt, orderNumber, shopName } = given.facts;
    if (given.shown) this.#look(given.record, given.fingerprint, given.shown);
    const shown = this.#shown.get(given.record);
    const isBefore = (at: number | undefined) => at !== undefined && placedAt <= at;
    if (isBefore(shown?.buyerAt) || this.#people.order(this.#origin.platforms, orderNumber, shopName || undefined)) {
      this.count++;
      if (given.shown && !shown) this.#remember(given.record, given.fingerprint, given.shown);
      const blank = this.#alter(given, BLANK_PRINT, BLANK);
      return { ...blank, order: { ...blank.order, facts: this.#withoutOwnWords(given, shown?.facts ?? given.shown) } };
    }
    if (!shown) return { order: given, altered: false };
    if (isBefore(shown.receiverAt)) {
      const facts = withoutReceiver(shown.facts);
      return this.#alter(given, fingerprint(facts), facts);
    }
    const isFirst = !this.#passed.has(given.record);
    this.#passed.add(given.record);
    return { order: isFirst ? { ...given, shown: shown.facts } : given, altered: false };
  }

  /** Whether a row of a file of customers is somebody's who was forgotten, and has not bought again since. */
  customer(print: string, facts: RecordFacts, nickname: string | null): boolean {
    const known = knownBy(contactFacts(print, facts)).buyer;
    const at = latestErasure(this.#people, [
      ...known,
      { kind: 'record', scope: '', value: print },
      ...(known.length === 0 && nickname !== null ? [{ kind: 'nickname', scope: '', value: nickname } as const] : []),
    ]);
    // What others use too says nothing of whether they are back.
    const isBack = known.some((one) => this.#people.at(one) !== undefined && this.#people.isBack(one));
    if (at === undefined || isBack) return false;
    this.count++;
    return true;
  }

  /** The same without what the rows say, where they say anything of somebody who was forgotten. */
  refusal(refusal: Refusal): Refusal {
    const { order, value, rows } = refusal;
    const theirs =
      (order !== null && this.#people.order(this.#origin.platforms, order)) ||
      [order ?? '', value ?? '', ...rows.flatMap(({ cells }) => cells)].some((cell) => this.#tells(cell));
    if (!theirs) return refusal;
    const number = order !== null && this.#tells(order) ? null : order;
    return { ...refusal, order: number, value: null, rows: rows.map((row) => ({ ...row, cells: [] })) };
  }

  #look(record: number, print: string, facts: RecordFacts): void {
    const { buyer, receiver } = knownBy(contactFacts(print, facts));
    const buyerAt = latestErasure(this.#people, [...buyer, { kind: 'record', scope: '', value: print }]);
    const receiverAt = latestErasure(this.#people, receiver);
    if (buyerAt !== undefined || receiverAt !== undefined)
      this.#shown.set(record, { facts, fingerprint: print, buyerAt, receiverAt });
  }

  #remember(record: number, print: string, facts: RecordFacts): void {
    this.#shown.set(record, { facts, fingerprint: print, buyerAt: undefined, receiverAt: undefined });
  }

  #alter(given: PreparedOrder, print: string, facts: RecordFacts): { order: PreparedOrder; altered: boolean } {
    const known = this.#altered.get(print);
    const record = known ?? this.#altered.size + 1;
    this.#altered.set(print, record);
    const [, account, name, email, phone] = facts;
    const order = {
      ...given,
      fingerprint: print,
      record,
      // Of rows that hold what is left out here nothing is kept, and they are read again.
      rowsHash: null,
      shown: known === undefined ? facts : undefined,
      buyer: given.buyer && { account, name, email, phone },
    };
    return { order, altered: true };
  }

  #tells(cell: string): boolean {
    const text = cleanCell(plainText(cell));
    if (text === '') return false;
    const accounts = text.length <= LONGEST_ACCOUNT ? this.#origin.accountScopes : [];
    return accounts.some((scope) => this.#isErased('account', scope, text)) || this.#isAddressIn(text);
  }

  #isAddressIn(text: string): boolean {
    const { emails, phones } = addressesInText(text);
    return (
      emails.some((email) => this.#isErased('email', '', readEmail(email).value)) ||
      phones.some((phone) =>
        this.#origin.countries.some((country) => {
          const { state, value } = readPhone(phone, country ?? undefined);
          return state === 'usable' && this.#isErased('phone', '', value);
        }),
      )
    );
  }

  /** As an erasure leaves an order: without what it says of its buyer in its lines. `record` is what is known of who that is. */
  #withoutOwnWords({ facts, buyer }: PreparedOrder, record: RecordFacts | undefined): PreparedOrder['facts'] {
    const [, , name, email, phone, receiver, receiverPhone, , , , , , address] = record ?? [];
    const told = <T>(...values: readonly (T | null | undefined)[]) => values.flatMap((value) => value ?? []) as T[];
    const values = new PersonalValues({
      accounts: [],
      names: told(name, receiver, buyer?.name),
      nicknames: [],
      emails: told(email, buyer?.email).map((text) => readEmail(text).value),
      phones: told(phone, receiverPhone, buyer?.phone),
      addresses: told(address),
      orders: [],
    });
    const own = (text: string | null) => text !== null && (values.isOwnWord(text) || this.#isOwnWord(text));
    return {
      ...facts,
      coupon: own(facts.coupon) ? null : facts.coupon,
      lines: facts.lines.map((line) => ({
        ...line,
        title: own(line.title) ? CUT : line.title,
        variant: own(line.variant) ? null : line.variant,
      })),
    };
  }

  /** Also where the row or its layout does not say who bought. */
  #isOwnWord(text: string): boolean {
    const known = this.#words.get(text);
    if (known !== undefined) return known;
    const own = this.#isAddressIn(plainText(text)) || this.#people.isOwnWord(text);
    if (this.#words.size < MOST_WORDS) this.#words.set(text, own);
    return own;
  }

  #isErased(kind: 'account' | 'email' | 'phone', scope: string, value: string): boolean {
    return this.#people.at({ kind, scope, value }) !== undefined;
  }
}

const LONGEST_ACCOUNT = 128;
const MOST_WORDS = 10_000;

/** Undefined where nobody was ever forgotten. */
export function keepOut(archive: Archive, origin: FileOrigin): KeepOut | undefined {
  const people = erasedPeople(archive);
  return people && new KeepOut(people, origin);
}
