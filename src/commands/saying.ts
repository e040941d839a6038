/** Who says something of a segment, and why: the same options wherever a rule is changed. */
import type { Context } from '../context.ts';
import type { Said } from '../segments/saved-queries.ts';
import { type Options, text, type Values } from './command.ts';

export const saying = {
  why: text('--why <text>', { en: 'the reason, for whoever reads it later', zh: '理由，供以后查看' }),
  by: text('--by <who>', { en: 'who says so (default: you)', zh: '由谁决定（默认：当前用户）' }),
} satisfies Options;

export async function saidBy(context: Context, { why, by }: Values<typeof saying>): Promise<Said> {
  return { who: by ?? (await userName()), why: why ?? null, at: Math.floor(context.now().getTime() / 1000) };
}

/** Null where the system has no name for whoever runs the program, as in some containers. */
async function userName(): Promise<string | null> {
  const { userInfo } = await import('node:os');
  try {
    return userInfo().username;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SYSTEM_ERROR') throw error;
    return null;
  }
}
