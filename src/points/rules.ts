/** The rules by which points are earned and expire, each in versions that hold from a day on. */
import { rateOn } from '../rates/rate.ts';

export const RULE_NAMES = ['per_amount', 'first_order', 'birthday', 'referral', 'praise', 'months'] as const;
export type RuleName = (typeof RULE_NAMES)[number];

export const isRuleName = (name: string): name is RuleName => RULE_NAMES.some((known) => known === name);

export interface RuleVersion {
  readonly name: RuleName;
  /** It holds from this day until the next version. */
  readonly day: string;
  /** Of per_amount POINTS/AMOUNT, else a whole number; 0 ends the rule. */
  readonly value: string;
}

const MOST_MONTHS = 600;

/** As it is kept; undefined for what the rule cannot be. */
export function readRuleValue(name: RuleName, text: string): string | undefined {
  const plain = text.normalize('NFKC').trim();
  if (name === 'per_amount') {
    const [, points = '', amount = '1'] = /^(\d{1,6})(?:\/(\d{1,9}))?$/.exec(plain) ?? [];
    return points === '' || Number(amount) === 0 ? undefined : `${Number(points)}/${Number(amount)}`;
  }
  if (!/^\d{1,7}$/.test(plain)) return undefined;
  return name === 'months' && Number(plain) > MOST_MONTHS ? undefined : String(Number(plain));
}

/** What holds on a day: of one rule its value, of per_amount how many points for how many whole units. */
export interface Rules {
  points(name: Exclude<RuleName, 'per_amount' | 'months'>, day: string): number;
  perAmount(day: string): { readonly points: number; readonly amount: number };
  /** How long points earned on a day last; 0 where they stay. */
  months(day: string): number;
  /** Whether the rule was ever more than nothing. */
  has(name: RuleName): boolean;
}

/** Of versions in the order of their days. */
export function rulesFrom(versions: readonly RuleVersion[]): Rules {
  const byName = new Map(RULE_NAMES.map((name) => [name, versions.filter((version) => version.name === name)]));
  const on = (name: RuleName, day: string) => rateOn(byName.get(name) ?? [], day)?.value ?? '0';
  return {
    points: (name, day) => Number(on(name, day)),
    perAmount(day) {
      const [points = 0, amount = 1] = on('per_amount', day).split('/').map(Number);
      return { points, amount };
    },
    months: (day) => Number(on('months', day)),
    has: (name) => (byName.get(name) ?? []).some(({ value }) => !value.startsWith('0')),
  };
}
