/** What is said of a contact list beside it: how many, who is not on it and what changes that, what a holdout can show. */
import type { Part } from '../contacts/list-parts.ts';
import { leftOutBy } from '../contacts/left-out.ts';
import type { Context } from '../context.ts';
import { term } from '../output/term.ts';
import type { Archive } from '../store/open.ts';
import type { MadeList } from './made-list.ts';

/** What those written to are watched for. */
const DAYS = 30;
/** Where nobody can be seen to have bought again. */
const USUAL_SHARE = 0.08;

interface Told {
  readonly written: number;
  readonly kept: boolean;
  /** Whether some were to be held out. */
  readonly isHoldout: boolean;
  readonly only: Part | undefined;
}

export async function toldOfList(context: Context, archive: Archive, made: MadeList, told: Told): Promise<string[]> {
  const { io, words } = context;
  const { contacts } = words;
  const { channel, kind } = made.way;
  const [on, what] = [term(words, channel), term(words, kind)];
  const lines = [
    told.only === undefined
      ? contacts.rows(told.written, on, what)
      : contacts.part[told.only](told.written, made.listed.length, made.before.size > 0),
  ];
  const { heldOut, leftOut, listed } = made;
  if (told.isHoldout && heldOut.length === 0 && listed.length > 0) lines.push(contacts.nobodyHeldOut);
  if (heldOut.length > 0) {
    const { smallestChange } = await import('../contacts/smallest-change.ts');
    const { shareWhoBuy } = await import('../contacts/list-queries.ts');
    const base = shareWhoBuy(archive, made.population.asOf, DAYS) || USUAL_SHARE;
    lines.push(contacts.heldOut(heldOut.length));
    const change = smallestChange(base, listed.length, heldOut.length);
    if (change !== null) lines.push(`  ${contacts.visible(points(change), points(base), DAYS)}`);
  }
  if (leftOut.length > 0) lines.push(contacts.leftOut(leftOut.length));
  for (const { reason, count, shops } of leftOutBy(leftOut))
    lines.push(`  ${contacts.reasons[reason](count, shops)}: ${contacts.changes[reason](channel)}`);
  if (!told.kept && io.out.isTerminal) lines.push(contacts.onlyLookedAt);
  return lines;
}

const points = (share: number): string => (share * 100).toFixed(share < 0.1 ? 1 : 0);
