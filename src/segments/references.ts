/** Which segments a condition names, and what follows from that: circles, who needs whom. */
import { asksAbout } from './asks-about.ts';
import type { Definition } from './definitions.ts';
import { nameKey } from './segment-name.ts';

/** As they are written there; none where it is no condition, as what an erasure cut something out of. */
export const segmentsIn = (where: string): string[] => [...asksAbout(where).segments];

/** Names of those whose rules name this segment. */
export function referrersOf(name: string, definitions: readonly Pick<Definition, 'name' | 'where'>[]): string[] {
  const key = nameKey(name);
  return definitions
    .filter(({ where }) => segmentsIn(where).some((other) => nameKey(other) === key))
    .map((definition) => definition.name);
}

/** From a name to itself, each named by the rule of the one before; undefined where it does not come back. */
export function circleFrom(
  name: string,
  ruleOf: (name: string) => { readonly name: string; readonly where: string } | undefined,
): string[] | undefined {
  const start = nameKey(name);
  const seen = new Set<string>();
  const visit = (at: string): string[] | undefined => {
    const rule = ruleOf(at);
    if (!rule || seen.has(nameKey(at))) return undefined;
    seen.add(nameKey(at));
    for (const next of segmentsIn(rule.where)) {
      if (nameKey(next) === start) return [rule.name, ruleOf(next)?.name ?? next];
      const chain = visit(next);
      if (chain) return [rule.name, ...chain];
    }
    return undefined;
  };
  return visit(name);
}
