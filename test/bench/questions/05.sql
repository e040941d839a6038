WITH masks AS (SELECT DISTINCT o.customer_id, o.order_id, o.day FROM orders o JOIN version_lines l ON l.version_id = o.lines_version_id
  WHERE o.customer_id IS NOT NULL AND o.counting = 1 AND l.title LIKE '%面膜%'),
gaps AS (SELECT customer_id, julianday(day) - julianday(lag(day) OVER (PARTITION BY customer_id ORDER BY day)) AS gap FROM masks)
SELECT DISTINCT customer_id FROM gaps WHERE gap <= 60;
