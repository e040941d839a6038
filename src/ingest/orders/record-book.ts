/**
 * The records that an import brought, by the 90 leading bits of their fingerprints: sixteen bytes a
 * record, so that a million of them fit. Two of a million share these bits in one of 10^15 files.
 */

const FULL = 0.7;
const DIGITS = new Uint8Array(128);
for (const [value, sign] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'].entries())
  DIGITS[sign.charCodeAt(0)] = value;

export class RecordBook {
  #capacity = 1 << 10;
  #slots = new Uint32Array(4 * this.#capacity);
  #count = 0;

  /** Base64url; undefined where the import has not brought it. */
  get(fingerprint: string): number | undefined {
    return this.#slots[this.#find(bits(fingerprint, 0), bits(fingerprint, 5), bits(fingerprint, 10)) + 3] || undefined;
  }

  add(fingerprint: string, record: number): void {
    const key = [bits(fingerprint, 0), bits(fingerprint, 5), bits(fingerprint, 10)] as const;
    this.#slots.set([...key, record], this.#find(...key));
    if (++this.#count > this.#capacity * FULL) this.#grow();
  }

  #find(a: number, b: number, c: number): number {
    const mask = this.#capacity - 1;
    const slots = this.#slots;
    for (let at = a & mask; ; at = (at + 1) & mask) {
      const slot = 4 * at;
      if (slots[slot + 3] === 0) return slot;
      if (slots[slot] === a && slots[slot + 1] === b && slots[slot + 2] === c) return slot;
    }
  }

  #grow(): void {
    const old = this.#slots;
    this.#capacity *= 2;
    this.#slots = new Uint32Array(4 * this.#capacity);
    for (let slot = 0; slot < old.length; slot += 4) {
      if (old[slot + 3] === 0) continue;
      const entry = old.subarray(slot, slot + 4);
      this.#slots.set(entry, this.#find(entry[0] ?? 0, entry[1] ?? 0, entry[2] ?? 0));
    }
  }
}

/** Thirty bits: five digits of base64url. */
function bits(text: string, from: number): number {
  let value = 0;
  for (let index = from; index < from + 5; index++) value = value * 64 + (DIGITS[text.charCodeAt(index)] ?? 0);
  return value;
}
