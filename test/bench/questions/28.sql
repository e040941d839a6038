SELECT DISTINCT k.customer_id FROM notes n JOIN record_customers k USING (record_id) WHERE n.text LIKE '%朋友介绍%' AND EXISTS (
  SELECT 1 FROM orders o WHERE o.customer_id = k.customer_id AND o.counting = 1 AND o.day BETWEEN n.day AND date(n.day, '+14 days'));
