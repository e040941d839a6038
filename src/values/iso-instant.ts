/** Seconds since 1970 as 2026-05-04T09:15:00Z. */
export function isoInstant(at: number): string {
  return `${new Date(at * 1000).toISOString().slice(0, 19)}Z`;
}
