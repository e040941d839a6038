/** Keeps what came of follow-ups and heeds it: whoever opted out has refused the channel, and a complaint is a note. */
import { CHANNELS, type Channel } from '../../contacts/channels.ts';
import { stateConsent } from '../../contacts/queries.ts';
import { addNote } from '../../customers/note-queries.ts';
import type { Archive } from '../../store/open.ts';
import type { Candidate } from '../candidate.ts';
import type { Said } from '../outcome.ts';
import { stateOutcome, type Statement } from '../outcome-queries.ts';
import type { PlayChannel } from '../plays/play.ts';

export interface Stated {
  readonly candidate: Candidate;
  /** What was said before, where nothing changed. */
  readonly before: Said | undefined;
  /** The channel that was refused with it. */
  readonly refused: Channel | undefined;
  readonly isComplaint: boolean;
}

/** A message by hand is to the number they are known by. What is put to an order has no consent of its own to refuse. */
export function consentChannel(channel: PlayChannel): Channel | undefined {
  return channel === 'wechat' ? 'phone' : CHANNELS.find((one) => one === channel);
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
    const refused =
      result === 'opted_out' && statement.channel !== null ? consentChannel(statement.channel) : undefined;
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
