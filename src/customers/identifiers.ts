/**
 * What a record's contact facts prove: identifiers with a role and a state. Only usable accounts,
 * e-mails (a marketplace relay inside its marketplace) and the buyer's phones are evidence; the rest
 * is kept so that it can be shown and counted.
 */
import { isCiphertext } from '../values/ciphertext.ts';
import { readEmail } from '../values/emails.ts';
import { isNoName } from '../values/no-name.ts';
import { readPhone } from '../values/phones.ts';
import { foldName } from '../values/text.ts';

/** Contact facts as they stood on orders, cleaned, blanks as null. */
export interface ContactFacts {
  readonly accountScope: string | null;
  readonly account: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly receiverName: string | null;
  readonly receiverPhone: string | null;
  readonly phoneCountry: string | null;
}

export interface Identifier {
  readonly kind: 'account' | 'email' | 'phone';
  readonly scope: string;
  readonly value: string;
  readonly role: 'buyer' | 'receiver';
  readonly state: 'usable' | 'relay' | 'masked' | 'placeholder' | 'virtual' | 'damaged' | 'invalid';
  readonly lineType: 'mobile' | 'landline' | 'unknown' | null;
  readonly nameKey: string | null;
}

/** The parcel's receiver is not the buyer where an account says who the buyer is. */
export function identifiersOf(facts: ContactFacts): readonly Identifier[] {
  const found: Identifier[] = [];
  const accountState = accountStateOf(facts);
  const buyer = nameKeyOf(facts.name ?? (accountState === 'usable' ? null : facts.receiverName));
  const account = accountOf(facts, accountState, buyer);
  if (account) found.push(account);
  // Taobao's payment account is an e-mail or a mobile, in one column.
  if (facts.email?.includes('@') || facts.email?.includes('＠')) found.push(emailOf(facts.email, buyer));
  else if (facts.email) found.push(phoneOf(facts.email, 'buyer', facts, buyer));
  if (facts.phone) found.push(phoneOf(facts.phone, 'buyer', facts, buyer));
  if (facts.receiverPhone) {
    const role = account?.state === 'usable' ? 'receiver' : 'buyer';
    // The same number under the same name says nothing more; most parcels go to the buyer.
    if (role === 'receiver' || facts.receiverPhone !== facts.phone)
      found.push(phoneOf(facts.receiverPhone, role, facts, nameKeyOf(facts.receiverName)));
  }
  return distinct(found);
}

/** True when the identifier may join records, or make a record a customer at all. */
export function isEvidence(identifier: Pick<Identifier, 'kind' | 'role' | 'state'>): boolean {
  if (identifier.kind === 'email') return identifier.state === 'usable' || identifier.state === 'relay';
  return identifier.state === 'usable' && identifier.role === 'buyer';
}

function nameKeyOf(name: string | null): string | null {
  if (!name || name.includes('*') || isNoName(name)) return null;
  return foldName(name) || null;
}

/** What tills and shop systems write where nobody has an account. */
const PLACEHOLDER_ACCOUNT =
  /^(0+|guest|anonymous|unknown|none|null|n\/a|na|test|walk-?in|cash|匿名|匿名(用户|买家|客户)|游客|散客|无)$/i;

function accountStateOf({ account, accountScope }: ContactFacts): Identifier['state'] | undefined {
  if (!account || !accountScope) return undefined;
  if (account.includes('*') || isCiphertext(account)) return 'masked';
  return PLACEHOLDER_ACCOUNT.test(account) ? 'placeholder' : 'usable';
}

function accountOf(
  { account, accountScope }: ContactFacts,
  state: Identifier['state'] | undefined,
  nameKey: string | null,
): Identifier | undefined {
  if (state === undefined || !account || !accountScope) return undefined;
  return { kind: 'account', scope: accountScope, value: account, role: 'buyer', state, lineType: null, nameKey };
}

function emailOf(text: string, nameKey: string | null): Identifier {
  const email = readEmail(text);
  return {
    kind: 'email',
    scope: email.state === 'relay' ? (email.marketplace ?? 'relay') : '',
    value: email.value,
    role: 'buyer',
    state: email.state,
    lineType: null,
    nameKey,
  };
}

function phoneOf(text: string, role: 'buyer' | 'receiver', facts: ContactFacts, nameKey: string | null): Identifier {
  const phone = readPhone(text, facts.phoneCountry ?? undefined);
  return {
    kind: 'phone',
    scope: '',
    value: phone.value,
    role,
    state: phone.state,
    lineType: phone.lineType,
    nameKey,
  };
}

/** The buyer's number wins over the same number as the receiver's. */
function distinct(identifiers: readonly Identifier[]): readonly Identifier[] {
  if (identifiers.length < 2) return identifiers;
  const byValue = new Map<string, Identifier>();
  for (const identifier of identifiers) {
    const key = `${identifier.kind}\u0000${identifier.scope}\u0000${identifier.value}`;
    const known = byValue.get(key);
    if (!known || (known.role === 'receiver' && identifier.role === 'buyer')) byValue.set(key, identifier);
  }
  return [...byValue.values()];
}
