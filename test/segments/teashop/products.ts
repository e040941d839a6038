/** What was bought: each query with its members, worked out from the files of fixtures/teashop. */
export const PRODUCTS: readonly (readonly [where: string, members: string])[] = [
  ["products_purchased MATCHES (title CONTAINS '白毫银针')", '曹亦凡, 梅若兰, 褚佳琪'],
  ["products_purchased MATCHES (sku = 'SN-30', count >= 5)", 'Chloé Dupont, Nora Reed'],
  [
    "products_purchased MATCHES (sku = 'LS-75') AND products_purchased NOT MATCHES (sku = 'JP-75')",
    'Marcus Webb, Omar Frost, Rosa Delgado, Sam Field',
  ],
  ["products_purchased(sku: 'CUP-T') = true", 'Lucy Hill, Marcus Webb, Tess Ford'],
  [
    "products_purchased(shop: '山月茶铺') = false AND products_purchased(sku: ('LJ-50', 'TGY-100')) = false AND number_of_orders >= 3",
    'Bea Stone, Chloé Dupont, Mary Hill, Nora Reed, Quinn Wells, Rosa Delgado, Tom Hill',
  ],
  ["products_purchased MATCHES (title CONTAINS '龙井', shortest_gap <= 42)", '周小茶'],
  ["products_purchased MATCHES (title CONTAINS '龙井', count >= 2, date >= -60d)", ''],
  ['products_purchased MATCHES (quantity >= 3)', '陈德福'],
  ["products_purchased MATCHES (sku STARTS WITH 'JP', sum_quantity >= 10)", 'Anna Archer'],
  ['products_purchased MATCHES (products >= 4)', '梅若兰, 陆思雨'],
  ['products_purchased MATCHES (products = 1, count >= 5)', 'Ben Bright, Chloé Dupont, Pia Lindqvist, 冯浩然, 韩俊杰'],
  ["products_purchased MATCHES (category = '绿茶', months >= 6)", '周小茶, 沈听泉, 钱若溪'],
  [
    "products_purchased MATCHES (category = 'flower tea', date >= -30d)",
    'Anna Archer, Bea Stone, Nina Kovac, Ruth Brook',
  ],
  ["products_purchased MATCHES (order_number = '#1089')", 'Marcus Webb'],
  ["products_purchased MATCHES (platform = 'taobao', month = 2, weekday = 5)", '朱思远'],
  ["products_purchased MATCHES (longest_gap > 80, title CONTAINS '白毫银针')", '梅若兰'],
  ['products_purchased MATCHES (variant IS NOT NULL)', ''],
  ['products_purchased MATCHES (price >= 0)', ''],
  ['products_purchased MATCHES (days >= 12)', 'Anna Archer, 林茂生, 高远'],
  ["products_purchased MATCHES (title = '碧螺春 100g', refill_date BETWEEN today AND +10d)", '杨嘉怡, 沈听泉'],
  [
    "products_purchased MATCHES (sku = 'JP-75', refill_date <= +30d, refill_date >= today)",
    'Bea Stone, Nina Kovac, Ruth Brook',
  ],
];
