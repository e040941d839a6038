/** Whether the day a command is asked for has not come: nothing was said, joined or left on it yet. */
import type { Context } from '../context.ts';
import { FUTURE_TOLERANCE } from '../values/future.ts';

export function isAhead(context: Context): boolean {
  return context.now().getTime() / 1000 > context.clock().getTime() / 1000 + FUTURE_TOLERANCE;
}
