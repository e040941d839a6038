/** What long work awaits from time to time, so that an interruption is heard and ends it. */
import { setImmediate as turn } from 'node:timers/promises';
import type { Context } from '../context.ts';

export function breathing({ signal }: Context): () => Promise<void> {
  return async () => {
    await turn();
    signal.throwIfAborted();
  };
}
