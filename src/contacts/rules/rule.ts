/** What the law or custom of a place asks before somebody there is contacted: dated data with where it is written. */
import type { Channel, Kind } from '../channels.ts';
import type { ConsentPolicy } from '../gate.ts';

export interface Rule {
  readonly channel: Channel;
  readonly kind: Kind;
  /** What a customer must have said: yes, or not no. */
  readonly needs: ConsentPolicy;
  /** YYYY-MM-DD, from which it holds; null where nothing but the archive's own rule says so. */
  readonly since: string | null;
  /** The page or the law. */
  readonly source: string;
  /** Whether the source was read, or is remembered. */
  readonly evidence: 'read' | 'recalled';
}

export interface Place {
  readonly name: 'cn' | 'eu-uk' | 'us' | 'default';
  /** ISO 3166-1 alpha-2; none of the one that stands for all others. */
  readonly countries: readonly string[];
  /** One for each channel and kind. Care that needs a yes is taken for promotion there. */
  readonly rules: readonly Rule[];
}
