/** SQL of the policy: a setting of the archive, which is not there while it is the usual one. */
import { isDeepStrictEqual } from 'node:util';
import type { Archive } from '../store/open.ts';
import { readSetting } from '../store/settings.ts';
import { DEFAULT_POLICY, type Policy, policySchema } from './policy.ts';

const KEY = 'followup_policy';

export function policyOf(archive: Pick<Archive, 'db'>): Policy {
  const kept = readSetting(archive, KEY);
  return kept === undefined ? DEFAULT_POLICY : policySchema.parse(JSON.parse(kept));
}

/** False, with nothing changed, where it is this one already. */
export function setPolicy(archive: Archive, policy: Policy): boolean {
  return archive.write(() => {
    if (isDeepStrictEqual(policyOf(archive), policy)) return false;
    if (isDeepStrictEqual(policy, DEFAULT_POLICY)) archive.db.prepare('DELETE FROM settings WHERE key = ?').run(KEY);
    else
      archive.db
        .prepare('INSERT INTO settings VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value')
        .run(KEY, JSON.stringify(policy));
    return true;
  });
}
