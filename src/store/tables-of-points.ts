/** Tables of points: what was said of them. What is earned follows from orders, notes and birthdays, and is never stored. */
export const TABLES_OF_POINTS = `
CREATE TABLE point_rules (
  name TEXT NOT NULL,              -- a name of points/rules.ts
  day TEXT NOT NULL,               -- it holds from this day until the next one
  value TEXT NOT NULL,             -- points for an amount of whole units as 1/10, else a whole number
  said_at INTEGER NOT NULL,
  PRIMARY KEY (name, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE point_entries (
  point_entry_id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES records,
  kind TEXT NOT NULL CHECK (kind IN ('add', 'redeem')),
  points INTEGER NOT NULL CHECK (points > 0),
  reason TEXT,
  day TEXT NOT NULL,
  said_at INTEGER NOT NULL
) STRICT;
CREATE INDEX point_entries_by_record ON point_entries (record_id);
`;
