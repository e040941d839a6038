WITH firsts AS (SELECT customer_id, min(day) AS first FROM orders WHERE customer_id IS NOT NULL AND counting = 1 GROUP BY customer_id)
SELECT customer_id FROM firsts f WHERE first BETWEEN '2025-11-01' AND '2025-11-30' AND EXISTS (
  SELECT 1 FROM orders o WHERE o.customer_id = f.customer_id AND o.counting = 1 AND o.day > '2025-11-30' AND substr(o.day, 6, 2) NOT IN ('06', '11'));
