/** SQL of what is listed of customers beside measures: labels, notes, what was said by hand or in files of customers. */
import { genderIn } from '../customers/edit-fields.ts';
import { consentsSql } from '../store/consents-sql.ts';
import { type Moment, tagHolds } from '../store/moment.ts';
import type { Archive } from '../store/open.ts';

/** Null where nobody says; a birthday as YYYY-MM-DD, 0000 where no year is told. */
export interface MemberFacts {
  readonly tags: readonly string[];
  readonly note_count: number;
  readonly birthday: string | null;
  readonly gender: string | null;
  readonly language: string | null;
  readonly preferred_channel: string | null;
  readonly every_days: number | null;
  readonly consented: readonly string[];
}

/** Of everybody at once; a function of the customer's number. */
export function memberFacts(archive: Archive, moment: Moment): (customer: number) => MemberFacts {
  const tags = tagsHeld(archive, moment);
  const consented = lists(
    archive,
    `SELECT customer_id, channel FROM (${consentsSql('before :until')}) WHERE status = 'granted' ORDER BY 1, 2`,
    moment,
  );
  const notes = new Map(
    archive.db
      .prepare(
        'SELECT customer_id, count(*) FROM notes JOIN record_customers USING (record_id) WHERE noted_at < :until GROUP BY 1',
      )
      .raw()
      .all({ until: moment.until }) as [number, number][],
  );
  const byFiles = saidByFiles(archive, moment.until);
  const byHand = saidByHand(archive, moment.until);
  return (customer) => {
    const said = { ...byFiles.get(customer), ...byHand.get(customer) };
    const { birthday = null, gender = null, language = null, channel = null, every } = said;
    return {
      tags: tags.get(customer) ?? [],
      note_count: notes.get(customer) ?? 0,
      birthday,
      gender,
      language,
      preferred_channel: channel,
      every_days: every === undefined ? null : Number(every),
      consented: consented.get(customer) ?? [],
    };
  };
}

/** Of whoever has any, in their order. */
export function tagsHeld(archive: Archive, moment: Moment): Map<number, readonly string[]> {
  return lists(
    archive,
    `SELECT k.customer_id, t.tag FROM tag_facts t JOIN record_customers k USING (record_id) WHERE ${tagHolds('t')} ORDER BY 1, 2`,
    moment,
  );
}

/** Of rows of a customer and one of theirs, in the order in which they are to stand, each once. */
function lists({ db }: Archive, sql: string, { asOf, until }: Moment): Map<number, readonly string[]> {
  const rows = db.prepare(sql).raw().all({ asOf, until }) as [customer: number, one: string][];
  const found = new Map<number, string[]>();
  for (const [customer, one] of rows) {
    const known = found.get(customer);
    if (!known) found.set(customer, [one]);
    else if (known.at(-1) !== one) known.push(one);
  }
  return found;
}

type Said = Partial<Record<'birthday' | 'gender' | 'language' | 'channel' | 'every', string>>;

function saidByFiles({ db }: Archive, until: number): Map<number, Said> {
  const rows = db
    .prepare(`SELECT k.customer_id, p.birthday, p.gender FROM profiles p JOIN imports i USING (import_id) JOIN record_customers k USING (record_id)
              WHERE i.undone_at IS NULL AND i.imported_at < ? AND (p.birthday IS NOT NULL OR p.gender IS NOT NULL) ORDER BY p.import_id, p.line`)
    .raw()
    .iterate(until) as IterableIterator<[customer: number, birthday: string | null, gender: string | null]>;
  const said = new Map<number, Said>();
  for (const [customer, birthday, gender] of rows)
    said.set(customer, {
      ...said.get(customer),
      ...(birthday === null ? {} : { birthday }),
      ...(gender === null ? {} : { gender: genderIn(gender) }),
    });
  return said;
}

function saidByHand({ db }: Archive, until: number): Map<number, Said> {
  const rows = db
    .prepare(`SELECT customer_id, field, value FROM edits JOIN record_customers USING (record_id)
              WHERE edited_at < ? AND field IN ('birthday', 'gender', 'language', 'channel', 'every') ORDER BY edited_at, edit_id`)
    .raw()
    .iterate(until) as IterableIterator<[customer: number, field: keyof Said, value: string | null]>;
  const said = new Map<number, Said>();
  for (const [customer, field, value] of rows) {
    const { [field]: _, ...others } = said.get(customer) ?? {};
    said.set(customer, value === null ? others : { ...others, [field]: value });
  }
  return said;
}
