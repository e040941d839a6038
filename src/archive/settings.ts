/** The archive's settings that a person may set; the first shop decides them until somebody does. */
import { isCurrencyCode } from '../values/currency-codes.ts';
import { forgetPopulation } from '../store/kept-population.ts';
import type { Archive } from '../store/open.ts';
import { isZone } from '../values/zones.ts';
import { listShops } from './shop-edits.ts';

/** What they may be set to. The key that suppressed addresses are hashed with is none of them: it is a secret, and another one would lose them. */
const ALLOWED = { reporting_currency: isCurrencyCode, time_zone: isZone } as const satisfies Readonly<
  Record<string, (value: string) => boolean>
>;

export type SettingName = keyof typeof ALLOWED;
export const SETTINGS = Object.keys(ALLOWED) as readonly SettingName[];

export const isSetting = (name: string): name is SettingName => Object.hasOwn(ALLOWED, name);

export const isAllowed = (name: SettingName, value: string): boolean => ALLOWED[name](value);

export function settingsOf({ db }: Archive): ReadonlyMap<SettingName, string> {
  const rows = db.prepare('SELECT key, value FROM settings ORDER BY key').raw().all() as [string, string][];
  return new Map(rows.flatMap(([key, value]) => (isSetting(key) ? [[key, value] as const] : [])));
}

/** `value` must be allowed. Gives what it was before; undefined, with nothing changed, where no shop has decided it yet. */
export function setSetting(archive: Archive, name: SettingName, value: string): string | undefined {
  return archive.write(() => {
    const before = settingsOf(archive).get(name);
    if (before === undefined || listShops(archive).length === 0) return undefined;
    archive.db.prepare('UPDATE settings SET value = ? WHERE key = ?').run(value, name);
    if (name === 'reporting_currency' && before !== value) forgetPopulation(archive);
    return before;
  });
}
