/**
 * Records that are one customer's: a forest over record numbers whose roots are the lowest number of
 * each component. Some bytes a record, so that a whole archive fits.
 */
export class Partition {
  /** 0 for a record nobody spoke of. */
  readonly #up: Int32Array;
  /** Number of the account a record names, 0 for none, and of the account's scope. */
  readonly #accounts: Int32Array;
  readonly #scopes: Uint16Array;
  readonly #withEmail: Uint8Array;

  /** `last` is the greatest record number there is. */
  constructor(last: number) {
    this.#up = new Int32Array(last + 1);
    this.#accounts = new Int32Array(last + 1);
    this.#scopes = new Uint16Array(last + 1);
    this.#withEmail = new Uint8Array(last + 1);
  }

  /** The record is somebody, if only by itself. */
  add(record: number): void {
    if (this.#up[record] === 0) this.#up[record] = record;
  }

  /** The lowest record of the component; undefined for a record without evidence. */
  rootOf(record: number): number | undefined {
    return this.#up[record] ? this.#find(record) : undefined;
  }

  join(a: number, b: number): void {
    const [first, second] = [this.#find(a), this.#find(b)];
    if (first !== second) this.#up[Math.max(first, second)] = Math.min(first, second);
  }

  /** Makes each of the records a component of its own. They must be whole components. */
  part(records: readonly number[]): void {
    for (const record of records) this.#up[record] = record;
  }

  noteAccount(record: number, account: number, scope: number): void {
    this.#accounts[record] = account;
    this.#scopes[record] = scope;
  }

  noteEmail(record: number): void {
    this.#withEmail[record] = 1;
  }

  hasEmail(record: number): boolean {
    return this.#withEmail[record] === 1;
  }

  /** How many different accounts the records name, in the scope that has most. */
  accountsOf(records: readonly number[]): number {
    const scopes = new Map<number, Set<number>>();
    for (const record of records) {
      const account = this.#accounts[record] ?? 0;
      if (account === 0) continue;
      const scope = this.#scopes[record] ?? 0;
      const known = scopes.get(scope);
      if (known) known.add(account);
      else scopes.set(scope, new Set([account]));
    }
    return Math.max(0, ...[...scopes.values()].map((accounts) => accounts.size));
  }

  /** The records of every component that holds two accounts of one scope. */
  crowded(): number[] {
    const known = new Map<string, number>();
    const first = new Int32Array(this.#up.length);
    const roots = new Set<number>();
    for (let record = 1; record < this.#up.length; record++) {
      const account = this.#accounts[record] ?? 0;
      if (account === 0 || this.#up[record] === 0) continue;
      const root = this.#find(record);
      const other = first[root] ?? 0;
      if (other === 0) first[root] = record;
      else if (this.#accounts[other] !== account) {
        // A component with accounts at all is mostly one of a single scope.
        const scope = this.#scopes[record] ?? 0;
        if (this.#scopes[other] === scope) roots.add(root);
        else {
          const key = `${root} ${scope}`;
          if ((known.get(key) ?? account) !== account) roots.add(root);
          known.set(key, account);
        }
      }
    }
    return this.recordsOf(roots);
  }

  /** The records of the components of these roots. */
  recordsOf(roots: ReadonlySet<number>): number[] {
    const found: number[] = [];
    if (roots.size === 0) return found;
    for (let record = 1; record < this.#up.length; record++)
      if (this.#up[record] !== 0 && roots.has(this.#find(record))) found.push(record);
    return found;
  }

  #find(record: number): number {
    const up = this.#up;
    let root = record;
    for (let above = up[root] ?? root; above !== root; above = up[root] ?? root) {
      up[root] = up[above] ?? above;
      root = above;
    }
    return root;
  }
}
