WITH spent AS (SELECT customer_id, sum(net) AS net, sum(iif(day BETWEEN '2025-01-01' AND '2025-12-31', net, 0)) AS then_,
  max(day BETWEEN '2025-01-01' AND '2025-12-31') AS was FROM orders WHERE customer_id IS NOT NULL AND counting = 1 GROUP BY customer_id),
top_then AS (SELECT then_ FROM spent WHERE was ORDER BY then_ DESC LIMIT 1 OFFSET (SELECT (count(*) + 9) / 10 - 1 FROM spent WHERE was)),
top_now AS (SELECT net FROM spent ORDER BY net DESC LIMIT 1 OFFSET (SELECT (3 * count(*) + 9) / 10 - 1 FROM spent))
SELECT customer_id FROM spent WHERE was AND then_ >= (SELECT then_ FROM top_then) AND NOT net >= (SELECT net FROM top_now);
