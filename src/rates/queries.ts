/** SQL of exchange rates: what was said of them, and which holds on a day. */
import { forgetPopulation } from '../store/kept-population.ts';
import type { Archive } from '../store/open.ts';
import { rateOn } from './rate.ts';
import type { RateFacts } from './read-rates.ts';

export interface SavedRates {
  readonly added: number;
  readonly unchanged: number;
  /** Said otherwise before. */
  readonly replaced: readonly (RateFacts & { readonly before: string })[];
}

/** Of one day the later word holds. `at` in UTC seconds. */
export function saveRates(archive: Archive, rates: readonly RateFacts[], at: number): SavedRates {
  return archive.write(() => {
    const { db } = archive;
    const find = db.prepare('SELECT rate FROM rates WHERE currency = ? AND target = ? AND day = ?').pluck();
    const put = db.prepare(`INSERT INTO rates (currency, target, day, rate, said_at) VALUES (?, ?, ?, ?, ?)
                            ON CONFLICT DO UPDATE SET rate = excluded.rate, said_at = excluded.said_at`);
    const replaced: (RateFacts & { before: string })[] = [];
    let [added, unchanged] = [0, 0];
    for (const fact of rates) {
      const { currency, target, day, rate } = fact;
      const before = find.get(currency, target, day) as string | undefined;
      if (before === rate) {
        unchanged++;
        continue;
      }
      if (before === undefined) added++;
      else replaced.push({ ...fact, before });
      put.run(currency, target, day, rate, at);
    }
    if (unchanged < rates.length) forgetPopulation(archive);
    return { added, unchanged, replaced };
  });
}

/** By currency, target and day. */
export function listRates(archive: Archive): RateFacts[] {
  return archive.db
    .prepare('SELECT currency, target, day, rate FROM rates ORDER BY currency, target, day')
    .all() as RateFacts[];
}

/** The rate of a currency that holds on a day, and since when. */
export type RateOn = (currency: string, day: string) => Pick<RateFacts, 'day' | 'rate'> | undefined;

/** Of the rates to one currency, all of them read at once: SQL that converts cannot ask for more. */
export function ratesTo(archive: Archive, target: string): RateOn {
  const byCurrency = new Map<string, RateFacts[]>();
  for (const fact of listRates(archive)) {
    if (fact.target !== target) continue;
    const known = byCurrency.get(fact.currency);
    if (known) known.push(fact);
    else byCurrency.set(fact.currency, [fact]);
  }
  return (currency, day) => rateOn(byCurrency.get(currency) ?? [], day);
}
