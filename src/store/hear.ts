/** Work that leaves no room for signals gives way, so that one that has come meanwhile ends it. */
import { setImmediate as turn } from 'node:timers/promises';

/** Throws what the signal was aborted with. Two turns: before the second one what is waiting is taken in. */
export async function hear(signal: AbortSignal | undefined): Promise<void> {
  await turn();
  await turn();
  signal?.throwIfAborted();
}
