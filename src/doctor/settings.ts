/** What the archive and its shops are set to: that it is there, and something this program knows. */
import { isPolicy } from '../followups/policy.ts';
import { platformNamed } from '../platforms/index.ts';
import type { Archive } from '../store/open.ts';
import { isSuppressionKey } from '../store/settings.ts';
import { isAge } from '../values/ages.ts';
import { isZone } from '../values/zones.ts';
import type { Check } from './finding.ts';
import { columnMaps, missingSettings, settings, shops } from './settings-queries.ts';

export function* checkSettings(archive: Archive): Check {
  for (const example of missingSettings(archive)) yield { name: 'setting_missing', example };
  for (const [key, value] of settings(archive))
    if (!(KNOWN[key]?.(value) ?? true)) yield { name: 'setting_invalid', example: key };
  for (const { name, platform, zone, currency, country } of shops(archive)) {
    if (!isZone(zone)) yield { name: 'shop_zone_unknown', example: `${zone} (${name})`, subject: name };
    if (!platformNamed(platform)) yield { name: 'setting_invalid', example: `platform ${platform} (${name})` };
    if (!isCurrency(currency)) yield { name: 'setting_invalid', example: `currency ${currency} (${name})` };
    if (country !== null && !/^[A-Z]{2}$/.test(country))
      yield { name: 'setting_invalid', example: `country ${country} (${name})` };
  }
  for (const [name, isMap] of columnMaps(archive))
    if (!isMap) yield { name: 'setting_invalid', example: `columns of ${name}` };
}

const isCurrency = (text: string) => /^[A-Z]{3}$/.test(text);

/** By the key of the setting; what it holds is not said, for one is a secret. */
const KNOWN: Readonly<Record<string, (value: string) => boolean>> = {
  reporting_currency: isCurrency,
  time_zone: isZone,
  suppression_key: isSuppressionKey,
  retention: isAge,
  followup_policy: isPolicy,
};
