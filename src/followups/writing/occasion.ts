/** What a text is written for: a play, whom it reaches on which day, and what set it off. */
import type { Candidate } from '../candidate.ts';
import type { PlayChannel } from '../plays/play.ts';

export interface Occasion extends Pick<Candidate, 'customer' | 'order' | 'about'> {
  readonly play: Pick<Candidate['play'], 'trigger' | 'kind' | 'messages'>;
  readonly day: string;
  readonly channel: PlayChannel;
}
