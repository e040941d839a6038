WITH spent AS (SELECT customer_id, sum(net) AS net FROM orders WHERE customer_id IS NOT NULL AND counting = 1 GROUP BY customer_id),
limit_ AS (SELECT net FROM spent ORDER BY net DESC LIMIT 1 OFFSET (SELECT (count(*) + 9) / 10 - 1 FROM spent))
SELECT customer_id FROM spent JOIN customers c USING (customer_id) WHERE spent.net >= (SELECT net FROM limit_) AND c.province IN ('浙江省', '上海市');
