SELECT DISTINCT o.customer_id FROM orders o WHERE o.customer_id IS NOT NULL AND o.counting = 1 AND o.net >= 50000
  AND (SELECT count(*) FROM version_lines l WHERE l.version_id = o.lines_version_id) >= 3;
