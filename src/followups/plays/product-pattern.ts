/** Whether an SKU or a title is what a play names, in any case; % stands for anything. */
export function productMatcher(
  pattern: string,
): (product: { readonly sku: string | null; readonly title: string | null }) => boolean {
  const parts = pattern
    .normalize('NFC')
    .split('%')
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const shape = new RegExp(`^${parts.join('.*')}$`, 'isu');
  return ({ sku, title }) => (sku !== null && shape.test(sku)) || (title !== null && shape.test(title));
}
