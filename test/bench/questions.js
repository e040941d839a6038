/** The questions of sellers as expressions of the segment language; beside each stands its reference in questions/NN.sql. */

/** `measures`: it is answered by the measures of customers alone. The eighteenth asks for a forecast, which there is none of. */
export const QUESTIONS = [
  { n: '01', measures: true, where: 'number_of_orders >= 3 AND last_order_date < -90d' },
  { n: '02', measures: true, where: 'number_of_orders = 1 AND last_order_date BETWEEN -60d AND -30d' },
  {
    n: '03',
    where:
      'amount_spent DURING (2025-01-01, 2025-12-31) >= 1000 AND amount_spent DURING (2026-01-01, 2026-12-31) < 200 AND orders_all >= 1',
  },
  { n: '04', where: "products_purchased MATCHES (sku = 'SKU-1') AND products_purchased NOT MATCHES (sku = 'SKU-2')" },
  { n: '05', where: "products_purchased MATCHES (title CONTAINS '面膜', count >= 2, shortest_gap <= 60)" },
  {
    n: '06',
    where:
      'first_order_date BETWEEN 2025-11-01 AND 2025-11-30 AND orders_placed MATCHES (date > 2025-11-30, month NOT IN (6, 11))',
  },
  { n: '07', where: 'orders_placed MATCHES (nth = 2, days_since_first <= 30)' },
  { n: '08', measures: true, where: 'recency_days > 1.5 * median_gap_days' },
  { n: '09', measures: true, where: "amount_spent TOP 10% AND customer_region IN ('浙江省', '上海市')" },
  {
    n: '10',
    where:
      'amount_spent DURING (2025-01-01, 2025-12-31) TOP 10% AND NOT amount_spent DURING (year_start, today) TOP 30%',
  },
  { n: '11', measures: true, where: 'discount_share = 1' },
  { n: '12', measures: true, where: 'orders_all >= 3 AND refund_rate > 0.333333' },
  { n: '13', where: "birthday BETWEEN today AND +7d AND sms_subscription_status = 'SUBSCRIBED'" },
  {
    n: '14',
    where:
      "email_subscription_status = 'SUBSCRIBED' AND contacted NOT MATCHES (date >= -30d) AND customer_tags NOT CONTAINS 'complaint'",
  },
  { n: '15', measures: true, where: 'shop_count = 2' },
  { n: '16', where: "shops = '山月茶铺' AND shop_count = 1 AND customer_phone_type = 'mobile'" },
  { n: '17', where: "in_segment('champions' AS OF month_start) AND in_segment('at_risk')" },
  { n: '19', where: 'products_purchased MATCHES (refill_date BETWEEN today AND +10d)' },
  { n: '20', measures: true, where: "in_segment('regular') AND SAMPLE 10% SEED 'x'" },
  { n: '21', measures: true, where: 'average_order_value PERCENTILE > 50 AND number_of_orders < 3' },
  { n: '22', where: 'orders_placed MATCHES (months >= 4, date >= -6m)' },
  {
    n: '23',
    where:
      "orders_all MATCHES (nth_last = 1, state IN ('cancelled', 'refunded')) AND orders_all MATCHES (nth_last = 2, state NOT IN ('cancelled', 'refunded'))",
  },
  { n: '24', measures: true, where: "NOT in_segment('champions', 'loyal', 'at_risk')" },
  { n: '25', measures: true, where: 'distinct_products = 1 AND number_of_orders >= 2' },
  { n: '26', measures: true, where: 'customer_phone IS NULL AND customer_email IS NULL AND amount_spent > 300' },
  { n: '27', where: 'amount_spent DURING (-12m, today) > amount_spent DURING (-24m, -12m)' },
  { n: '28', where: "notes MATCHES (text CONTAINS '朋友介绍', days_to_next_order <= 14)" },
  { n: '29', where: "tagged MATCHES (tag = 'vip', expires BETWEEN today AND +15d)" },
  { n: '30', where: 'orders_placed MATCHES (amount >= 500, lines >= 3)' },
];
