import { consentsSql } from './consents-sql.ts';

/** The documented views of `regulars query`: stable names, natural values. */
const views = `
CREATE VIEW customers_view AS
SELECT c.customer_id, c.name, c.account, c.phone, c.phone_type, c.email, c.country, c.province, c.city, c.district,
       (SELECT count(*) FROM orders o WHERE o.customer_id = c.customer_id AND o.counting = 1) AS number_of_orders,
       (SELECT count(*) FROM orders o WHERE o.customer_id = c.customer_id) AS orders_all,
       (SELECT min(day) FROM orders o WHERE o.customer_id = c.customer_id AND o.counting = 1) AS first_order_day,
       (SELECT max(day) FROM orders o WHERE o.customer_id = c.customer_id AND o.counting = 1) AS last_order_day
FROM customers c;

CREATE VIEW orders_view AS
SELECT o.order_number, s.name AS shop, v.platform, o.customer_id, r.account,
       coalesce(r.name, r.receiver_name) AS customer_name,
       coalesce((SELECT i.value FROM identifiers i WHERE i.record_id = r.record_id AND i.kind = 'email' AND i.state IN ('usable', 'relay')), r.email) AS email,
       coalesce((SELECT i.value FROM identifiers i WHERE i.record_id = r.record_id AND i.kind = 'phone' AND i.state = 'usable' ORDER BY i.role, i.value LIMIT 1), r.phone, r.receiver_phone) AS phone,
       o.state, o.counting, o.refund_pending,
       strftime('%Y-%m-%dT%H:%M:%SZ', o.placed_at, 'unixepoch') AS placed_at, o.day,
       o.currency, o.total, o.refunded, o.net, v.discount, v.shipping, v.coupon, o.units,
       r.country, r.province, r.city, r.district, r.postcode, r.address
FROM orders o JOIN shops s USING (shop_id) JOIN order_versions v USING (version_id) JOIN records r ON r.record_id = o.record_id;

CREATE VIEW order_lines_view AS
SELECT s.name AS shop, o.order_number, l.position, l.sku, l.title, l.variant, l.quantity, l.unit_price,
       o.currency, o.customer_id, o.day, o.counting
FROM orders o JOIN shops s USING (shop_id) JOIN version_lines l ON l.version_id = o.lines_version_id;
`;

const consentsView = `CREATE VIEW consents_view AS ${consentsSql('every statement')};`;

export const VIEWS = views + consentsView;
