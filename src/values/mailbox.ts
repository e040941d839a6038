/** Different spellings of one mailbox. */

/** The name of a Gmail mailbox, without the dots and the +tag that make no difference to where it delivers; undefined elsewhere. */
export function gmailBox(email: string): string | undefined {
  const [local = '', domain = ''] = email.split('@');
  if (domain !== 'gmail.com' && domain !== 'googlemail.com') return undefined;
  return (local.split('+')[0] ?? '').replaceAll('.', '');
}

/** Dots and +tags make no difference to where gmail delivers. */
export function foldGmail(email: string): string {
  const box = gmailBox(email);
  return box === undefined ? email : `${box}@gmail.com`;
}

/** Where an address of a kind, or by a channel, delivers: a number is one for text messages and for calls. */
export const placeOf = (kind: string, address: string): string => (kind === 'email' ? foldGmail(address) : address);

/** Without the +tag that most providers leave aside, too: a likeness, no proof. */
export function likelyMailbox(email: string): string {
  const [local = '', domain = ''] = foldGmail(email).split('@');
  return `${local.split('+')[0] || local}@${domain}`;
}
