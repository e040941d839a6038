/** Asks, forgets and proves it: of one customer, and of those who were kept long enough. */
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Context } from '../context.ts';
import type { Why } from '../rights/erasure-queries.ts';
import type { Archive } from '../store/open.ts';
import { breathing } from './breathing.ts';
import type { Outcome } from './command.ts';
import { confirm } from './confirm.ts';
import { wantsDocument } from './document.ts';

export interface Forgetting {
  readonly customers: readonly number[];
  /** In words, without a name. */
  readonly who: string;
  readonly why: Why;
  /** Copies that are removed rather than written anew. */
  readonly remove: readonly string[];
  /** What to type where nobody can be asked. */
  readonly line: string;
}

export async function forgetThem(
  context: Context,
  archive: Archive,
  { customers, who, why, remove, line }: Forgetting,
): Promise<Outcome | undefined> {
  const { io, words, signal } = context;
  // Rows are asked for of what a dry run lists.
  if (!context.dryRun) wantsDocument(context);
  const { foresee, forget } = await import('../rights/forget.ts');
  const { finish } = await import('../rights/finish.ts');
  const { figureLines, writeProof } = await import('./erasure-proof.ts');
  io.say(`${words.rights.willGo}\n${figureLines(words.rights.counts, foresee(archive, customers))}`);
  for (const path of remove) io.say(words.rights.willRemove(path));
  await confirm(context, {
    question: words.rights.confirm(who),
    needed: words.rights.confirmNeeded(who),
    line,
  });
  if (context.dryRun) {
    io.say(words.common.nothingChanged);
    return undefined;
  }
  await takeBackLists(context, archive, customers);
  const at = Math.floor(context.now().getTime() / 1000);
  const key = archive.encrypted ? await context.keys.of(archive.path) : undefined;
  const progress = io.progress(words.rights.working);
  try {
    const { figures, texts } = await forget(archive, customers, { at, why, breathe: breathing(context) });
    const finished = await finish(archive, { key, signal, remove, at, texts: [...texts] });
    progress.stop();
    return await writeProof(context, { at, why, figures, finished });
  } finally {
    progress.stop();
  }
}

/** A file that waits for its name has them as well, and would get it with the next hand-over. */
async function takeBackLists({ io, words }: Context, archive: Archive, customers: readonly number[]): Promise<void> {
  const { waitingWith } = await import('../contacts/waiting-queries.ts');
  const { takeBackWithFile } = await import('./waiting-files.ts');
  for (const waiting of waitingWith(archive, customers)) {
    const { list, awaited } = waiting;
    const isReached = existsSync(dirname(awaited.beside));
    if (!takeBackWithFile(archive, waiting)) continue;
    if (isReached) io.say(words.rights.listTakenBack(list, awaited.beside));
    else io.insist(words.rights.listOutOfReach(list, awaited.beside));
  }
}
