/** Tables of the facts that people said: the seller of the customers, and of what is to be made of files. */
export const TABLES_OF_PEOPLE = `
CREATE TABLE column_maps (
  name TEXT PRIMARY KEY,
  columns TEXT NOT NULL,           -- JSON: field -> header
  holds TEXT NOT NULL DEFAULT 'orders' CHECK (holds IN ('orders', 'customers')) -- what a row of such a table is
) STRICT, WITHOUT ROWID;

CREATE TABLE products (
  shop TEXT NOT NULL,              -- '' where it holds for every shop
  key TEXT NOT NULL,               -- the SKU, else the title without regard to case and blanks
  sku TEXT, title TEXT, category TEXT,
  cost INTEGER, currency TEXT,
  days_of_supply INTEGER CHECK (days_of_supply > 0),
  said_at INTEGER NOT NULL,
  PRIMARY KEY (shop, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE status_words (
  platform TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('status', 'payment', 'fulfilment', 'refund', 'cancellation')),
  word TEXT NOT NULL,              -- as archive/status-words.ts looks it up
  meaning TEXT NOT NULL,           -- a name of archive/vocabulary.ts
  said_at INTEGER NOT NULL,
  PRIMARY KEY (platform, role, word)
) STRICT, WITHOUT ROWID;

CREATE TABLE consents (
  consent_id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES records,
  channel TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('granted', 'refused', 'unknown')),
  source TEXT NOT NULL,            -- 'hand', 'consent file', the tool that told of it; 'split', 'merge', 'undo' where it was held for those; or what an archive before this one had it from
  note TEXT,
  proof TEXT,                      -- the words, or where they stand
  stated_at INTEGER NOT NULL,
  undated INTEGER NOT NULL DEFAULT 0 CHECK (undated IN (0, 1)), -- the file does not say when: stated_at is when it came
  file_name TEXT,
  file_hash TEXT,                  -- SHA-256 of the file, in hexadecimal digits
  after_override INTEGER NOT NULL DEFAULT 0, -- the greatest override there was: what is said after a merge holds for all of them
  after_import INTEGER             -- of a refusal, the greatest import there was when it was last said; null where that is not known
) STRICT;
CREATE INDEX consents_by_record ON consents (record_id);

CREATE TABLE suppressions (
  suppression_id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('email', 'phone', 'domain', 'customer')),
  hash TEXT,                       -- keyed hash of the normalised address or domain; survives erasure
  channel TEXT,                    -- where it bounces, or was refused by somebody who was forgotten or is not known yet; e-mail of a domain; null where it holds for all
  record_id INTEGER REFERENCES records,
  hint TEXT NOT NULL,              -- masked, for people
  reason TEXT,
  added_at INTEGER NOT NULL,
  lifted_at INTEGER,
  copy_of INTEGER REFERENCES suppressions, -- where a customer was split: that of the one they were
  copied_for INTEGER REFERENCES overrides, -- and the split
  import_id INTEGER REFERENCES imports, -- null by hand; else of the file of customers whose blacklist made it
  after_import INTEGER             -- of a customer, as of a refusal
) STRICT;

CREATE INDEX suppressions_by_what ON suppressions (kind, hash, record_id);

-- What a seller knows of somebody and no export says; of two edits of one field the later holds.
CREATE TABLE edits (
  edit_id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES records,
  field TEXT NOT NULL,             -- a name of customers/edit-fields.ts, or own:NAME
  value TEXT,                      -- null where it was taken back
  edited_at INTEGER NOT NULL
) STRICT;
CREATE INDEX edits_by_record ON edits (record_id);

CREATE TABLE notes (
  note_id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES records,
  kind TEXT NOT NULL CHECK (kind IN ('note', 'call', 'complaint', 'praise', 'satisfaction', 'referral')),
  text TEXT NOT NULL,
  score INTEGER CHECK (score BETWEEN 0 AND 10),
  referred_record_id INTEGER REFERENCES records, -- whom the customer brought
  day TEXT NOT NULL,
  noted_at INTEGER NOT NULL
) STRICT;
CREATE INDEX notes_by_record ON notes (record_id);

-- Who is who, said by hand against or beyond the evidence. The later one holds where two contradict each other.
CREATE TABLE overrides (
  override_id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('merge', 'split')),
  reason TEXT,
  said_at INTEGER NOT NULL,
  undone_at INTEGER,
  erased_at INTEGER                -- somebody of it was forgotten since: it cannot be undone
) STRICT;

CREATE TABLE override_records (
  override_id INTEGER NOT NULL REFERENCES overrides,
  record_id INTEGER NOT NULL REFERENCES records,
  side INTEGER NOT NULL CHECK (side IN (0, 1)), -- of a split: 0 stays, 1 leaves; of a merge: whose it was
  PRIMARY KEY (override_id, record_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX override_records_by_record ON override_records (record_id);

-- Orders split off from others of the same contact details: they stand on a record of their own.
CREATE TABLE pinned_orders (
  override_id INTEGER NOT NULL REFERENCES overrides,
  shop_id INTEGER NOT NULL REFERENCES shops,
  order_number TEXT NOT NULL,
  record_id INTEGER NOT NULL REFERENCES records,
  PRIMARY KEY (shop_id, order_number, override_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE rates (
  currency TEXT NOT NULL,          -- ISO 4217
  target TEXT NOT NULL,            -- ISO 4217
  day TEXT NOT NULL,               -- holds from this day until the next one
  rate TEXT NOT NULL,              -- decimal: units of the target for one unit of the currency
  said_at INTEGER NOT NULL,
  PRIMARY KEY (currency, target, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE touches (
  touch_id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES records,
  touched_at INTEGER NOT NULL,
  day TEXT NOT NULL,
  channel TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('service', 'care', 'promotion')),
  play TEXT,
  note TEXT,
  list_id INTEGER REFERENCES contact_lists -- where they were on a list that was handed over
) STRICT;
CREATE INDEX touches_by_record ON touches (record_id);

-- What was handed over to another tool, or to a person.
CREATE TABLE contact_lists (
  list_id INTEGER PRIMARY KEY,
  made_at INTEGER NOT NULL,
  day TEXT NOT NULL,
  channel TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('service', 'care', 'promotion')),
  format TEXT NOT NULL,            -- a name of contacts/lists/list-formats.ts; template; csv, xlsx and the like of a plain table
  series TEXT NOT NULL,            -- JSON: what was asked for; lists of one series follow on each other
  only TEXT CHECK (only IN ('new', 'changed', 'removed')), -- null where it has everybody
  recipient TEXT,                  -- who was to get it
  people INTEGER NOT NULL,
  held_out INTEGER NOT NULL,
  left_out TEXT NOT NULL,          -- JSON: reason -> customers
  hash TEXT NOT NULL,              -- keyed, SHA-256, of the file, in hexadecimal digits
  expires_day TEXT NOT NULL,       -- the last day on which it is to be used
  awaits TEXT                      -- JSON: the name its file is about to get; null once it has it
) STRICT;

-- Everybody who was to be on a list of the series when it was made, whether the file had them or not.
CREATE TABLE contact_list_people (
  list_id INTEGER NOT NULL REFERENCES contact_lists,
  record_id INTEGER NOT NULL REFERENCES records,
  standing TEXT NOT NULL CHECK (standing IN ('listed', 'held_out')),
  content TEXT NOT NULL,           -- keyed hash of what the file says of them
  PRIMARY KEY (list_id, record_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_list_people_by_record ON contact_list_people (record_id);

-- What other tools tell of messages that were sent.
CREATE TABLE contact_results (
  result_id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES records,
  channel TEXT NOT NULL,
  result TEXT NOT NULL CHECK (result IN ('delivered', 'bounced', 'replied', 'unsubscribed', 'complained')),
  happened_at INTEGER NOT NULL,
  source TEXT NOT NULL,            -- the tool
  imported_at INTEGER NOT NULL,
  UNIQUE (record_id, channel, result, happened_at)
) STRICT;

-- What came of follow-ups: everything said of one is a row, and of those of one play, occurrence and customer the last holds.
CREATE TABLE followup_outcomes (
  outcome_id INTEGER PRIMARY KEY,
  play TEXT NOT NULL,
  occurrence TEXT NOT NULL,        -- what set the play off, in natural keys: shop/number of an order, a day, a year
  record_id INTEGER NOT NULL REFERENCES records, -- the order's, where an order did
  outcome TEXT NOT NULL CHECK (outcome IN ('handed_over', 'held_out', 'done', 'skipped', 'snoozed')),
  result TEXT CHECK (result IN ('reached', 'no_answer', 'wants', 'complaint', 'opted_out')), -- what whoever was contacted said
  until_day TEXT,                  -- where it was snoozed: when it is due again
  channel TEXT,                    -- by which it was done
  list_id INTEGER REFERENCES contact_lists, -- where they were on a list that was handed over
  day TEXT NOT NULL,
  note TEXT,
  stated_at INTEGER NOT NULL,
  CHECK ((outcome = 'snoozed') = (until_day IS NOT NULL)),
  CHECK (result IS NULL OR outcome = 'done')
) STRICT;
CREATE INDEX followup_outcomes_by_occurrence ON followup_outcomes (play, occurrence);
CREATE INDEX followup_outcomes_by_record ON followup_outcomes (record_id);

-- Follow-ups that calendars were written with: what is no more is cancelled there.
CREATE TABLE calendar_entries (
  followup_id TEXT PRIMARY KEY,    -- as people see it
  play TEXT NOT NULL,
  day TEXT NOT NULL                -- on which the last calendar that has it has it
) STRICT, WITHOUT ROWID;

-- Rules that make follow-ups: everything said of one is a row, and the last holds. Whether one is on goes by the last
-- 'on' or 'off' there is; a shipped one that has none is as it is shipped.
CREATE TABLE play_acts (
  name TEXT NOT NULL,
  step INTEGER NOT NULL,
  act TEXT NOT NULL CHECK (act IN ('saved', 'on', 'off', 'removed')),
  version INTEGER NOT NULL,        -- of what the rule is: switching it makes none
  play TEXT,                       -- JSON as in followups/plays/play.ts, without name and on, where one was saved
  day TEXT NOT NULL,
  who TEXT, why TEXT,
  said_at INTEGER NOT NULL,
  PRIMARY KEY (name, step),
  CHECK ((act = 'saved') = (play IS NOT NULL))
) STRICT, WITHOUT ROWID;

-- Conditions that were given a name: everything said of one is a row, and the last holds. A name that was removed and
-- is saved again goes on where it ended.
CREATE TABLE segment_acts (
  segment_id INTEGER NOT NULL,
  step INTEGER NOT NULL,
  act TEXT NOT NULL CHECK (act IN ('saved', 'renamed', 'removed')),
  version INTEGER NOT NULL,        -- of rule and aim: a new name makes none
  name TEXT NOT NULL,
  where_text TEXT NOT NULL,
  aim TEXT,
  who TEXT, why TEXT,
  said_at INTEGER NOT NULL,
  PRIMARY KEY (segment_id, step)
) STRICT, WITHOUT ROWID;

-- Who was in a segment on a day, as it was found then.
CREATE TABLE segment_snapshots (
  snapshot_id INTEGER PRIMARY KEY,
  segment_id INTEGER,              -- of a saved segment; null for a built-in one, which its name tells
  name TEXT NOT NULL,              -- the one it had then
  version INTEGER,                 -- of a saved one
  rules TEXT NOT NULL,             -- JSON: name and rule of it and of every saved segment it follows from
  as_of TEXT NOT NULL,
  taken_at INTEGER NOT NULL,
  last_import INTEGER NOT NULL,    -- what came later was not known
  members INTEGER NOT NULL,
  net INTEGER NOT NULL,
  currency TEXT NOT NULL
) STRICT;

-- From the first snapshot that found somebody to the first one after it that did not.
CREATE TABLE segment_members (
  segment_member_id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES records,
  customer_id INTEGER NOT NULL,    -- whose number it was when it began
  from_snapshot INTEGER NOT NULL REFERENCES segment_snapshots,
  until_snapshot INTEGER REFERENCES segment_snapshots -- null while they are in it
) STRICT;
CREATE INDEX segment_members_by_record ON segment_members (record_id);
CREATE INDEX segment_members_by_snapshot ON segment_members (from_snapshot);
CREATE INDEX segment_members_by_end ON segment_members (until_snapshot) WHERE until_snapshot IS NOT NULL;

-- Who was forgotten. Nobody is told by it who has not both the archive's key and an address to try.
CREATE TABLE erasures (
  erasure_id INTEGER PRIMARY KEY,
  erased_at INTEGER NOT NULL,
  why TEXT NOT NULL CHECK (why IN ('asked', 'retention')),
  figures TEXT NOT NULL,           -- JSON: how many rows of what went
  finished_at INTEGER              -- when nothing was left in freed pages, the log and the copies either
) STRICT;

CREATE TABLE erased_values (
  hash TEXT NOT NULL,              -- keyed, of kind, scope and value
  kind TEXT NOT NULL CHECK (kind IN ('account', 'email', 'phone', 'record', 'nickname', 'shared', 'words')),
  erasure_id INTEGER NOT NULL REFERENCES erasures,
  PRIMARY KEY (hash, erasure_id)
) STRICT, WITHOUT ROWID;

-- Their orders stand on, without them. Not by whom, which would make one of them again.
CREATE TABLE erased_orders (
  platform TEXT NOT NULL,
  order_number TEXT NOT NULL,
  shop TEXT NOT NULL,
  PRIMARY KEY (order_number, platform, shop)
) STRICT, WITHOUT ROWID;

-- Numbers that are given to nobody again.
CREATE TABLE erased_records (
  record_id INTEGER PRIMARY KEY,
  erasure_id INTEGER NOT NULL REFERENCES erasures
) STRICT;
`;
