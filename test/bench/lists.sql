SELECT c.customer_id, c.name, c.phone, m.number_of_orders, printf('%.2f', m.amount_spent / 100.0) AS amount_spent, 'CNY' AS currency,
  m.last_order_date, c.city, (SELECT group_concat(tag, '; ') FROM (SELECT DISTINCT t.tag FROM tag_facts t JOIN record_customers k USING (record_id)
     WHERE k.customer_id = c.customer_id AND t.removed_at IS NULL AND (t.expires_day IS NULL OR t.expires_day > '2026-06-30') ORDER BY 1)) AS tags
FROM customers c JOIN customer_measures m USING (customer_id) WHERE c.phone IS NOT NULL AND m.number_of_orders >= 3 ORDER BY m.amount_spent DESC LIMIT 100000;
