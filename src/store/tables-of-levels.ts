/** Tables of the levels of membership: the rules, which are facts, and on which days who satisfied them, which follows. */
export const TABLES_OF_LEVELS = `
CREATE TABLE levels (
  name TEXT PRIMARY KEY,
  position INTEGER NOT NULL UNIQUE, -- the highest whose rule holds is the customer's
  segment TEXT,
  condition TEXT,
  grace_days INTEGER NOT NULL CHECK (grace_days >= 0), -- how long it is kept after the last day on which the rule held
  said_at INTEGER NOT NULL,
  CHECK ((segment IS NULL) <> (condition IS NULL))
) STRICT, WITHOUT ROWID;

-- Days for which the rules have been asked of everybody: levels/refresh-levels.ts. Can be made again at any time.
CREATE TABLE level_days (
  day TEXT PRIMARY KEY,
  print TEXT NOT NULL              -- of the rules and of all that had been known by then
) STRICT, WITHOUT ROWID;

-- Likewise: who satisfied a rule on all days from one to another.
CREATE TABLE level_spells (
  level TEXT NOT NULL,
  customer_id INTEGER NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  PRIMARY KEY (level, customer_id, from_day)
) STRICT, WITHOUT ROWID;
CREATE INDEX level_spells_by_end ON level_spells (level, to_day, customer_id);
CREATE INDEX level_spells_by_customer ON level_spells (customer_id);
`;
