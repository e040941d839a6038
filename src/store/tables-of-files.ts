/** Tables of the settings and shops, and of the facts that files said. */
export const TABLES_OF_FILES = `
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
CREATE INDEX versions_that_say ON order_versions (platform, placed_at) WHERE accepts_marketing IS NOT NULL;
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
`;
