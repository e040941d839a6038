/** What the law of a place asks of e-mails. */
import type { Kind } from '../contacts/channels.ts';
import type { Written } from './providers/provider.ts';

export interface LawOfMail extends Written {
  /** As the rules of consent name them; default stands for all others. */
  readonly place: 'cn' | 'us' | 'eu-uk' | 'default';
  readonly kinds: readonly Kind[];
}
