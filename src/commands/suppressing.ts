/** What is never to be contacted, and how it is kept: the same by hand and by tables. */
import type { NewSuppression } from '../contacts/queries.ts';
import type { Suppressed } from '../contacts/suppressions/read-suppressions.ts';
import type { Archive } from '../store/open.ts';

/** Reads addresses as customers' are read, and hashes them with the archive's key. Throws SuppressionKeyLost. */
export async function suppressing(archive: Archive) {
  const { suppressionHash } = await import('../values/suppression-key.ts');
  const { suppressionKey } = await import('../store/settings.ts');
  const { hintOf } = await import('../values/address-hint.ts');
  const { readMailDomain } = await import('../values/mail-domain.ts');
  const { addressIn, resolveCustomer } = await import('../customers/resolve.ts');
  const { holdsSeveral } = await import('../values/addresses-in-text.ts');
  const { loadPhoneMetadata } = await import('../values/phones.ts');
  await loadPhoneMetadata();
  const key = suppressionKey(archive);
  return {
    read(kind: Suppressed['kind'], text: string): Suppressed | undefined {
      if (kind === 'domain') {
        const value = readMailDomain(text);
        return value === undefined ? undefined : { kind, value };
      }
      if (kind === 'customer') {
        const customer = /^#?\d{1,12}$/.test(text) ? resolveCustomer(archive, text) : undefined;
        return typeof customer === 'number' ? { kind, customer } : undefined;
      }
      // Of several only the first would be read: the line is told instead.
      if (holdsSeveral(text)) return undefined;
      const address = addressIn(archive, text);
      return address?.kind === kind ? address : undefined;
    },
    kept(what: Suppressed): { readonly what: NewSuppression; readonly hint: string } {
      if (what.kind === 'customer') return { what, hint: `#${what.customer}` };
      const hash = suppressionHash(key, what.kind, what.value);
      return { what: { kind: what.kind, hash }, hint: hintOf(what.kind, what.value) };
    },
  };
}
