/** What a person is told by in text: whether a cell, however it is spelt, says anything of them. */
import { addressesInText, plainText } from './addresses-in-text.ts';
import { readEmail } from './emails.ts';
import { foldGmail } from './mailbox.ts';
import { cleanCell, foldName } from './text.ts';
import { Phrases } from './phrases.ts';

export interface PersonalFacts {
  readonly accounts: readonly string[];
  readonly names: readonly string[];
  /** What nobody else is called; one word may be anybody's all the same. */
  readonly nicknames: readonly string[];
  readonly emails: readonly string[];
  /** In E.164. */
  readonly phones: readonly string[];
  readonly addresses: readonly string[];
  /** Numbers of their orders. */
  readonly orders: readonly string[];
}

/** The last digits of a phone tell it apart, with its country code or without. */
const TAIL = 9;
/** A shorter text may stand in any other. */
const SHORTEST = 6;

export class PersonalValues {
  readonly #words: ReadonlySet<string>;
  /** What is theirs where it is the whole of a value, however short. */
  readonly #wholes: ReadonlySet<string>;
  readonly #emails: ReadonlySet<string>;
  readonly #tails: ReadonlySet<string>;
  readonly #orders: ReadonlySet<string>;
  readonly #phrases: Phrases;
  /** Names and accounts that stand for somebody in the middle of a sentence too. */
  readonly #names: readonly string[];
  /** Those that may stand in the middle of what an order says of a thing. */
  readonly ownNames: readonly string[];

  constructor({ accounts, names, nicknames, emails, phones, addresses, orders }: PersonalFacts) {
    this.#words = new Set([...accounts, ...names].map(foldWords).filter((word) => word !== ''));
    this.#wholes = new Set([...nicknames, ...addresses, ...emails].map(foldWords).filter((word) => word !== ''));
    this.#emails = new Set(emails.map(foldGmail));
    this.#tails = new Set(phones.map((phone) => phone.replace(/\D/g, '').slice(-TAIL)));
    this.#orders = new Set(orders);
    this.#names = [
      ...names.map(foldWords).filter(isFullName),
      ...[...accounts, ...nicknames].map(foldWords).filter((name) => name.length > SHORTEST),
      ...nicknames.map(foldWords).filter((name) => name.length > 1 && isFullName(name)),
    ];
    this.ownNames = [...new Set(this.#names.filter((name) => name.length > 2))];
    this.#phrases = new Phrases([...addresses, ...emails].map(squeezed).filter((text) => text.length >= SHORTEST));
  }

  /** Whether a text is one of their names and no more; others may bear it. */
  isName(text: string): boolean {
    return this.#words.has(foldWords(text));
  }

  /** Whether a text is something of theirs and no more, as what a rule asks for. */
  isValue(text: string): boolean {
    const folded = foldWords(text);
    return this.#words.has(folded) || this.#wholes.has(folded);
  }

  isOrder(number: string): boolean {
    return this.#orders.has(number);
  }

  isIn(cell: string): boolean {
    if (cell === '') return false;
    const text = plainText(cell);
    if (this.#words.has(foldWords(text))) return true;
    const { emails, phones } = addressesInText(text);
    return (
      emails.some((email) => this.#emails.has(foldGmail(readEmail(cleanCell(email)).value))) ||
      phones.some((phone) => this.#hasPhone(phone.replace(/\D/g, ''))) ||
      this.#phrases.isIn(squeezed(text))
    );
  }

  /** As `isIn`, of a sentence: who it speaks of may be told by name in the middle of it. */
  isSaidIn(text: string): boolean {
    if (this.isIn(text)) return true;
    const folded = foldWords(text);
    // As in names of files.
    const apart = folded.replaceAll(/[_+-]/g, ' ');
    return this.#names.some((name) => folded.includes(name) || apart.includes(name));
  }

  /** Whether what an order says of a thing, or of its coupon, is its buyer's own, as an engraving is. Things may be called like people. */
  isOwnWord(text: string): boolean {
    if (this.isIn(text)) return !this.#words.has(foldWords(text));
    const folded = foldWords(text);
    return this.ownNames.some((name) => folded !== name && folded.includes(name));
  }

  /** The sentence without that; all of it goes where it is spelt in another way than they themselves are. */
  cutFrom(text: string, spellings: readonly string[]): string {
    let left = text;
    for (const spelling of spellings)
      if (spelling.length > 1 && this.isSaidIn(spelling)) left = left.replaceAll(spelling, CUT);
    return this.isSaidIn(left) ? CUT : left;
  }

  #hasPhone(digits: string): boolean {
    for (let at = 0; at + SHORTEST <= digits.length; at++)
      if (this.#tails.has(digits.slice(at, at + TAIL))) return true;
    return false;
  }
}

/** By which people are told apart in a sentence: two words, or any text beyond ASCII. */
const isFullName = (name: string) => /\s/.test(name) || /[^\p{ASCII}]/u.test(name);

/** What stands where something was left out. */
export const CUT = '…';

/** As texts of people are compared. */
export const foldWords = (text: string) => foldName(cleanCell(text));
const squeezed = (text: string) =>
  plainText(text)
    .replace(/[\s,，.。;；、-]+/g, '')
    .toLowerCase();
