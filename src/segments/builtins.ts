/** The segments every archive has: RFM groups, lifecycle stages and value bands, under names unique across kinds. */
import { LIFECYCLE_STAGES } from '../measures/lifecycle.ts';
import { RFM_GROUPS } from '../measures/rfm.ts';
import { VALUE_BANDS } from '../measures/value-bands.ts';
import { nameKey } from './segment-name.ts';

export interface Builtin {
  readonly name: string;
  readonly kind: 'rfm' | 'lifecycle' | 'value';
  /** The query that is the segment. */
  readonly where: string;
}

export const builtins: readonly Builtin[] = [
  ...RFM_GROUPS.map((name): Builtin => ({ name, kind: 'rfm', where: `rfm_group = '${name}'` })),
  ...LIFECYCLE_STAGES.map((name): Builtin => ({ name, kind: 'lifecycle', where: `lifecycle_stage = '${name}'` })),
  ...VALUE_BANDS.map((name): Builtin => ({ name, kind: 'value', where: `value_band = '${name}'` })),
];

/** In any case: Shopify writes its groups in capitals. */
export function builtinNamed(name: string): Builtin | undefined {
  const wanted = nameKey(name);
  return builtins.find((builtin) => builtin.name === wanted);
}
