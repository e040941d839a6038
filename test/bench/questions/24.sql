WITH facts_now AS (SELECT customer_id, CAST(julianday('2026-06-30') - julianday(max(day)) AS INTEGER) AS recency, count(*) AS orders
  FROM orders WHERE customer_id IS NOT NULL AND counting = 1 AND day <= '2026-06-30' GROUP BY customer_id),
by_recency_now AS (SELECT recency AS value, row_number() OVER (ORDER BY recency) - 1 AS place FROM facts_now),
by_orders_now AS (SELECT orders AS value, row_number() OVER (ORDER BY orders) - 1 AS place FROM facts_now),
shares_now (share) AS (VALUES (0.2), (0.4), (0.6), (0.8)),
at_now AS (SELECT share, (SELECT count(*) - 1 FROM facts_now) * share AS position FROM shares_now),
cuts_r_now AS MATERIALIZED (SELECT l.value + (h.value - l.value) * (a.position - CAST(a.position AS INTEGER)) AS cut FROM at_now a
  JOIN by_recency_now l ON l.place = CAST(a.position AS INTEGER) JOIN by_recency_now h ON h.place = CAST(a.position AS INTEGER) + 1),
cuts_f_now AS MATERIALIZED (SELECT l.value + (h.value - l.value) * (a.position - CAST(a.position AS INTEGER)) AS cut FROM at_now a
  JOIN by_orders_now l ON l.place = CAST(a.position AS INTEGER) JOIN by_orders_now h ON h.place = CAST(a.position AS INTEGER) + 1),
scores_now AS (SELECT customer_id, 5 - (SELECT count(*) FROM cuts_r_now WHERE cut < recency) AS r,
  1 + (SELECT count(*) FROM cuts_f_now WHERE cut < orders) AS f FROM facts_now)
SELECT customer_id FROM customers c WHERE (customer_id IN (SELECT customer_id FROM orders) OR customer_id IN (SELECT k.customer_id FROM profiles p JOIN record_customers k USING (record_id)))
  AND customer_id NOT IN (SELECT customer_id FROM scores_now WHERE (r = 5 AND f >= 4) OR (r IN (3, 4) AND f >= 4) OR (r <= 2 AND f IN (3, 4)));
