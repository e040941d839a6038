WITH numbered AS (SELECT customer_id, state, row_number() OVER (PARTITION BY customer_id ORDER BY placed_at DESC, order_number DESC) AS place FROM orders WHERE customer_id IS NOT NULL)
SELECT customer_id FROM numbered WHERE place <= 2 GROUP BY customer_id
HAVING count(*) = 2 AND max(place = 1 AND state IN ('cancelled', 'refunded')) AND NOT max(place = 2 AND state IN ('cancelled', 'refunded'));
