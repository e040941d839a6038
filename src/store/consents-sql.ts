/**
 * What each customer says of each channel: the latest dated statement, of two at one moment the
 * stricter. Orders speak at their own time, for the channels their platform's flag is about. A
 * refusal stated by hand is only lifted by hand.
 */

/**
 * A query of customer_id, channel, status, source, stated_at; `:until` binds UTC seconds before which something was
 * said, `:among` customer numbers as a JSON array.
 */
export function consentsSql(
  said: 'every statement' | 'before :until',
  whose: "everybody's" | 'of :among' = "everybody's",
): string {
  const before = (at: string) => (said === 'before :until' ? `AND ${at} < :until` : '');
  const among = (customer: string) =>
    whose === 'of :among' ? `AND ${customer} IN (SELECT value FROM json_each(:among))` : '';
  return `
  WITH statements AS (
    SELECT c.customer_id, s.channel, s.status, s.source, s.stated_at, 1 AS by_hand
    FROM consents s JOIN record_customers c USING (record_id) WHERE 1 ${before('s.stated_at')} ${among('c.customer_id')}
    UNION ALL
    SELECT o.customer_id, channels.value, iif(v.accepts_marketing, 'granted', 'refused'), 'order ' || o.order_number, o.placed_at, 0
    FROM orders o JOIN order_versions v USING (version_id)
      JOIN json_each(CASE v.platform WHEN 'shopify' THEN '["email"]' WHEN 'generic' THEN '["email","sms","phone"]' ELSE '[]' END) AS channels
    WHERE v.accepts_marketing IS NOT NULL AND o.customer_id IS NOT NULL ${before('o.placed_at')} ${among('o.customer_id')}
    UNION ALL
    SELECT k.customer_id, flag.channel, iif(flag.accepts, 'granted', 'refused'), 'customer file', i.imported_at, 0
    FROM (SELECT import_id, record_id, 'email' AS channel, accepts_email AS accepts FROM profiles WHERE accepts_email IS NOT NULL
          UNION ALL SELECT import_id, record_id, 'sms', accepts_sms FROM profiles WHERE accepts_sms IS NOT NULL) flag
      JOIN imports i USING (import_id) JOIN record_customers k USING (record_id)
    WHERE i.undone_at IS NULL ${before('i.imported_at')} ${among('k.customer_id')}
  ),
  by_hand AS (
    SELECT customer_id, channel, status, max(2 * stated_at + (status = 'refused')) FROM statements WHERE by_hand = 1 GROUP BY customer_id, channel
  ),
  ranked AS (
    SELECT *, row_number() OVER (
      PARTITION BY customer_id, channel
      ORDER BY stated_at DESC, status = 'refused' DESC, by_hand DESC, source) AS place
    FROM statements AS s
    WHERE by_hand = 1 OR NOT EXISTS (
      SELECT 1 FROM by_hand h WHERE h.customer_id = s.customer_id AND h.channel = s.channel AND h.status = 'refused')
  )
  SELECT customer_id, channel, status, source, strftime('%Y-%m-%dT%H:%M:%SZ', stated_at, 'unixepoch') AS stated_at
  FROM ranked WHERE place = 1`;
}
