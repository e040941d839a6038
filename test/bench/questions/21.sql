WITH spent AS (SELECT customer_id, count(*) AS orders, 1.0 * sum(net) / count(*) AS average FROM orders WHERE customer_id IS NOT NULL AND counting = 1 GROUP BY customer_id),
places AS (SELECT average, row_number() OVER (ORDER BY average) AS place, count(*) OVER () AS customers FROM spent),
middle AS MATERIALIZED (SELECT avg(average) AS median FROM places WHERE place IN ((customers + 1) / 2, (customers + 2) / 2))
SELECT customer_id FROM spent WHERE orders < 3 AND average > (SELECT median FROM middle);
