SELECT o.customer_id FROM orders o JOIN order_versions v USING (version_id) WHERE o.customer_id IS NOT NULL AND o.counting = 1
GROUP BY o.customer_id HAVING min(v.coupon IS NOT NULL OR v.discount > 0) = 1;
