/** `regulars help segments`: the segment language on one page. Lines of prose stay below 80 columns. */
export const en: string = `How to say which customers: the language of --where and of saved segments

Examples:
  $ regulars segment members --where 'number_of_orders >= 3 AND last_order_date < -90d'
  $ regulars segment members --where '下单次数 >= 3 且 最近下单 < -90d'
  $ regulars segment explain --where 'amount_spent TOP 10%' 淘小茶

  FIELD OPERATOR VALUE     amount_spent > 500, customer_city = '杭州市'
    = != < <= > >=         numbers, amounts in the reporting currency, days
    BETWEEN … AND …        both ends are in
    IN (…), CONTAINS, STARTS WITH, ENDS WITH, IS NULL; NOT before each
  AND, OR, NOT, ( )        NOT is everybody else
  days                     2026-01-31, -90d, -4w, -6m, -1y, today, yesterday,
                           week_start, month_start, year_start, month_start -1m
  FIELD > 1.5 * FIELD      recency_days > 1.5 * median_gap_days
  FIELD DURING (…, …)      amount_spent DURING (-12m, today) >= 1000
  FIELD TOP 10%, TOP 50    BOTTOM too; among those who have ordered, equals all
  FIELD PERCENTILE >= 90   compared with that percentile of everybody's
  in_segment('vip')        in_segment('a', 'b') is either of them;
                           in_segment('champions' AS OF month_start): then
  SAMPLE 10% SEED 'x'      always the same customers for one seed
  birthday BETWEEN today AND +7d; anniversary(date: 'first_order_date') = today
  own_field('size') = 'L'  a field of your own

What there are several of, one by one; every test holds for the same one:
  orders_placed MATCHES (amount >= 500, lines >= 3)
  orders_all NOT MATCHES (state = 'cancelled')   orders that do not count too
  products_purchased MATCHES (title CONTAINS '面膜', count >= 2, date >= -60d)
  contacted, notes, tagged
  count, sum_amount, months, shortest_gap … are of all that match together

A value nobody told is no value: no test holds for it but !=, NOT IN, NOT
CONTAINS and IS NULL, as in Shopify, whose queries can be pasted. Every field:
regulars segment fields. What is odd about a query: regulars segment check.`;

export const zh: string = `如何说明要哪些客户：--where 和已保存分组所用的语言

示例：
  $ regulars segment members --where '下单次数 >= 3 且 最近下单 < 90天前'
  $ regulars segment members --where '消费金额 前10% 且 省份 属于 ("浙江省", "上海市")'
  $ regulars segment explain --where 'amount_spent TOP 10%' 淘小茶

中文和英文写法等价，可以混用；每个字段的中文名：regulars segment fields 字段

  字段 运算符 值           消费金额 > 500，城市 = '杭州市'
    = != < <= > >=         数字、统计货币的金额、日期；也可写 大于、不少于 等
    介于 … 和 …            BETWEEN … AND …，包含两端
    属于 (…)、包含、开头是、结尾是、为空；前面可加 不
                           IN、CONTAINS、STARTS WITH、ENDS WITH、IS NULL
  且、或、非、( )          AND、OR、NOT；非 即其余所有人
  日期                     2026-01-31、90天前、3个月前、今天、昨天、本月初、
                           -90d、-4w、-6m、-1y、month_start -1m
  字段 > 1.5 * 字段        recency_days > 1.5 * median_gap_days
  字段 期间 (…, …)         消费金额 期间 (-12m, 今天) >= 1000
  字段 前10%、前50         后10% 亦可；在下过单的客户中，并列者全部计入
  字段 百分位 >= 90        与全体客户的该百分位相比
  在分组('vip')            在分组('a', 'b') 为任一；
                           in_segment('champions' AS OF month_start) 为当时
  抽样 10% 种子 'x'        同一种子永远是同一批客户
  生日 介于 今天 和 +7d；anniversary(date: 'first_order_date') = today
  own_field('size') = 'L'  自定义字段

有多条的记录逐条判断；括号里的条件须对同一条成立：
  orders_placed MATCHES (amount >= 500, lines >= 3)
  orders_all NOT MATCHES (state = 'cancelled')   包括不计入统计的订单
  购买商品 匹配 (标题 包含 '面膜', count >= 2, date >= -60d)
  contacted、notes、tagged
  count、sum_amount、months、shortest_gap 等针对全部符合的记录

没有人说过的就是没有值：只有 !=、NOT IN、NOT CONTAINS 和 IS NULL 对它成立，
与 Shopify 相同；Shopify 的条件可直接粘贴。所有字段：regulars segment fields。
检查条件：regulars segment check。`;
