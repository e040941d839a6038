SELECT customer_id FROM orders WHERE customer_id IS NOT NULL GROUP BY customer_id
HAVING count(*) >= 3 AND avg(iif(counting = 1 OR state = 'refunded', refunded > 0, NULL)) > 0.333333;
