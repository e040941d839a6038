WITH said AS (SELECT k.customer_id, s.status, row_number() OVER (PARTITION BY k.customer_id ORDER BY s.stated_at DESC, s.status = 'refused' DESC) AS place
  FROM consents s JOIN record_customers k USING (record_id) WHERE s.channel = 'email')
SELECT customer_id FROM said WHERE place = 1 AND status = 'granted'
  AND customer_id NOT IN (SELECT k.customer_id FROM touches t JOIN record_customers k USING (record_id) WHERE t.day >= date('2026-06-30', '-30 days'))
  AND customer_id NOT IN (SELECT k.customer_id FROM tag_facts t JOIN record_customers k USING (record_id) WHERE t.tag = 'complaint' AND t.removed_at IS NULL
    AND (t.expires_day IS NULL OR t.expires_day > '2026-06-30'))
  AND (customer_id IN (SELECT customer_id FROM orders) OR customer_id IN (SELECT customer_id FROM profiles p JOIN record_customers k USING (record_id)));
