/** Very many texts looked for in another at once. */
const LEAD = 6;

export class Phrases {
  readonly #byLead = new Map<string, string[]>();

  /** Each of six characters or more. */
  constructor(phrases: Iterable<string>) {
    for (const phrase of new Set(phrases)) {
      const lead = phrase.slice(0, LEAD);
      const known = this.#byLead.get(lead);
      if (known) known.push(phrase);
      else this.#byLead.set(lead, [phrase]);
    }
  }

  isIn(text: string): boolean {
    if (this.#byLead.size === 0) return false;
    for (let at = 0; at + LEAD <= text.length; at++)
      if (this.#byLead.get(text.slice(at, at + LEAD))?.some((phrase) => text.startsWith(phrase, at))) return true;
    return false;
  }
}
