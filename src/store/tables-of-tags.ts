/** Tables of labels on customers, and of how they are kept. */
export const TABLES_OF_TAGS = `
CREATE TABLE tag_facts (
  tag_fact_id INTEGER PRIMARY KEY,
  tag TEXT NOT NULL,
  record_id INTEGER NOT NULL REFERENCES records,
  origin TEXT NOT NULL,            -- 'hand', 'segment:NAME', or 'import:N' for a file of customers
  reason TEXT,
  added_at INTEGER NOT NULL,
  expires_day TEXT,
  followed INTEGER NOT NULL DEFAULT 0 CHECK (followed IN (0, 1)), -- put on because the tag follows its segment
  expiry_changes TEXT,             -- JSON: [at, day before, day after] of each; null where there was none
  removed_at INTEGER,
  removed_origin TEXT,             -- 'hand', 'segment:NAME' that was left, 'group:NAME' of which another was put on, or 'merge'
  removed_reason TEXT              -- of a group the tag that was put on, of a merge the one that was merged
) STRICT;
CREATE INDEX tag_facts_by_record ON tag_facts (record_id);
CREATE INDEX tag_facts_by_tag ON tag_facts (tag);

-- Of two statements on one group the later holds.
CREATE TABLE tag_groups (
  tag_group_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,              -- what stands before the colon: care of care:gold
  one_of INTEGER NOT NULL CHECK (one_of IN (0, 1)),
  said_at INTEGER NOT NULL
) STRICT;

CREATE TABLE tag_follows (
  tag_follow_id INTEGER PRIMARY KEY,
  tag TEXT NOT NULL,
  segment TEXT NOT NULL,
  reason TEXT,
  followed_at INTEGER NOT NULL,
  ended_at INTEGER,
  refreshed_day TEXT               -- the day as of which it was last brought up to date
) STRICT;

-- Every fact has the new name; files that still say the old one mean the new one.
CREATE TABLE tag_renames (
  tag_rename_id INTEGER PRIMARY KEY,
  old_tag TEXT NOT NULL,
  new_tag TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('rename', 'merge')),
  renamed_at INTEGER NOT NULL
) STRICT;
`;
