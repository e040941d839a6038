WITH days AS (SELECT DISTINCT customer_id, day FROM orders WHERE customer_id IS NOT NULL AND counting = 1),
gaps AS (SELECT customer_id, julianday(day) - julianday(lag(day) OVER (PARTITION BY customer_id ORDER BY day)) AS gap FROM days),
ranked AS (SELECT customer_id, gap, row_number() OVER (PARTITION BY customer_id ORDER BY gap) AS place, count(*) OVER (PARTITION BY customer_id) AS gaps
  FROM gaps WHERE gap IS NOT NULL),
medians AS (SELECT customer_id, avg(gap) AS median FROM ranked WHERE place IN ((gaps + 1) / 2, (gaps + 2) / 2) GROUP BY customer_id),
latest AS (SELECT customer_id, julianday('2026-06-30') - julianday(max(day)) AS recency FROM orders WHERE customer_id IS NOT NULL AND counting = 1 GROUP BY customer_id)
SELECT customer_id FROM medians JOIN latest USING (customer_id) WHERE recency > 1.5 * median;
