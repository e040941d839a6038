/** The proof of an erasure on stdout, with nothing personal in it: when, what, and what became of file, copies and search. */
import { isoInstant } from '../values/iso-instant.ts';
import type { Context } from '../context.ts';
import { renderFields } from '../output/fields.ts';
import { shellLine } from '../output/shell-word.ts';
import { ExitCode } from '../errors.ts';
import type { CopyTreated } from '../rights/erase-copies.ts';
import type { Figure, Figures } from '../rights/erase-queries.ts';
import type { Why } from '../rights/erasure-queries.ts';
import type { Finished } from '../rights/finish.ts';
import { archiveFlag } from './archive-flag.ts';
import type { Outcome } from './command.ts';
import { wantsDocument } from './document.ts';

export interface Proof {
  /** UTC seconds. */
  readonly at: number;
  /** Undefined where what an earlier run left was finished. */
  readonly why: Why | undefined;
  readonly figures: Figures | undefined;
  readonly finished: Finished;
}

export async function writeProof(context: Context, proof: Proof): Promise<Outcome | undefined> {
  const { io, words } = context;
  const { finished } = proof;
  if (wantsDocument(context)) await (await import('../output/write-json.ts')).writeJson(context, documentOf(proof));
  else await io.write(screenOf(context, proof));
  io.say(words.rights.outOfReach);
  if (finished.done) return undefined;
  const regulars = (...more: string[]) =>
    shellLine(['regulars', 'customers', 'forget', '--finish', ...more, ...archiveFlag(context)]);
  io.insist(words.rights.unfinished(regulars()));
  const [left] = finished.copies.filter(({ outcome }) => outcome === 'absent' || outcome === 'not_done');
  if (left) io.insist(words.rights.removeCopy(regulars('--remove', left.path, '--yes')));
  return { exitCode: ExitCode.failed };
}

function documentOf({ at, why, figures, finished }: Proof): unknown {
  const { problem, copies, search, done } = finished;
  return {
    erased_at: isoInstant(at),
    why: why ?? null,
    erased: figures ?? null,
    file: problem ?? 'done',
    copies,
    search,
    kept_out_by: ['account', 'email', 'phone', 'order'],
    not_kept_out_by: ['name', 'shared_email', 'shared_phone'],
    done,
  };
}

function screenOf({ io, words }: Context, { at, figures, finished }: Proof): string {
  const { proof } = words.rights;
  const { problem, copies, search } = finished;
  const searched = proof.searches[search.outcome]?.(search.values, search.archive + sumLeft(copies)) ?? search.outcome;
  return renderFields(
    [
      [proof.at, isoInstant(at)],
      [proof.erased, figures ? figureLines(words.rights.counts, figures) || proof.nothing : undefined],
      [proof.file, proof.files[problem ?? 'done']],
      [proof.copies, copies.map((copy) => copyLine(proof, copy)).join('\n') || proof.noCopies],
      [proof.search, [searched, ...(search.of_others > 0 ? [proof.ofOthers(search.of_others)] : [])].join('\n')],
      [proof.later, proof.keptOut],
    ],
    io.out,
  );
}

const sumLeft = (copies: readonly CopyTreated[]) => copies.reduce((sum, { left }) => sum + (left ?? 0), 0);

function copyLine(
  { outcomes, problems }: Context['words']['rights']['proof'],
  { path, outcome, problem }: CopyTreated,
): string {
  const why = problem === null ? '' : `, ${problems[problem] ?? problems['other'] ?? problem}`;
  return `${path}: ${outcomes[outcome]}${why}`;
}

export function figureLines(counts: Context['words']['rights']['counts'], figures: Figures): string {
  return (Object.keys(counts) as Figure[])
    .flatMap((name) => (figures[name] > 0 ? [counts[name](figures[name])] : []))
    .join('\n');
}
