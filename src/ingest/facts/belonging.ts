/** From a file's own count of its records to the archive's, and to the customers these are of. */
import type { Refresh } from '../../archive/refresh.ts';
import { NumberSet } from '../../values/number-set.ts';
import type { factWriters } from './fact-queries.ts';
import { contactFacts } from '../orders/fingerprint.ts';
import type { PreparedOrder } from '../orders/prepared-order.ts';

interface Belonging {
  readonly record: number;
  /** For now; null for nobody's. */
  readonly customer: number | null;
}

/** The function given back takes what is known of an order that stands with this very record already. */
export function belongings(
  write: Pick<ReturnType<typeof factWriters>, 'knownRecord' | 'record'>,
  refreshing: Pick<Refresh, 'record'>,
): (order: Pick<PreparedOrder, 'record' | 'fingerprint' | 'shown'>, standing?: Belonging) => Belonging {
  let records = new Int32Array(1 << 10);
  const anonymous = new NumberSet();
  const known = new Map<number, number>();
  const keep = (shown: number, { record, customer }: Belonging): void => {
    if (shown >= records.length) {
      const longer = new Int32Array(Math.max(shown + 1, 2 * records.length));
      longer.set(records);
      records = longer;
    }
    records[shown] = record;
    if (customer === null) anonymous.add(record);
    else if (customer !== record) known.set(record, customer);
  };
  return ({ record: shown, fingerprint, shown: first }, standing) => {
    if (!first) {
      const record = records[shown] ?? 0;
      return { record, customer: anonymous.has(record) ? null : (known.get(record) ?? record) };
    }
    let belonging = standing ?? write.knownRecord(fingerprint);
    if (!belonging) {
      const record = write.record(fingerprint, first);
      belonging = {
        record,
        customer: refreshing.record(record, contactFacts(fingerprint, first)),
      };
    }
    keep(shown, belonging);
    return belonging;
  };
}
