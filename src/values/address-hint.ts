/** Enough for the owner to recognise, not enough to write to: a***@e***.com, +86138****5678; of a domain @e***.com. */
export function hintOf(kind: 'email' | 'phone' | 'domain', value: string): string {
  if (kind === 'phone') return `${value.slice(0, Math.max(3, value.length - 8))}****${value.slice(-4)}`;
  if (kind === 'domain') return `@${value.slice(0, 1)}***${value.slice(value.lastIndexOf('.'))}`;
  const [local = '', domain = ''] = value.split('@');
  return `${local.slice(0, 1)}***@${domain.slice(0, 1)}***${domain.slice(domain.lastIndexOf('.'))}`;
}
