WITH days AS (SELECT DISTINCT customer_id, day FROM orders WHERE customer_id IS NOT NULL AND counting = 1),
gaps AS (SELECT customer_id, julianday(day) - julianday(lag(day) OVER (PARTITION BY customer_id ORDER BY day)) AS gap FROM days),
places AS (SELECT gap, row_number() OVER (ORDER BY gap) AS place, count(*) OVER () AS gaps FROM gaps WHERE gap IS NOT NULL),
shop AS MATERIALIZED (SELECT avg(gap) AS median FROM places WHERE place IN ((gaps + 1) / 2, (gaps + 2) / 2)),
own AS (SELECT customer_id, sum(ln(gap)) AS logs, count(gap) AS gaps FROM gaps GROUP BY customer_id),
facts AS (SELECT customer_id, count(*) AS orders, julianday('2026-06-30') - julianday(max(day)) AS recency FROM orders WHERE customer_id IS NOT NULL AND counting = 1 GROUP BY customer_id)
SELECT customer_id FROM facts JOIN own USING (customer_id) WHERE orders >= 4
  AND recency / exp((coalesce(logs, 0) + 3 * ln((SELECT median FROM shop))) / (gaps + 3)) <= 1 AND customer_id * 2654435761 % 4294967296 < 429496730;
