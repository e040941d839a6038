/** Offsets from UTC as they are written: +08:00, -0330. */
const OFFSET = /^([+-])(\d{2}):?(\d{2})$/;

/** No place on earth is further from UTC. */
export const FURTHEST = 14 * 60;

/** Minutes east of UTC; undefined for what is no offset of any place. */
export function offsetMinutes(text: string): number | undefined {
  const [, sign, hours, rest] = OFFSET.exec(text) ?? [];
  const minutes = Number(hours) * 60 + Number(rest);
  if (!(minutes <= FURTHEST) || Number(rest) > 59) return undefined;
  return sign === '-' && minutes > 0 ? -minutes : minutes;
}
