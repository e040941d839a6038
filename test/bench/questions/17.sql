WITH asked (asked) AS (VALUES ('2026-06-01'), ('2026-06-30')),
shares (number, share) AS (VALUES (1, 0.2), (2, 0.4), (3, 0.6), (4, 0.8)),
bought AS MATERIALIZED (
  SELECT asked, customer_id, CAST(julianday(asked) - julianday(max(day)) AS INTEGER) AS recency, count(*) AS orders
  FROM asked JOIN orders ON day <= asked WHERE counting = 1 AND customer_id IS NOT NULL
  GROUP BY asked, customer_id
),
-- The value at a share of all lies between two neighbours.
of_recency AS (
  SELECT asked, recency AS value, row_number() OVER (PARTITION BY asked ORDER BY recency) - 1 AS place, count(*) OVER (PARTITION BY asked) - 1 AS last FROM bought
),
of_orders AS (
  SELECT asked, orders AS value, row_number() OVER (PARTITION BY asked ORDER BY orders) - 1 AS place, count(*) OVER (PARTITION BY asked) - 1 AS last FROM bought
),
recency_cuts AS MATERIALIZED (
  SELECT asked, number, min(value) + (max(value) - min(value)) * (last * share - floor(last * share)) AS cut
  FROM of_recency JOIN shares ON place IN (CAST(last * share AS INTEGER), CAST(last * share AS INTEGER) + 1)
  GROUP BY asked, number
),
orders_cuts AS MATERIALIZED (
  SELECT asked, number, min(value) + (max(value) - min(value)) * (last * share - floor(last * share)) AS cut
  FROM of_orders JOIN shares ON place IN (CAST(last * share AS INTEGER), CAST(last * share AS INTEGER) + 1)
  GROUP BY asked, number
),
scored AS (
  SELECT asked, customer_id,
    5 - (SELECT count(*) FROM recency_cuts c WHERE c.asked = b.asked AND cut < recency) AS r,
    1 + (SELECT count(*) FROM orders_cuts c WHERE c.asked = b.asked AND cut < orders) AS f
  FROM bought b
)
SELECT customer_id FROM scored WHERE asked = '2026-06-01' AND r = 5 AND f >= 4
INTERSECT
SELECT customer_id FROM scored WHERE asked = '2026-06-30' AND r <= 2 AND f IN (3, 4);
