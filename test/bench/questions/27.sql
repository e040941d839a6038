SELECT customer_id FROM orders WHERE customer_id IS NOT NULL AND counting = 1 GROUP BY customer_id
HAVING sum(iif(day BETWEEN date('2026-06-30', '-12 months') AND '2026-06-30', net, 0)) > sum(iif(day BETWEEN date('2026-06-30', '-24 months') AND date('2026-06-30', '-12 months'), net, 0));
