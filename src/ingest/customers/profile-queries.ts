/** SQL of what files of customers say. */
import { tagNames } from '../../archive/tag-names.ts';
import { BulkInsert } from '../../store/bulk-insert.ts';
import type { Archive } from '../../store/open.ts';
import type { Profile } from './profile.ts';

/** The standing imports that took the same bytes before, read otherwise. */
export function importsOfSameBytes({ db }: Archive, importId: number): EarlierImport[] {
  return db
    .prepare(
      `SELECT i.import_id, i.imported_at FROM imports i JOIN imports this USING (file_hash)
       WHERE this.import_id = ? AND i.import_id < this.import_id AND i.undone_at IS NULL ORDER BY 1`,
    )
    .all(importId) as EarlierImport[];
}

/** Whether two imports were told the same, refusals and the file's own time and all. */
export function isSameSaid({ db }: Archive, one: number, other: number): boolean {
  return SAID.every((said) => {
    const differs = db.prepare(
      `SELECT 1 FROM (${said} WHERE import_id = :one EXCEPT ${said} WHERE import_id = :other)
       UNION ALL SELECT 1 FROM (${said} WHERE import_id = :other EXCEPT ${said} WHERE import_id = :one) LIMIT 1`,
    );
    return differs.get({ one, other }) === undefined;
  });
}

export interface EarlierImport {
  readonly import_id: number;
  readonly imported_at: number;
}

const SAID = [
  'SELECT record_id, line, nickname, birthday, gender, tags, points, note, since, accepts_email, accepts_sms, accepts_phone, flags_at, email_bounced, blacklist, own FROM profiles',
  'SELECT sheet, line, column_name, value, reason FROM refusals',
  'SELECT exported_at FROM imports',
];

const bit = (flag: boolean | null) => (flag === null ? null : Number(flag));

export function profileWriter({ db }: Pick<Archive, 'db'>) {
  const nameOf = tagNames({ db });
  const profiles = new BulkInsert(
    db,
    'profiles (import_id, record_id, line, nickname, birthday, gender, tags, points, note, since, accepts_email, accepts_sms, accepts_phone, flags_at, email_bounced, blacklist, own)',
  );
  const tag = db.prepare('INSERT INTO tag_facts (tag, record_id, origin, added_at) VALUES (?, ?, ?, ?)');
  const tags: [tag: string, record: number, origin: string, at: number][] = [];
  return {
    /** `at` is UTC seconds. */
    add(importId: number, record: number, line: number, profile: Profile, at: number): void {
      const { nickname, birthday, gender, points, note, since, acceptsEmail, acceptsSms, acceptsPhone } = profile;
      const flags = [bit(acceptsEmail), bit(acceptsSms), bit(acceptsPhone), profile.flagsAt] as const;
      profiles.add(
        importId,
        record,
        line,
        nickname,
        birthday,
        gender,
        JSON.stringify(profile.tags),
        points,
        note,
        since,
        ...flags,
        Number(profile.emailBounced),
        profile.blacklist,
        JSON.stringify(profile.own),
      );
      for (const name of new Set(profile.tags.map(nameOf))) tags.push([name, record, `import:${importId}`, at]);
    },
    /** After the records they are of. */
    flush(): void {
      profiles.flush();
      for (const one of tags) tag.run(...one);
    },
  };
}
