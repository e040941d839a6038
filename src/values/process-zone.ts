/** Offsets of few instants without Intl, opening which takes as long as everything else a short command does. */
import { isMainThread } from 'node:worker_threads';

/** Of more than these Intl is quicker. */
const FEW = 50;
/** Elsewhere the zone of the process cannot be set: in a thread the environment is a copy, on Windows the system's holds. */
const canBeSet = isMainThread && process.platform !== 'win32';
let asked = 0;

/**
 * Minutes east of UTC at an instant since 1970, in seconds; undefined where Intl is to be asked. The zone of the process
 * is set and put back at once, which makes Date read the same rules as Intl does; one that does not exist is as UTC to it,
 * so that nothing east or west is left to Intl, which says so.
 */
export function offsetByProcess(at: number, zone: string): number | undefined {
  if (!canBeSet || at < 0 || asked >= FEW) return undefined;
  asked++;
  const before = process.env['TZ'];
  process.env['TZ'] = zone;
  try {
    return -new Date(at * 1000).getTimezoneOffset() || undefined;
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
}
