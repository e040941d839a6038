WITH born AS (SELECT k.customer_id, substr(p.birthday, 6) AS day, row_number() OVER (PARTITION BY k.customer_id ORDER BY p.import_id DESC, p.line DESC) AS place
  FROM profiles p JOIN record_customers k USING (record_id) WHERE p.birthday IS NOT NULL),
said AS (SELECT k.customer_id, s.status, s.stated_at FROM consents s JOIN record_customers k USING (record_id) WHERE s.channel = 'sms'
  UNION ALL SELECT o.customer_id, iif(v.accepts_marketing, 'granted', 'refused'), o.placed_at FROM orders o JOIN order_versions v USING (version_id)
  WHERE v.accepts_marketing IS NOT NULL AND v.platform IN ('generic') AND o.customer_id IS NOT NULL
  UNION ALL SELECT k.customer_id, iif(p.accepts_sms, 'granted', 'refused'), coalesce(p.flags_at, i.exported_at, i.imported_at)
  FROM profiles p JOIN imports i USING (import_id) JOIN record_customers k USING (record_id) WHERE p.accepts_sms IS NOT NULL AND i.undone_at IS NULL),
latest AS (SELECT customer_id, status, row_number() OVER (PARTITION BY customer_id ORDER BY stated_at DESC, status = 'refused' DESC) AS place FROM said)
SELECT b.customer_id FROM born b JOIN latest s USING (customer_id) WHERE b.place = 1 AND s.place = 1 AND s.status = 'granted'
  AND b.day BETWEEN '06-30' AND '07-07';
