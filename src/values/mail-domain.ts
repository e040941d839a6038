/** Domains of e-mail addresses, as somebody names one whose every mailbox is meant. */
import { domainToASCII } from 'node:url';

const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;
/** Under these whole countries have their names: com.cn, co.uk. */
const TOO_WIDE = /^(?:com?|net|org|gov|edu|ac|or|ne|go)\.[a-z]{2}$/;

/** Of `@example.com`, `*@example.com` or `example.com`; undefined for what is no domain, or one of everybody's. */
export function readMailDomain(text: string): string | undefined {
  const name = domainToASCII(
    text
      .normalize('NFKC')
      .trim()
      .replace(/^(?:\*?@|\*\.)/, '')
      .replace(/\.$/, ''),
  );
  return DOMAIN.test(name) && !TOO_WIDE.test(name) ? oneName(name) : undefined;
}

/** That of an address, and those it lies under: `mail.example.co.uk` lies under `example.co.uk`. */
export function mailDomainsOf(email: string): string[] {
  const labels = oneName(email.slice(email.lastIndexOf('@') + 1)).split('.');
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'));
}

/** One service under two names. */
const oneName = (domain: string): string => (domain === 'googlemail.com' ? 'gmail.com' : domain);
