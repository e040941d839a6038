const clocks = new Map<string, Intl.DateTimeFormat>();

/** What a clock in a zone shows, read by Intl itself: YYYY-MM-DD HH:MM. Takes UTC seconds. */
export function clockIn(at: number, zone: string): string {
  let format = clocks.get(zone);
  if (!format)
    clocks.set(
      zone,
      (format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })),
    );
  return format.format(at * 1000);
}
