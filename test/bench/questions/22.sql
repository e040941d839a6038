SELECT customer_id FROM orders WHERE customer_id IS NOT NULL AND counting = 1 AND day >= date('2026-06-30', '-6 months') GROUP BY customer_id HAVING count(DISTINCT substr(day, 1, 7)) >= 4;
