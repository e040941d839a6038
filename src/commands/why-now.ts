import type { Candidate } from '../followups/candidate.ts';
import type { Words } from '../messages/words.ts';

/** What set a follow-up off, in words. */
export function whyNow({ followups, calendar }: Words, candidate: Candidate): string {
  const { about, play } = candidate;
  if (play.trigger.on !== 'festival' || about === null) return followups.because(candidate);
  const names: Readonly<Record<string, string>> = calendar.festivals;
  return followups.because({ ...candidate, about: names[about] ?? about });
}
