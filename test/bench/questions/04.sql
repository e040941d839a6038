WITH bought AS (SELECT o.customer_id, l.sku FROM orders o JOIN version_lines l ON l.version_id = o.lines_version_id
  WHERE o.customer_id IS NOT NULL AND o.counting = 1 AND l.sku IN ('SKU-1', 'SKU-2'))
SELECT customer_id FROM bought GROUP BY customer_id HAVING max(sku = 'SKU-1') AND NOT max(sku = 'SKU-2');
