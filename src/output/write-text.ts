/** A text that is a file of its own: to stdout, or under the name somebody gave. */
import type { Context } from '../context.ts';
import { type Named, writeNamed } from './write-named.ts';

/** Throws as writeNamed does. `said` tells of the file, where one is written. */
export async function writeText(
  context: Context,
  text: string,
  { path, ...named }: Omit<Named, 'path'> & { readonly path: string | undefined },
  said: (path: string) => string,
): Promise<void> {
  const { io, words, dryRun } = context;
  if (path === undefined) return io.write(text);
  await writeNamed(context, { path, ...named }, (append) => append(Buffer.from(text)));
  io.say(said(path));
  if (dryRun) io.say(words.common.nothingChanged);
}
