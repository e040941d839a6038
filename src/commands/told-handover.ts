/** What is said of follow-ups that were handed over: how many, what their texts cost, and which stayed out and why. */
import type { Context } from '../context.ts';
import { idOf } from '../followups/candidate.ts';
import type { HandOver, Ready } from '../followups/handover.ts';
import type { Written } from '../followups/writing/written.ts';
import { partPrice } from '../followups/writing/part-price.ts';
import type { PlayChannel } from '../followups/plays/play.ts';
import type { Policy } from '../followups/policy.ts';
import type { Population } from '../measures/population.ts';
import type { Words } from '../messages/words.ts';
import { shellLine } from '../output/shell-word.ts';
import { textCost } from '../texts/sms-parts.ts';
import { archiveFlag } from './archive-flag.ts';
import { tellUncovered } from './followup-others.ts';
import { isByHand } from './to-fill.ts';

interface Told {
  readonly channel: PlayChannel;
  readonly to: string;
  /** Null where there was nothing to hand over. */
  readonly list: number | null;
  /** False where the form has none. */
  readonly isText: boolean;
  readonly policy: Policy;
  readonly population: Population;
}

/** Nothing where nothing was due. */
export function tellHandedOver(
  context: Context,
  { ready, refused, heldOut }: HandOver,
  { channel, to, list, isText, policy, population }: Told,
): void {
  const { io, words, dryRun } = context;
  const { handovers, contacts, common } = words;
  tellRefused(context, refused);
  for (const { count, play, told } of together(ready, ({ written }) => warnings(words, written)))
    io.warn(handovers.warned(count, play, told));
  tellUncovered(
    context,
    ready.map(({ planned }) => planned),
  );
  if (list !== null) {
    const counts = together(ready, () => ['']).map(({ play, count }) => `${play} ${count}`);
    io.say(handovers.handedOver(ready.length, counts.join(', ')));
    const later = ready.filter(({ planned }) => planned.day > population.asOf);
    if (later[0]) io.say(handovers.forTomorrow(later.length, later[0].planned.day));
    const parts = ready.reduce((sum, { written }) => sum + (partsOf(written) ?? 0), 0);
    const price = partPrice(policy, population.currency);
    if (parts > 0)
      io.say(
        price ? handovers.partsAt(parts, textCost(parts, price).exact, population.currency) : handovers.parts(parts),
      );
    const theirs = [...new Set(ready.map(({ written }) => signatureOf(written)))].filter((one) => one !== '');
    if (theirs.length > 0) io.say(handovers.signedByProvider(theirs.join(common.listed)));
    if (!isText) io.say(handovers.formWithoutTexts);
  }
  if (heldOut.length > 0) io.say(handovers.heldOut(heldOut.length));
  if (list !== null && !dryRun) io.say(`${contacts.written(to)}\n${contacts.recorded(list, false)}`);
  if (list !== null && !dryRun && isText && isByHand(channel) && isReadBack(context))
    io.say(handovers.filledIn(shellLine(['regulars', 'followup', 'import', to, ...archiveFlag(context)])));
  if (dryRun && (list !== null || heldOut.length > 0)) io.say(common.nothingChanged);
}

/** Other forms are for programs. */
const isReadBack = ({ format, binaryFormat }: Context): boolean =>
  binaryFormat !== 'parquet' && format !== 'json' && format !== 'ndjson';

const partsOf = (written: Written): number | null => (written.state === 'text' ? written.writing.parts : null);

/** What the provider puts in front; empty where it does not. */
const signatureOf = (written: Written): string =>
  written.state === 'text'
    ? written.writing.text.slice(0, written.writing.text.length - written.writing.handed.length)
    : '';

/** Also where nothing else is to be said. */
export function tellRefused({ io, words }: Context, refused: readonly Ready[]): void {
  for (const { count, play, told, id } of together(refused, ({ written }) => [whyRefused(words, written)]))
    io.insist(words.handovers.refused(count, play, told, id));
}

/** Why nobody should get it. */
export function whyRefused({ handovers, texts }: Words, written: Written): string {
  if (written.state === 'no_template') {
    const { problem } = written;
    return handovers.textError(texts.problemAt(problem.line, problem.column, texts.problems[problem.code](problem)));
  }
  if (written.state !== 'text') return handovers.noText[written.state] ?? written.state;
  const errors = written.writing.findings.filter(({ level }) => level === 'error');
  return handovers.textError(errors.map((finding) => texts.findings[finding.code](finding)).join('; '));
}

export function warnings({ texts }: Words, written: Written): string[] {
  if (written.state !== 'text') return [];
  const found = written.writing.findings.filter(({ level }) => level === 'warning');
  return [...new Set(found.map((finding) => texts.findings[finding.code](finding)))];
}

interface Grouped {
  readonly play: string;
  readonly told: string;
  readonly id: string;
  count: number;
}

/** Of one play what is told alike is told once. */
function together(all: readonly Ready[], tell: (one: Ready) => readonly string[]): Grouped[] {
  const found = new Map<string, Grouped>();
  for (const one of all)
    for (const told of tell(one)) {
      const play = one.planned.play.name;
      const known = found.get(`${play}\n${told}`);
      if (known) known.count++;
      else found.set(`${play}\n${told}`, { play, told, id: idOf(one.planned), count: 1 });
    }
  return [...found.values()];
}
