WITH statements AS (
  SELECT k.customer_id, c.status, c.stated_at, 1 AS by_hand
  FROM consents c JOIN record_customers k USING (record_id)
  WHERE c.channel = 'email' AND c.stated_at < unixepoch('2026-06-30 16:00:00')
  UNION ALL
  SELECT o.customer_id, iif(v.accepts_marketing, 'granted', 'refused'), o.placed_at, 0
  FROM orders o JOIN order_versions v USING (version_id)
  WHERE v.accepts_marketing IS NOT NULL AND v.platform = 'shopify' AND o.customer_id IS NOT NULL
    AND o.placed_at < unixepoch('2026-06-30 16:00:00')
),
-- What somebody refused by hand is not given back by an order.
by_hand AS (
  SELECT customer_id, status, max(2 * stated_at + (status = 'refused')) FROM statements WHERE by_hand GROUP BY customer_id
),
said AS (
  SELECT customer_id, status,
    row_number() OVER (PARTITION BY customer_id ORDER BY stated_at DESC, status = 'refused' DESC, by_hand DESC) AS place
  FROM statements
  WHERE by_hand OR customer_id NOT IN (SELECT customer_id FROM by_hand WHERE status = 'refused')
)
SELECT customer_id FROM said
WHERE place = 1 AND status = 'granted'
  AND customer_id NOT IN (
    SELECT k.customer_id FROM touches t JOIN record_customers k USING (record_id)
    WHERE t.day >= date('2026-06-30', '-30 days') AND t.touched_at < unixepoch('2026-06-30 16:00:00'))
  AND customer_id NOT IN (
    SELECT k.customer_id FROM tag_facts t JOIN record_customers k USING (record_id)
    WHERE t.tag = 'complaint' AND t.added_at < unixepoch('2026-06-30 16:00:00')
      AND (t.removed_at IS NULL OR t.removed_at >= unixepoch('2026-06-30 16:00:00'))
      AND (t.expires_day IS NULL OR t.expires_day > '2026-06-30'));
