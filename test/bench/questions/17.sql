WITH facts_then AS (SELECT customer_id, CAST(julianday('2026-01-01') - julianday(max(day)) AS INTEGER) AS recency, count(*) AS orders
  FROM orders WHERE customer_id IS NOT NULL AND counting = 1 AND day <= '2026-01-01' GROUP BY customer_id),
by_recency_then AS (SELECT recency AS value, row_number() OVER (ORDER BY recency) - 1 AS place FROM facts_then),
by_orders_then AS (SELECT orders AS value, row_number() OVER (ORDER BY orders) - 1 AS place FROM facts_then),
shares_then (share) AS (VALUES (0.2), (0.4), (0.6), (0.8)),
at_then AS (SELECT share, (SELECT count(*) - 1 FROM facts_then) * share AS position FROM shares_then),
cuts_r_then AS MATERIALIZED (SELECT l.value + (h.value - l.value) * (a.position - CAST(a.position AS INTEGER)) AS cut FROM at_then a
  JOIN by_recency_then l ON l.place = CAST(a.position AS INTEGER) JOIN by_recency_then h ON h.place = CAST(a.position AS INTEGER) + 1),
cuts_f_then AS MATERIALIZED (SELECT l.value + (h.value - l.value) * (a.position - CAST(a.position AS INTEGER)) AS cut FROM at_then a
  JOIN by_orders_then l ON l.place = CAST(a.position AS INTEGER) JOIN by_orders_then h ON h.place = CAST(a.position AS INTEGER) + 1),
scores_then AS (SELECT customer_id, 5 - (SELECT count(*) FROM cuts_r_then WHERE cut < recency) AS r,
  1 + (SELECT count(*) FROM cuts_f_then WHERE cut < orders) AS f FROM facts_then),
facts_now AS (SELECT customer_id, CAST(julianday('2026-06-30') - julianday(max(day)) AS INTEGER) AS recency, count(*) AS orders
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
SELECT customer_id FROM scores_then t JOIN scores_now n USING (customer_id) WHERE t.r = 5 AND t.f >= 4 AND n.r <= 2 AND n.f IN (3, 4);
