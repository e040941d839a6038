WITH spent AS (SELECT customer_id, sum(iif(day BETWEEN '2025-01-01' AND '2025-12-31', net, 0)) AS then_, sum(iif(day >= '2026-01-01', net, 0)) AS now_,
  max(day BETWEEN '2025-01-01' AND '2025-12-31') AS was, max(day >= '2026-01-01') AS is_ FROM orders WHERE customer_id IS NOT NULL AND counting = 1 GROUP BY customer_id),
top_then AS MATERIALIZED (SELECT then_ FROM spent WHERE was ORDER BY then_ DESC LIMIT 1 OFFSET (SELECT (count(*) + 9) / 10 - 1 FROM spent WHERE was)),
top_now AS MATERIALIZED (SELECT now_ FROM spent WHERE is_ ORDER BY now_ DESC LIMIT 1 OFFSET (SELECT (3 * count(*) + 9) / 10 - 1 FROM spent WHERE is_))
SELECT customer_id FROM spent WHERE was AND then_ >= (SELECT then_ FROM top_then) AND NOT (is_ AND now_ >= (SELECT now_ FROM top_now));
