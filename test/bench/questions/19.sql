WITH products_ AS (SELECT o.customer_id, o.shop_id, coalesce(l.sku, 'title:' || lower(l.title)) AS product, o.day, o.placed_at, o.order_number, l.position, l.quantity
  FROM orders o JOIN version_lines l ON l.version_id = o.lines_version_id WHERE o.customer_id IS NOT NULL AND o.counting = 1),
gaps AS (SELECT shop_id, product, nullif(julianday(day) - julianday(lag(day) OVER (PARTITION BY shop_id, customer_id, product ORDER BY day)), 0) AS gap FROM products_),
ranked AS (SELECT shop_id, product, gap, row_number() OVER (PARTITION BY shop_id, product ORDER BY gap) AS place, count(*) OVER (PARTITION BY shop_id, product) AS gaps
  FROM gaps WHERE gap IS NOT NULL),
rhythms AS (SELECT shop_id, product, avg(gap) AS gap FROM ranked WHERE gaps >= 5 AND place IN ((gaps + 1) / 2, (gaps + 2) / 2) GROUP BY shop_id, product),
latest AS (SELECT *, row_number() OVER (PARTITION BY customer_id, shop_id, product ORDER BY placed_at DESC, order_number DESC, position DESC) AS place FROM products_)
SELECT DISTINCT l.customer_id FROM latest l LEFT JOIN rhythms r USING (shop_id, product) LEFT JOIN products p ON p.key = l.product
WHERE l.place = 1 AND date(l.day, '+' || CAST(round(coalesce(p.days_of_supply * l.quantity, r.gap)) AS INTEGER) || ' days') BETWEEN '2026-06-30' AND date('2026-06-30', '+10 days');
