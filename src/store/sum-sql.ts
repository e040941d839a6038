/** The sum of amounts however large, which SQLite would refuse to count; exact up to the greatest number that is. */
export const sumSql = (amount: string): string =>
  `CAST(max(-${Number.MAX_SAFE_INTEGER}, min(${Number.MAX_SAFE_INTEGER}, total(${amount}))) AS INTEGER)`;
