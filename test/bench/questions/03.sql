SELECT customer_id FROM orders WHERE customer_id IS NOT NULL GROUP BY customer_id
HAVING sum(iif(counting = 1 AND day BETWEEN '2025-01-01' AND '2025-12-31', net, 0)) >= 100000
   AND sum(iif(counting = 1 AND day BETWEEN '2026-01-01' AND '2026-12-31', net, 0)) < 20000;
