import { gmailBoxOf, isGmail } from './gmail-sql.ts';

/** Tables of what follows from the facts: rebuilt by archive/refresh, and all at once by archive/rebuild. */
export const DERIVED_TABLES = `
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
-- With whether it counts, for the gaps between orders that do.
CREATE INDEX orders_by_customer ON orders (customer_id, day, counting) WHERE customer_id IS NOT NULL;

-- What is true of all customers together, as it was last worked out: measures/kept.ts.
CREATE TABLE population (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  changes INTEGER NOT NULL,        -- to what it follows from
  kept TEXT,                       -- JSON; null since the last change
  searched TEXT                    -- JSON, likewise: of what search_texts and search_names were made
) STRICT;

-- The measures of every customer that has ordered but for those that depend on the day: measures/kept-queries.ts.
-- As long as population.kept stands; what a change has made wrong lies here until the next reader writes it anew.
CREATE TABLE customer_measures (
  customer_id INTEGER PRIMARY KEY,
  number_of_orders INTEGER NOT NULL, orders_all INTEGER NOT NULL, lines INTEGER NOT NULL, units INTEGER NOT NULL,
  gross INTEGER, discount INTEGER, refunded INTEGER, amount_spent INTEGER, -- of the reporting currency
  other_currency_orders INTEGER NOT NULL,
  average_order_value REAL,
  first_order_date TEXT, last_order_date TEXT,
  first_number INTEGER, last_number INTEGER, -- the same days, counted from 1970-01-01
  median_gap_days REAL, rhythm_days REAL,
  coupon_share REAL, discount_share REAL, refund_rate REAL,
  distinct_products INTEGER NOT NULL,
  favourite_product TEXT,
  shops TEXT NOT NULL, shop_count INTEGER NOT NULL,
  frequency_score INTEGER, monetary_score INTEGER,
  value_band TEXT
) STRICT;

-- What is looked through for a text, close together: search/kept-search.ts. Nothing since the last change.
CREATE TABLE search_texts (
  block INTEGER PRIMARY KEY,       -- the lowest number a customer in it may have
  texts BLOB NOT NULL,             -- UTF-8, by customer: line feed, number, then behind U+0001 each what is said of them
  phones BLOB NOT NULL             -- likewise: their phone numbers
) STRICT;
CREATE TABLE search_names (
  name_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,              -- a title or an SKU of a line
  customers BLOB NOT NULL          -- who bought it: numbers of 32 bits, as the machine has them
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
-- Finds the other spellings of a mailbox.
CREATE INDEX identifiers_by_gmail ON identifiers (${gmailBoxOf('')}) WHERE ${isGmail('')};

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
