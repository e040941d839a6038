/** SQL of the fields that are more than a column of temp.measures or customers: constant text, never built from input. */
import { consentsSql } from '../store/consents-sql.ts';
import { tagHolds } from '../store/moment.ts';

export const SHOPS =
  'SELECT s.name AS item FROM orders o JOIN shops s USING (shop_id) WHERE o.customer_id = m.customer_id AND o.day <= :asOf';

export const TAGS = `SELECT t.tag AS item FROM tag_facts t JOIN record_customers r USING (record_id)
  WHERE r.customer_id = m.customer_id AND ${tagHolds('t')}`;

/** What stood on the customer's orders. */
export function placesOnOrders(column: 'city' | 'province' | 'country'): string {
  return `SELECT r.${column} AS item FROM orders o JOIN records r USING (record_id)
    WHERE o.customer_id = m.customer_id AND o.day <= :asOf AND r.${column} IS NOT NULL`;
}

/** Shopify's words for what the customer said of a channel. */
export function subscriptionStatus(channel: 'email' | 'sms'): string {
  const said = (status: 'granted' | 'refused') =>
    `m.customer_id IN (SELECT s.customer_id FROM (${consentsSql('before :until')}) s WHERE s.channel = '${channel}' AND s.status = '${status}')`;
  return `CASE WHEN ${said('granted')} THEN 'SUBSCRIBED' WHEN ${said('refused')} THEN 'UNSUBSCRIBED' ELSE 'NOT_SUBSCRIBED' END`;
}
