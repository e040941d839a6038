/** SQL of the ledger of consents: every statement by any source, and tables of them taken in. */
import { FOREVER } from '../forever.ts';
import { recordOf, recordsOf } from '../../customers/anchor-queries.ts';
import { statementsSql } from '../../store/consents-sql.ts';
import type { Archive } from '../../store/open.ts';
import type { Channel } from '../channels.ts';
import type { ConsentStatus } from '../gate.ts';
import { consentByCustomer } from '../queries.ts';
import { noteRefused } from '../said-queries.ts';
import type { ReadConsents } from './read-consents.ts';

export interface Statement {
  readonly channel: Channel;
  readonly status: ConsentStatus;
  readonly source: string;
  readonly stated_at: string;
  readonly note: string | null;
  readonly proof: string | null;
  /** Of a table of consents. */
  readonly file: string | null;
  /** 1 where nothing says when: stated_at is when it came. */
  readonly undated: 0 | 1;
  /** 1 for the one that decides. */
  readonly holds: 0 | 1;
}

/** Of one customer before `until`, UTC seconds: by channel, the latest first. */
export const statementsOf = ({ db }: Archive, customer: number, until: number): Statement[] =>
  db.prepare(statementsSql()).all({ among: JSON.stringify([customer]), until }) as Statement[];

export interface TakenConsents {
  readonly added: number;
  readonly unchanged: number;
  /** Who has a yes in the file that does not hold: a no, or a later word, does. */
  readonly outweighed: readonly number[];
}

/** What was there already changes nothing. `at` is UTC seconds. */
export function takeConsents(archive: Archive, { file, lines }: ReadConsents, at: number): TakenConsents {
  return archive.write(() => {
    const { isKnown, state } = statements(archive);
    const anchor = recordOf(archive);
    const refused = noteRefused(archive);
    let [added, unchanged] = [0, 0];
    for (const { customer, channels, status, at: dated, note, proof } of lines) {
      const records = status === 'refused' ? recordsOf(archive, customer) : [anchor(customer)];
      const facts = { status, note, proof, hash: file.hash, undated: Number(dated === null), at: dated ?? at };
      const missing = channels.flatMap((channel) =>
        records.flatMap((record) => (isKnown({ ...facts, record, channel }) ? [] : [{ record, channel }])),
      );
      for (const one of missing) state.run({ ...facts, ...one, file: file.name });
      if (status === 'refused') refused(records, channels);
      if (missing.length > 0) added++;
      else unchanged++;
    }
    return { added, unchanged, outweighed: outweighed(archive, lines) };
  });
}

function statements({ db }: Archive) {
  const told = db.prepare(
    `SELECT 1 FROM consents WHERE record_id = :record AND channel = :channel AND status = :status AND stated_at = :at AND note IS :note AND proof IS :proof
       AND undated = 0 AND source IN ('hand', 'consent file')`,
  );
  // Of what nobody dated a no that holds by hand is enough, and so is one word that holds where nothing else was said.
  const said = db.prepare(
    `SELECT 1 FROM consents WHERE record_id = :record AND channel = :channel AND status = :status AND undated = 1 AND (status <> 'refused' OR file_hash = :hash)
     UNION ALL SELECT 1 FROM (SELECT status FROM consents WHERE record_id = :record AND channel = :channel AND (source <> 'consent file' OR status = 'refused')
                              ORDER BY 2 * stated_at + (status = 'refused') DESC LIMIT 1) WHERE status = 'refused' AND :status = 'refused'`,
  );
  const state = db.prepare(
    `INSERT INTO consents (record_id, channel, status, source, note, proof, stated_at, undated, file_name, file_hash, after_override)
     VALUES (:record, :channel, :status, 'consent file', :note, :proof, :at, :undated, :file, :hash, (SELECT coalesce(max(override_id), 0) FROM overrides))`,
  );
  return {
    isKnown: (facts: { readonly undated: number; readonly record: number; readonly channel: Channel }) =>
      (facts.undated === 1 ? said : told).get(facts) !== undefined,
    state,
  };
}

function outweighed(archive: Archive, lines: ReadConsents['lines']): number[] {
  const yes = lines.filter(({ status }) => status === 'granted');
  const standing = new Map(
    [...new Set(yes.flatMap(({ channels }) => channels))].map((channel) => [
      channel,
      consentByCustomer(archive, channel, FOREVER),
    ]),
  );
  const found = yes.filter(({ customer, channels }) =>
    channels.some((channel) => standing.get(channel)?.get(customer) !== 'granted'),
  );
  return [...new Set(found.map(({ customer }) => customer))];
}
