/** Different spellings of one mailbox. */

/** Dots and +tags make no difference to where gmail delivers. */
export function foldGmail(email: string): string {
  const [local = '', domain = ''] = email.split('@');
  if (domain !== 'gmail.com' && domain !== 'googlemail.com') return email;
  return `${(local.split('+')[0] ?? '').replaceAll('.', '')}@gmail.com`;
}

/** Without the +tag that most providers leave aside, too: a likeness, no proof. */
export function likelyMailbox(email: string): string {
  const [local = '', domain = ''] = foldGmail(email).split('@');
  return `${local.split('+')[0] || local}@${domain}`;
}
