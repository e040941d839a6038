SELECT customer_id FROM orders WHERE customer_id IS NOT NULL AND counting = 1 GROUP BY customer_id
HAVING count(*) >= 3 AND max(day) < date('2026-06-30', '-90 days');
