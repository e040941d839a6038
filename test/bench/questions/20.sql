WITH days AS (
  SELECT DISTINCT customer_id, day FROM orders WHERE counting = 1 AND customer_id IS NOT NULL AND day <= '2026-06-30'
),
gaps AS (
  SELECT customer_id, day, julianday(day) - julianday(lag(day) OVER (PARTITION BY customer_id ORDER BY day)) AS gap FROM days
),
middle AS (
  SELECT avg(gap) AS gap FROM (
    SELECT gap, row_number() OVER (ORDER BY gap) AS place, count(*) OVER () AS there_are FROM gaps WHERE gap IS NOT NULL)
  WHERE place IN ((there_are + 1) / 2, (there_are + 2) / 2)
),
own AS (
  SELECT customer_id, julianday('2026-06-30') - julianday(max(day)) AS recency,
    exp((coalesce(sum(ln(gap)), 0) + 3 * ln((SELECT gap FROM middle))) / (count(gap) + 3)) AS rhythm
  FROM gaps GROUP BY customer_id
),
counted AS (
  SELECT customer_id, count(*) AS orders FROM orders WHERE counting = 1 AND customer_id IS NOT NULL AND day <= '2026-06-30'
  GROUP BY customer_id
),
-- FNV-1a of 'x', mixed with the number by the finaliser of MurmurHash3, in 32 bits.
hashed AS (SELECT customer_id, ((4245442695 | customer_id) - (4245442695 & customer_id)) * 16777619 & 4294967295 AS h FROM own JOIN counted USING (customer_id) WHERE orders >= 4 AND recency / rhythm <= 1),
once AS (SELECT customer_id, ((h | (h >> 16)) - (h & (h >> 16))) AS h FROM hashed),
twice AS (SELECT customer_id, ((h * 51819 + ((h * 34283 & 65535) << 16)) & 4294967295) AS h FROM once),
thrice AS (SELECT customer_id, ((h | (h >> 13)) - (h & (h >> 13))) AS h FROM twice),
mixed AS (SELECT customer_id, ((h * 44597 + ((h * 49842 & 65535) << 16)) & 4294967295) AS h FROM thrice)
SELECT customer_id FROM mixed WHERE ((h | (h >> 16)) - (h & (h >> 16))) < 0.1 * 4294967296;
