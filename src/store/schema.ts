import { VIEWS } from './views.ts';

/**
 * The archive's tables, one SQL text per version. Facts are what files and people said and are
 * never edited; derived tables follow from facts and rules and can always be rebuilt.
 *
 * Money is integer minor units of the row's currency. Instants are UTC seconds since 1970
 * (`…_at`), days are ISO dates in the shop's zone (`…_day`, `day`). Identifiers are text.
 */
export const APPLICATION_ID = 0x52454755; // "REGU"

const version1 = `
-- settings and shops ---------------------------------------------------------------------------
CREATE TABLE settings (
  key TEXT PRIMARY KEY,            -- reporting_currency, time_zone, suppression_key, retention
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE shops (
  shop_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  platform TEXT NOT NULL,
  time_zone TEXT NOT NULL,         -- IANA name or a fixed offset such as +05:30
  currency TEXT NOT NULL,          -- ISO 4217
  country TEXT,                    -- ISO 3166-1 alpha-2; decides how national phone numbers are read
  consent_policy TEXT NOT NULL DEFAULT 'granted' CHECK (consent_policy IN ('granted', 'not-refused')),
  contact_policy TEXT NOT NULL DEFAULT 'any' CHECK (contact_policy IN ('any', 'service-only')), -- the platform's, until the seller says otherwise
  cash_on_delivery INTEGER NOT NULL DEFAULT 0 CHECK (cash_on_delivery IN (0, 1)),
  by_hand INTEGER NOT NULL DEFAULT 0 CHECK (by_hand IN (0, 1)) -- set up by a person: it is there, and as it was set up, without any order
) STRICT;

-- facts: what files said ------------------------------------------------------------------------
CREATE TABLE imports (
  import_id INTEGER PRIMARY KEY,
  file_name TEXT NOT NULL,         -- base name only
  file_hash TEXT NOT NULL,
  reader_version INTEGER NOT NULL,
  settings TEXT NOT NULL,          -- canonical JSON of what decided the reading
  platform TEXT NOT NULL,
  layout TEXT NOT NULL,
  imported_at INTEGER NOT NULL,
  exported_at INTEGER,             -- where the platform states it
  summary TEXT NOT NULL,           -- JSON: counts of rows and orders, money by currency, words not understood
  undone_at INTEGER
) STRICT;
CREATE INDEX imports_by_hash ON imports (file_hash);

CREATE TABLE records (
  record_id INTEGER PRIMARY KEY,
  fingerprint TEXT NOT NULL,       -- hash of everything below
  account_scope TEXT,              -- platform, or platform/shop where accounts are one shop's own
  account TEXT,
  name TEXT,                       -- the buyer's
  email TEXT,
  phone TEXT,                      -- the buyer's
  receiver_name TEXT,
  receiver_phone TEXT,
  country TEXT, province TEXT, city TEXT, district TEXT, postcode TEXT, address TEXT,
  phone_country TEXT,              -- the country national numbers were read in
  pin TEXT                         -- of a record apart from others of the same details: which split made it, or which of a file's rows with a name alone
) STRICT;
CREATE UNIQUE INDEX records_by_fingerprint ON records (fingerprint);

CREATE TABLE order_versions (
  version_id INTEGER PRIMARY KEY,
  shop_id INTEGER REFERENCES shops, -- null for items of which no file says the shop: they are any shop's of the platform
  order_number TEXT NOT NULL,
  part TEXT NOT NULL DEFAULT 'order' CHECK (part IN ('order', 'lines', 'items')), -- lines, items: from a file that comes beside the orders' own
  content_hash TEXT NOT NULL,
  record_id INTEGER NOT NULL REFERENCES records,
  platform TEXT NOT NULL,          -- whose words these are
  platform_id TEXT,                -- a second, globally unique number where the platform gives one
  placed_at INTEGER NOT NULL,      -- 0 for items: their file does not say
  placed_wall TEXT NOT NULL,       -- as written, normalised to YYYY-MM-DDTHH:MM:SS; '' for items
  placed_offset INTEGER,           -- minutes east of UTC as written, null when the file gave none
  currency TEXT NOT NULL,
  total INTEGER NOT NULL,
  paid INTEGER,                    -- null where the file does not state it apart from the total
  refunded INTEGER NOT NULL DEFAULT 0,
  discount INTEGER NOT NULL DEFAULT 0,
  shipping INTEGER NOT NULL DEFAULT 0,
  coupon TEXT,
  words TEXT NOT NULL,             -- JSON: status role -> the platform's own word
  item_words TEXT,                 -- JSON: words, amount and refund of each item, where these differ
  accepts_marketing INTEGER CHECK (accepts_marketing IN (0, 1)),
  units INTEGER NOT NULL,          -- pieces: the sum over the lines, or more where the file states more
  CHECK (shop_id IS NOT NULL OR part = 'items')
) STRICT;
CREATE UNIQUE INDEX versions_by_order ON order_versions (shop_id, order_number, content_hash);
CREATE INDEX versions_beside ON order_versions (part) WHERE part <> 'order';
CREATE UNIQUE INDEX versions_of_any_shop ON order_versions (platform, order_number, content_hash) WHERE shop_id IS NULL;

CREATE TABLE version_lines (
  version_id INTEGER NOT NULL REFERENCES order_versions ON DELETE CASCADE,
  position INTEGER NOT NULL,
  sku TEXT,
  title TEXT NOT NULL,
  variant TEXT,
  quantity INTEGER NOT NULL,
  unit_price INTEGER,              -- null where the export packs items into one cell
  PRIMARY KEY (version_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE sightings (
  import_id INTEGER NOT NULL REFERENCES imports,
  version_id INTEGER NOT NULL REFERENCES order_versions,
  line INTEGER NOT NULL,           -- first line of the order in the file
  rows_hash TEXT,                  -- of its rows and of how they were read; null where there was more to say of them
  PRIMARY KEY (version_id, import_id) -- by import they are only ever asked for all together
) STRICT, WITHOUT ROWID;

CREATE TABLE refusals (
  refusal_id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES imports,
  sheet TEXT,                      -- where a workbook has several that were read
  line INTEGER NOT NULL,
  order_number TEXT,
  column_name TEXT,
  value TEXT,
  reason TEXT NOT NULL,            -- a code of ingest/refusal.ts
  rows TEXT NOT NULL               -- JSON: the raw rows of the refused order
) STRICT;
CREATE INDEX refusals_by_import ON refusals (import_id);

CREATE TABLE files_refused (
  file_hash TEXT NOT NULL,         -- of files refused whole, so that a nightly run does not tell of them again
  settings TEXT NOT NULL,          -- as in imports: read otherwise, or by a later reader, one may be taken
  reader_version INTEGER NOT NULL,
  file_name TEXT NOT NULL,
  reason TEXT NOT NULL,
  refused_at INTEGER NOT NULL,
  PRIMARY KEY (file_hash, settings, reader_version)
) STRICT, WITHOUT ROWID;

-- What files of customers say of them; the latest import that says a thing holds.
CREATE TABLE profiles (
  profile_id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES imports,
  record_id INTEGER NOT NULL REFERENCES records,
  line INTEGER NOT NULL,
  nickname TEXT,
  birthday TEXT,                   -- a day; 0000-MM-DD where no year is told
  gender TEXT,                     -- as written
  tags TEXT NOT NULL,              -- JSON array
  points INTEGER,
  note TEXT,
  since TEXT,                      -- a day
  accepts_email INTEGER CHECK (accepts_email IN (0, 1)),
  accepts_sms INTEGER CHECK (accepts_sms IN (0, 1)),
  accepts_phone INTEGER CHECK (accepts_phone IN (0, 1)),
  flags_at INTEGER,                -- when the flags were stated, where the file says so
  email_bounced INTEGER NOT NULL DEFAULT 0 CHECK (email_bounced IN (0, 1)), -- refused because no mail arrives
  blacklist TEXT,                  -- why they are never to be contacted: text of the file, or its name where it only says yes
  own TEXT NOT NULL DEFAULT '{}'   -- JSON: the seller's own name of a field -> what stands there
) STRICT;
CREATE INDEX profiles_by_record ON profiles (record_id);
CREATE INDEX profiles_by_import ON profiles (import_id);

-- facts: what people said -------------------------------------------------------------------------
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

CREATE TABLE tag_facts (
  tag_fact_id INTEGER PRIMARY KEY,
  tag TEXT NOT NULL,
  record_id INTEGER NOT NULL REFERENCES records,
  origin TEXT NOT NULL,            -- 'hand', 'segment:NAME', or 'import:N' for a file of customers
  reason TEXT,
  added_at INTEGER NOT NULL,
  expires_day TEXT,
  removed_at INTEGER
) STRICT;
CREATE INDEX tag_facts_by_record ON tag_facts (record_id);

CREATE TABLE consents (
  consent_id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES records,
  channel TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('granted', 'refused', 'unknown')),
  source TEXT NOT NULL,            -- 'hand', later the name of a customer file
  note TEXT,
  stated_at INTEGER NOT NULL,
  after_override INTEGER NOT NULL DEFAULT 0 -- the greatest override there was: what is said after a merge holds for all of them
) STRICT;
CREATE INDEX consents_by_record ON consents (record_id);

CREATE TABLE suppressions (
  suppression_id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('email', 'phone', 'customer')),
  hash TEXT,                       -- keyed hash of the normalised address; survives erasure
  record_id INTEGER REFERENCES records,
  hint TEXT NOT NULL,              -- masked, for people
  reason TEXT,
  added_at INTEGER NOT NULL,
  lifted_at INTEGER,
  copy_of INTEGER REFERENCES suppressions, -- where a customer was split: that of the one they were
  import_id INTEGER REFERENCES imports -- null by hand; else of the file of customers whose blacklist made it
) STRICT;

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
  note TEXT
) STRICT;
CREATE INDEX touches_by_record ON touches (record_id);

CREATE TABLE followup_outcomes (
  play TEXT NOT NULL,
  occurrence TEXT NOT NULL,        -- what set the play off, in natural keys
  record_id INTEGER NOT NULL REFERENCES records,
  outcome TEXT NOT NULL,           -- done, skipped
  day TEXT NOT NULL,
  note TEXT,
  stated_at INTEGER NOT NULL,
  PRIMARY KEY (play, occurrence)
) STRICT, WITHOUT ROWID;

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
  kind TEXT NOT NULL CHECK (kind IN ('account', 'email', 'phone', 'record', 'nickname')),
  erasure_id INTEGER NOT NULL REFERENCES erasures,
  PRIMARY KEY (hash, erasure_id)
) STRICT, WITHOUT ROWID;

-- Their orders stand on, without them. Not by whom, which would make one of them again.
CREATE TABLE erased_orders (
  platform TEXT NOT NULL,
  order_number TEXT NOT NULL,
  shop TEXT NOT NULL,
  PRIMARY KEY (platform, order_number, shop)
) STRICT, WITHOUT ROWID;

-- Numbers that are given to nobody again.
CREATE TABLE erased_records (
  record_id INTEGER PRIMARY KEY,
  erasure_id INTEGER NOT NULL REFERENCES erasures
) STRICT;

-- derived: rebuilt by archive/refresh -------------------------------------------------------------
CREATE TABLE orders (
  order_id INTEGER PRIMARY KEY,
  shop_id INTEGER NOT NULL,
  order_number TEXT NOT NULL,
  version_id INTEGER NOT NULL,
  lines_version_id INTEGER NOT NULL, -- whose lines are the order's: another one where its items came in a file of their own
  record_id INTEGER NOT NULL,
  customer_id INTEGER,             -- null for anonymous orders
  state TEXT NOT NULL,
  counting INTEGER NOT NULL CHECK (counting IN (0, 1)),
  refund_pending INTEGER NOT NULL CHECK (refund_pending IN (0, 1)),
  placed_at INTEGER NOT NULL,
  day TEXT NOT NULL,
  currency TEXT NOT NULL,
  total INTEGER NOT NULL,
  refunded INTEGER NOT NULL,
  net INTEGER NOT NULL,
  units INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX orders_by_number ON orders (shop_id, order_number);
-- With all that is asked of a record's orders.
CREATE INDEX orders_by_record ON orders (record_id, placed_at);
CREATE INDEX orders_by_customer ON orders (customer_id, day) WHERE customer_id IS NOT NULL;

-- What is true of all customers together, as it was last worked out: measures/kept.ts.
CREATE TABLE population (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  changes INTEGER NOT NULL,        -- to what it follows from
  kept TEXT,                       -- JSON; null since the last change
  bought TEXT                      -- JSON, likewise: every title and SKU of a line, once; an empty text where there are too many
) STRICT;

CREATE TABLE identifiers (
  record_id INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('account', 'email', 'phone')),
  scope TEXT NOT NULL,             -- '' where the value is known everywhere
  value TEXT NOT NULL,             -- normalised; E.164 for a usable phone
  role TEXT NOT NULL CHECK (role IN ('buyer', 'receiver')),
  state TEXT NOT NULL,             -- usable, relay, masked, placeholder, virtual, damaged, invalid
  line_type TEXT,                  -- phones: mobile, landline, unknown
  name_key TEXT,                   -- folded name beside it
  PRIMARY KEY (record_id, kind, scope, value, role)
) STRICT, WITHOUT ROWID;
-- Holds all that matching asks, in the order in which it asks.
CREATE INDEX identifiers_by_value ON identifiers (kind, value, scope, role, state, name_key);

CREATE TABLE shared_values (
  kind TEXT NOT NULL, scope TEXT NOT NULL, value TEXT NOT NULL,
  names INTEGER NOT NULL, accounts INTEGER NOT NULL,
  PRIMARY KEY (kind, scope, value)
) STRICT, WITHOUT ROWID;

CREATE TABLE record_customers (
  record_id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL     -- the lowest record number of the component
) STRICT;
CREATE INDEX record_customers_by_customer ON record_customers (customer_id);

-- Records of customers that a merge holds together: whose they were without it.
CREATE TABLE merged_records (
  record_id INTEGER PRIMARY KEY,
  part_id INTEGER NOT NULL,        -- the lowest record number of the part
  merge_id INTEGER NOT NULL        -- the latest override in force that holds the customer together
) STRICT;

CREATE TABLE customers (
  customer_id INTEGER PRIMARY KEY,
  name TEXT, account TEXT,
  email TEXT,                      -- best address to write to; null when none is usable
  phone TEXT,                      -- best usable number, E.164
  phone_type TEXT,
  country TEXT, province TEXT, city TEXT, district TEXT
) STRICT;
`;

export const MIGRATIONS: readonly string[] = [version1 + VIEWS];
