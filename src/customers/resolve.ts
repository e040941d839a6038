/** From what a person types to the customer they mean. */
import type { Archive } from '../store/open.ts';
import { readEmail } from '../values/emails.ts';
import { readPhone } from '../values/phones.ts';
import { cleanCell } from '../values/text.ts';

/**
 * Customer number (or an alias of it), account, e-mail, phone, order number or exact name, tried in
 * that order; several customers of one name are all given. Undefined where nobody answers to it.
 */
export function resolveCustomer(
  archive: Archive,
  who: string,
): number | { readonly ambiguous: readonly number[] } | undefined {
  const text = cleanCell(who);
  for (const find of [byNumber, byIdentifier, byOrder, byName]) {
    const found = [...new Set(find(archive, text))];
    if (found.length === 1) return found[0];
    if (found.length > 1) return { ambiguous: found.toSorted((a, b) => a - b) };
  }
  return undefined;
}

/** The e-mail or phone that a text is, read in the country of any of the shops; undefined for anything else. */
export function addressIn(
  archive: Archive,
  text: string,
): { readonly kind: 'email' | 'phone'; readonly value: string } | undefined {
  const email = readEmail(cleanCell(text));
  if (email.state === 'usable' || email.state === 'relay') return { kind: 'email', value: email.value };
  const phone = phonesIn(archive, cleanCell(text))[0];
  return phone === undefined ? undefined : { kind: 'phone', value: phone };
}

function phonesIn(archive: Archive, text: string): string[] {
  const countries = archive.db
    .prepare('SELECT DISTINCT country FROM shops WHERE country IS NOT NULL ORDER BY country')
    .pluck()
    .all() as string[];
  return [undefined, ...countries]
    .map((country) => readPhone(text, country))
    .flatMap((phone) => (phone.state === 'usable' ? [phone.value] : []));
}

type Finder = (archive: Archive, text: string) => number[];

const pluck = (archive: Archive, sql: string, ...values: (string | number)[]) =>
  archive.db
    .prepare(sql)
    .pluck()
    .all(...values) as number[];

const byNumber: Finder = (archive, text) =>
  /^#?\d{1,12}$/.test(text)
    ? pluck(archive, 'SELECT customer_id FROM record_customers WHERE record_id = ?', Number(text.replace('#', '')))
    : [];

const byIdentifier: Finder = (archive, text) => {
  const email = readEmail(text);
  const values = [text, ...(email.state === 'invalid' ? [] : [email.value]), ...phonesIn(archive, text)];
  const marks = values.map(() => '?').join(', ');
  return pluck(
    archive,
    `SELECT DISTINCT customer_id FROM identifiers JOIN record_customers USING (record_id) WHERE role = 'buyer' AND value IN (${marks})`,
    ...values,
  );
};

const byOrder: Finder = (archive, text) =>
  pluck(archive, 'SELECT DISTINCT customer_id FROM orders WHERE order_number = ? AND customer_id IS NOT NULL', text);

const byName: Finder = (archive, text) =>
  pluck(archive, 'SELECT customer_id FROM customers WHERE name = ? COLLATE NOCASE ORDER BY customer_id', text);
