/** The questions of sellers as one expression each, with its members; 18 is a forecast, which is not asked here. */
export const QUESTIONS: readonly (readonly [question: number, where: string, members: string])[] = [
  [
    1,
    'number_of_orders >= 3 AND last_order_date < -90d',
    'Ben Bright, Chloé Dupont, Dai Okafor, Pia Lindqvist, 卫明轩, 尤文博, 张启明, 朱思远, 郑雅婷, 高远',
  ],
  [2, 'number_of_orders = 1 AND last_order_date BETWEEN -60d AND -30d', '姜明月'],
  [
    3,
    'amount_spent DURING (2025-01-01, 2025-12-31) >= 1000 AND amount_spent DURING (2026-01-01, 2026-12-31) < 1000',
    '高远',
  ],
  [
    4,
    "products_purchased MATCHES (sku = 'LS-75') AND products_purchased NOT MATCHES (sku = 'JP-75')",
    'Marcus Webb, Omar Frost, Rosa Delgado, Sam Field',
  ],
  [5, "products_purchased MATCHES (title CONTAINS '龙井', shortest_gap <= 60)", '卫明轩, 周小茶'],
  [
    6,
    'orders_placed MATCHES (nth = 1, date BETWEEN 2025-11-01 AND 2025-11-30) AND orders_placed MATCHES (nth > 1, month NOT IN (6, 11))',
    '冯浩然, 褚佳琪, 陈德福',
  ],
  [7, 'orders_placed MATCHES (nth = 2, days_since_previous <= 30)', '林茂生'],
  [
    8,
    'recency_days > 1.5 * median_gap_days',
    'Ben Bright, Chloé Dupont, Dai Okafor, Pia Lindqvist, Sam Field, Tess Ford, Yuri Abel, 卫明轩, 周小茶, 尤文博, 张启明, 施安宁, 朱思远, 郑雅婷, 金丽琴, 韩俊杰, 高远, 魏舟',
  ],
  [9, "amount_spent TOP 10% AND customer_regions IN ('浙江省', '上海市')", '褚佳琪'],
  [10, 'amount_spent DURING (year_start -1y, 2025-12-31) TOP 10% AND NOT amount_spent TOP 30%', ''],
  [11, 'discount_share = 1', 'Marcus Webb, Nina Kovac, Press Sample'],
  [12, 'refund_rate >= 0.333333 AND number_of_orders >= 3', '陆思雨'],
  [13, "birthday BETWEEN today AND +7d AND sms_subscription_status = 'SUBSCRIBED'", '周小茶, 沈听泉'],
  [
    14,
    "email_subscription_status = 'SUBSCRIBED' AND contacted NOT MATCHES (date >= -30d) AND customer_tags NOT CONTAINS 'complaint'",
    "Anna Archer, Bea Stone, Dai Okafor, Eve O'Neil, Marcus Webb, Mary Hill, Nina Kovac, Omar Frost, Pia Lindqvist, Ruth Brook, Tess Ford, Vera Moss, Zoe Park, 梅若兰",
  ],
  [15, "shops = '山月茶铺' AND shops = 'Hill & Moon Tea'", '梅若兰'],
  [
    16,
    "shops = '山月茶铺' AND shop_count = 1 AND customer_phone_type = 'mobile' AND number_of_orders >= 8",
    '林茂生, 沈听泉, 高远',
  ],
  [17, "in_segment('champions' AS OF month_start -5m) AND in_segment('at_risk')", 'Ben Bright, 周小茶'],
  [
    19,
    'products_purchased MATCHES (refill_date BETWEEN today AND +10d)',
    "Bea Stone, Eve O'Neil, Nina Kovac, Ruth Brook, Tom Hill, Xenia Hall, 冯浩然, 吕建国, 吴志远, 杨嘉怡, 梅若兰, 沈听泉",
  ],
  [20, "in_segment('regular') AND SAMPLE 10% SEED 'x'", '杨嘉怡'],
  [21, 'average_order_value PERCENTILE > 50 AND number_of_orders < 3', '姜明月, 曹亦凡, 谢婉清, 金丽琴, 魏舟'],
  [
    22,
    'orders_placed MATCHES (date BETWEEN month_start -6m AND yesterday, months >= 4)',
    'Anna Archer, Omar Frost, Tess Ford, 吴志远, 林茂生, 沈听泉, 蒋晓雯, 赵子涵, 钱若溪',
  ],
  [
    23,
    "orders_all MATCHES (nth_last = 1, state IN ('cancelled', 'refunded', 'unpaid')) AND orders_all MATCHES (nth_last = 2, state NOT IN ('refunded', 'unpaid'))",
    '许悠然',
  ],
  [24, "NOT in_segment('champions', 'loyal', 'at_risk') AND amount_spent > 500", '王强, 郑雅婷, 金丽琴, 高远'],
  [
    25,
    'distinct_products = 1 AND number_of_orders >= 2',
    'Ben Bright, Chloé Dupont, Pia Lindqvist, Quinn Wells, Rosa Delgado, Sam Field, Tom Hill, Yuri Abel, 冯浩然, 华东升, 吕建国, 张启明, 曹亦凡, 朱思远, 秦梦瑶, 章守正, 金丽琴, 韩俊杰, 魏舟',
  ],
  [
    26,
    "customer_email IS NULL AND NOT customer_phone_type = 'landline' AND amount_spent > 900",
    '林茂生, 郑雅婷, 高远',
  ],
  [
    27,
    'amount_spent DURING (-1y, today) > amount_spent DURING (-2y, -366d) AND amount_spent DURING (-2y, -366d) > 0',
    '卫明轩, 张启明, 林茂生, 梅若兰, 郑雅婷, 陆思雨',
  ],
  [28, "notes MATCHES (text CONTAINS '朋友介绍', days_to_next_order <= 14)", '严可欣'],
  [29, "tagged MATCHES (tag = 'vip', expires BETWEEN today AND +15d)", '林茂生'],
  [30, 'orders_placed MATCHES (amount >= 500, lines >= 2)', '陈德福'],
];
