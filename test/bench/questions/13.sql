WITH born AS (SELECT k.customer_id, substr(p.birthday, 6) AS day, row_number() OVER (PARTITION BY k.customer_id ORDER BY p.import_id DESC, p.line DESC) AS place
  FROM profiles p JOIN record_customers k USING (record_id) WHERE p.birthday IS NOT NULL),
said AS (SELECT k.customer_id, s.status, row_number() OVER (PARTITION BY k.customer_id ORDER BY s.stated_at DESC, s.status = 'refused' DESC) AS place
  FROM consents s JOIN record_customers k USING (record_id) WHERE s.channel = 'sms')
SELECT b.customer_id FROM born b JOIN said s USING (customer_id) WHERE b.place = 1 AND s.place = 1 AND s.status = 'granted'
  AND b.day BETWEEN '06-30' AND '07-07';
