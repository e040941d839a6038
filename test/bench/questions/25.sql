SELECT o.customer_id FROM orders o JOIN version_lines l ON l.version_id = o.lines_version_id WHERE o.customer_id IS NOT NULL AND o.counting = 1
GROUP BY o.customer_id HAVING count(DISTINCT o.shop_id || ' ' || coalesce(l.sku, lower(trim(l.title)))) = 1 AND count(DISTINCT o.order_id) >= 2;
