/** SQL of what files of customers say. */
import { BulkInsert } from '../../store/bulk-insert.ts';
import type { Archive } from '../../store/open.ts';
import type { Profile } from './profile.ts';

const bit = (flag: boolean | null) => (flag === null ? null : Number(flag));

export function profileWriter({ db }: Archive) {
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
      for (const name of profile.tags) tags.push([name, record, `import:${importId}`, at]);
    },
    /** After the records they are of. */
    flush(): void {
      profiles.flush();
      for (const one of tags) tag.run(...one);
    },
  };
}
