SELECT customer_id FROM orders WHERE customer_id IS NOT NULL AND counting = 1 GROUP BY customer_id
HAVING count(*) = 1 AND max(day) BETWEEN date('2026-06-30', '-60 days') AND date('2026-06-30', '-30 days');
