/** Addresses that tills, forms and people put where there is none. */

/** Nobody's whatever the domain. */
const NOBODY = new Set(
  (
    'no none na n.a noemail no-email no.email no_email nomail no-mail noreply no-reply no_reply donotreply do-not-reply ' +
    'no.reply unknown nobody noname null asdf customer walkin walk-in walk.in walk_in walkincustomer anonymous anon dummy ' +
    'notprovided not-provided'
  ).split(' '),
);
/** Somebody's perhaps, but not where the domain says the same again: guest@guest.com. */
const DOUBLED =
  /^(?:test|guest|fake|email|mail|user|name|abc|abcd|qwe|qwerty|asdfg?|asd|foo|bar|demo|sample|example|x|a|b|\d+|([a-z])\1+)$/;
const EXACT = new Set(['a@b.com', 'name@domain.com', 'user@domain.com', 'name@email.com', 'foo@bar.com']);
/** 111111, 123456: no account of a mail provider is called so by its owner. */
const DIGITS = /^(?:(\d)\1{4,}|123456(?:7(?:8(?:90?)?)?)?|0123456789?|654321)$/;

/** Takes both parts in lower case. */
export function isPlaceholderEmail(local: string, domain: string): boolean {
  if (NOBODY.has(local) || /^(?:xxx+|aaa+)$/.test(local) || DIGITS.test(local)) return true;
  if (EXACT.has(`${local}@${domain}`)) return true;
  return domain.startsWith(local) && domain.charCodeAt(local.length) === DOT && DOUBLED.test(local);
}

const DOT = 46;
