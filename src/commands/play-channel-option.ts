/** A channel of plays as an option. They stand here too, so that help is there without what checks plays. */
import type { PlayChannel } from '../followups/plays/play.ts';
import type { Bilingual } from '../messages/words.ts';
import { choice } from './command.ts';

const NAMES: Readonly<Record<PlayChannel, true>> = { sms: true, email: true, phone: true, wechat: true, parcel: true };

export const playChannelOption = (description: Bilingual) =>
  choice('--channel <channel>', description, Object.keys(NAMES) as PlayChannel[]);
