SELECT customer_id FROM orders JOIN customers c USING (customer_id) WHERE counting = 1 AND c.phone IS NULL AND c.email IS NULL GROUP BY customer_id HAVING sum(net) > 30000;
