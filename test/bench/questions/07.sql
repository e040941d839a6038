WITH numbered AS (SELECT customer_id, day, row_number() OVER (PARTITION BY customer_id ORDER BY placed_at) AS nth,
  min(day) OVER (PARTITION BY customer_id) AS first FROM orders WHERE customer_id IS NOT NULL AND counting = 1)
SELECT customer_id FROM numbered WHERE nth = 2 AND julianday(day) - julianday(first) <= 30;
