/**
 * The points of customers on a day, worked out anew each time: by the rules from counting orders, notes and birthdays, so
 * that a refund takes them back; as files of customers state them; and by hand.
 */
import { archiveZone, reportingCurrency } from '../measures/queries.ts';
import { ratesTo } from '../rates/queries.ts';
import { convert } from '../rates/rate.ts';
import { memberFacts } from '../segments/member-queries.ts';
import type { Moment } from '../store/moment.ts';
import type { Archive } from '../store/open.ts';
import { addDays, isDay } from '../values/days.ts';
import { exponentOf } from '../values/exponents.ts';
import { dayIn } from '../values/zones.ts';
import { type Credit, type Debit, type Ledger, ledgerOf } from './ledger.ts';
import { countingOrders, entriesOf, type PointOrder, pointNotes, ruleVersions, statementsOf } from './queries.ts';
import { type Rules, rulesFrom } from './rules.ts';

/** Where the points of a credit were earned; null where that is no platform. */
type Earn = (customer: number, credit: Credit, platform: string | null) => void;

/** Of everybody where `customers` is absent; those of whom nothing is known of points are not in it. */
export function accounts(archive: Archive, moment: Moment, customers?: readonly number[]): Map<number, Ledger> {
  const { asOf, until } = moment;
  const rules = rulesFrom(ruleVersions(archive));
  const entries = new Map<number, (Credit | Debit)[]>();
  const add = (customer: number, entry: Credit | Debit): void => {
    if (entry.points === 0) return;
    const known = entries.get(customer);
    if (known) known.push(entry);
    else entries.set(customer, [entry]);
  };
  const statements = statedPoints(archive, until, customers);
  for (const { customer, ...credit } of statements.credits) add(customer, credit);
  const earn: Earn = (customer, credit, platform) => {
    if (!statements.includes(customer, credit.day, platform)) add(customer, credit);
  };
  earnByOrders(archive, moment, customers, rules, earn);
  earnByNotes(archive, moment, customers, rules, earn);
  for (const { customer, kind, points, reason, day } of entriesOf(archive, asOf, customers))
    add(customer, { kind, points, day, about: reason });
  const months = (day: string) => rules.months(day);
  return new Map([...entries].map(([customer, of]) => [customer, ledgerOf(of, months, asOf)]));
}

/**
 * What a file states is the balance on its day: what was earned before is in it, on its platform, or anywhere where the
 * table is the seller's own. Of each platform the latest file counts, and none before the latest own one.
 */
function statedPoints(archive: Archive, until: number, customers: readonly number[] | undefined) {
  const zone = archiveZone(archive);
  const dated = statementsOf(archive, until, customers).map((one) => ({ ...one, day: dayIn(one.at, zone) }));
  const days = new Map<string, string>();
  for (const { customer, platform, day } of dated) days.set(`${customer} ${platform}`, day);
  const ownDay = (customer: number) => days.get(`${customer} ${OWN}`) ?? '';
  const credits = dated.flatMap(({ customer, platform, day, points }) =>
    platform !== OWN && day <= ownDay(customer)
      ? []
      : [{ customer, day, kind: 'opening' as const, points, about: platform === OWN ? null : platform }],
  );
  return {
    credits,
    includes: (customer: number, day: string, platform: string | null): boolean =>
      days.size > 0 &&
      (day <= ownDay(customer) || (platform !== null && day <= (days.get(`${customer} ${platform}`) ?? ''))),
  };
}

/** The platform of a seller's own table. */
const OWN = 'generic';

function earnByOrders(
  archive: Archive,
  moment: Moment,
  customers: readonly number[] | undefined,
  rules: Rules,
  earn: Earn,
): void {
  if (!rules.has('per_amount') && !rules.has('first_order') && !rules.has('birthday')) return;
  const wholes = wholeUnits(archive);
  const birthdayOf = rules.has('birthday') ? memberFacts(archive, moment) : undefined;
  let before: number | undefined;
  for (const { customer, day, number, platform, ...amount } of countingOrders(archive, moment.asOf, customers)) {
    const { points, amount: each } = rules.perAmount(day);
    const earned = points === 0 ? 0 : Math.floor(wholes({ ...amount, day }) / each) * points;
    earn(customer, { day, kind: 'order', points: Math.max(0, earned), about: number }, platform);
    if (customer === before) continue;
    before = customer;
    earn(customer, { day, kind: 'first_order', points: rules.points('first_order', day), about: number }, platform);
    const birthday = birthdayOf?.(customer).birthday ?? null;
    if (birthday === null) continue;
    for (const one of birthdaysFrom(birthday, day, moment.asOf))
      earn(customer, { day: one, kind: 'birthday', points: rules.points('birthday', one), about: null }, null);
  }
}

/** What an order brought in whole units of the reporting currency, by the rate of its day; nothing without one. */
function wholeUnits(archive: Archive): (order: Pick<PointOrder, 'day' | 'currency' | 'net'>) => number {
  const target = reportingCurrency(archive);
  const rates = ratesTo(archive, target);
  const minor = 10 ** exponentOf(target);
  return ({ day, currency, net }) => {
    if (currency === target) return Math.floor(net / minor);
    const found = rates(currency, day);
    return found === undefined ? 0 : Math.floor(Number(convert(net, found.rate, currency, target)) / minor);
  };
}

/** Each from one day to another; whoever was born on 29 February has it on the 28th of other years. */
function birthdaysFrom(birthday: string, from: string, to: string): string[] {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return Array.from({ length: years + 1 }, (_, index) => {
    const day = `${Number(from.slice(0, 4)) + index}${birthday.slice(4)}`;
    return isDay(day) ? day : addDays(`${day.slice(0, 4)}-03-01`, -1);
  }).filter((day) => day >= from && day <= to);
}

function earnByNotes(
  archive: Archive,
  moment: Moment,
  customers: readonly number[] | undefined,
  rules: Rules,
  earn: Earn,
): void {
  if (!rules.has('praise') && !rules.has('referral')) return;
  const brought = new Set<string>();
  for (const { customer, kind, day, brought: whom } of pointNotes(archive, moment, customers)) {
    const key = `${customer} ${whom}`;
    // Whoever was brought was so once.
    if (kind === 'referral' && (whom === null || whom === customer || brought.has(key))) continue;
    if (kind === 'referral') brought.add(key);
    earn(
      customer,
      { day, kind, points: rules.points(kind, day), about: kind === 'referral' ? `#${whom}` : null },
      null,
    );
  }
}
