SELECT DISTINCT k.customer_id FROM tag_facts t JOIN record_customers k USING (record_id)
WHERE t.tag = 'vip' AND t.removed_at IS NULL AND t.expires_day > '2026-06-30' AND t.expires_day <= date('2026-06-30', '+15 days')
  AND (k.customer_id IN (SELECT customer_id FROM orders) OR k.customer_id IN (SELECT k.customer_id FROM profiles p JOIN record_customers k USING (record_id)));
