/** Values of several people as a summary keeps them: addresses themselves stand nowhere but in records. */
import type { Refreshed } from '../../archive/refresh.ts';
import { hintOf } from '../../values/address-hint.ts';
import type { ImportSummary } from './summary.ts';

export function sharedHints(uses: Refreshed['severalUsers']): ImportSummary['shared'] {
  return uses.map(({ kind, value, names, accounts, shared }) => ({
    kind,
    hint: hintOf(kind, value),
    names,
    accounts,
    joins: !shared,
  }));
}
