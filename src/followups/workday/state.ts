/** Keeps what came of follow-ups and heeds it: whoever opted out has refused the channel, and a complaint is a note. */
import { type Channel, GATE_CHANNEL } from '../../contacts/channels.ts';
import { stateConsent } from '../../contacts/queries.ts';
import { addNote } from '../../customers/note-queries.ts';
import type { Archive } from '../../store/open.ts';
import type { Candidate } from '../candidate.ts';
import type { Said } from '../outcome.ts';
import { stateOutcome, type Statement } from '../outcome-queries.ts';

export interface Stated {
  readonly candidate: Candidate;
  /** What was said before, where nothing changed. */
  readonly before: Said | undefined;
  /** The channel that was refused with it. */
  readonly refused: Channel | undefined;
  readonly isComplaint: boolean;
}

/** `complaintText` stands where nobody noted what it was about. */
export function stateFollowup(
  archive: Archive,
  candidate: Candidate,
  statement: Statement,
  complaintText: string,
): Stated {
  return archive.write(() => {
    const before = stateOutcome(archive, candidate, statement);
    const { result, note, day, at } = statement;
    if (before) return { candidate, before, refused: undefined, isComplaint: false };
    const refused = result === 'opted_out' && statement.channel !== null ? GATE_CHANNEL[statement.channel] : undefined;
    if (refused)
      stateConsent(archive, candidate.customer, { channel: refused, status: 'refused', note, at, source: 'followup' });
    const isComplaint = result === 'complaint';
    if (isComplaint) {
      const text = note ?? complaintText;
      addNote(archive, candidate.customer, { kind: 'complaint', text, score: null, referred: null }, { day, at });
    }
    return { candidate, before, refused, isComplaint };
  });
}
