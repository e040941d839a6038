/** What long work awaits from time to time, so that an interruption is heard and ends it. */
import type { Context } from '../context.ts';
import { hear } from '../store/hear.ts';

export const breathing =
  ({ signal }: Context) =>
  () =>
    hear(signal);
