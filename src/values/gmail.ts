/** Dots and +tags make no difference to where gmail delivers. */
export function foldGmail(email: string): string {
  const [local = '', domain = ''] = email.split('@');
  if (domain !== 'gmail.com' && domain !== 'googlemail.com') return email;
  return `${(local.split('+')[0] ?? '').replaceAll('.', '')}@gmail.com`;
}
