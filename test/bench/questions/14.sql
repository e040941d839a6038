WITH said AS (SELECT k.customer_id, s.status, s.stated_at FROM consents s JOIN record_customers k USING (record_id) WHERE s.channel = 'email'
  UNION ALL SELECT o.customer_id, iif(v.accepts_marketing, 'granted', 'refused'), o.placed_at FROM orders o JOIN order_versions v USING (version_id)
  WHERE v.accepts_marketing IS NOT NULL AND v.platform IN ('shopify', 'generic') AND o.customer_id IS NOT NULL
  UNION ALL SELECT k.customer_id, iif(p.accepts_email, 'granted', 'refused'), coalesce(p.flags_at, i.exported_at, i.imported_at)
  FROM profiles p JOIN imports i USING (import_id) JOIN record_customers k USING (record_id) WHERE p.accepts_email IS NOT NULL AND i.undone_at IS NULL),
latest AS (SELECT customer_id, status, row_number() OVER (PARTITION BY customer_id ORDER BY stated_at DESC, status = 'refused' DESC) AS place FROM said)
SELECT customer_id FROM latest WHERE place = 1 AND status = 'granted'
  AND customer_id NOT IN (SELECT k.customer_id FROM touches t JOIN record_customers k USING (record_id) WHERE t.day >= date('2026-06-30', '-30 days'))
  AND customer_id NOT IN (SELECT k.customer_id FROM tag_facts t JOIN record_customers k USING (record_id) WHERE t.tag = 'complaint' AND t.removed_at IS NULL
    AND (t.expires_day IS NULL OR t.expires_day > '2026-06-30'))
  AND (customer_id IN (SELECT customer_id FROM orders) OR customer_id IN (SELECT customer_id FROM profiles p JOIN record_customers k USING (record_id)));
