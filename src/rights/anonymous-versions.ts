/** Orders of somebody who is forgotten stand on with their figures and lines: their versions name nobody any more. */
import { contentHash } from '../ingest/orders/fingerprint.ts';
import type { Archive } from '../store/open.ts';
import type { PersonalValues } from '../values/personal-values.ts';
import { versionQueries, wordQueries } from './version-queries.ts';

/** Hashes versions anew that stand on another record than before; of two that say the same then one stays. */
export function rehashVersions(archive: Archive, versions: Iterable<number>): void {
  const queries = versionQueries(archive);
  for (const version of versions) {
    const at = queries.at(version);
    const hash = contentHash(at.order, at.platform, at.fingerprint);
    const twin = queries.twin(version, at, hash);
    if (twin === undefined) queries.rehash(version, hash);
    else queries.merge(version, twin);
  }
}

/** A line or a coupon that says something of the buyer, as an engraving does. Gives each that was cut. */
export function cutOwnWords(archive: Archive, values: PersonalValues): readonly string[] {
  const queries = wordQueries(archive);
  const cut: string[] = [];
  const isOwn = (text: string) => values.isOwnWord(text) && cut.push(text) > 0;
  for (const line of queries.lines()) {
    const { title, variant } = line;
    if (isOwn(title)) queries.cutTitle(line);
    if (variant !== null && isOwn(variant)) queries.cutVariant(line);
  }
  for (const { version, coupon } of queries.coupons()) if (isOwn(coupon)) queries.cutCoupon(version);
  return cut;
}
