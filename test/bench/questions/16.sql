SELECT o.customer_id FROM orders o JOIN customers c USING (customer_id) WHERE c.phone_type = 'mobile'
GROUP BY o.customer_id HAVING min(o.shop_id) = 1 AND max(o.shop_id) = 1;
