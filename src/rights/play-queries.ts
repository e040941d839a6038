/** SQL of what plays say and whom they are for, in the rules of which somebody may be named. */
import type { Archive } from '../store/open.ts';

interface KeptPlay {
  readonly summary?: string;
  readonly trigger: { readonly segment?: string; readonly product?: string; readonly festival?: string };
  readonly where?: string;
  readonly messages: readonly { readonly subject?: string; readonly text: string }[];
  readonly verify: readonly string[];
}

interface Cuts {
  readonly rule: (where: string) => string;
  /** Of a segment. */
  readonly name: (name: string) => string;
  readonly text: (text: string) => string;
}

/** Their conditions, their names of segments and their words. */
export function* textsOfPlays({ db }: Archive): Generator<string> {
  for (const { play } of keptPlays(db)) {
    const { summary, trigger, where, messages, verify } = JSON.parse(play) as KeptPlay;
    const texts = [summary, where, ...verify, ...messages.flatMap(({ subject, text }) => [subject, text])];
    for (const text of [...texts, trigger.segment, trigger.product, trigger.festival]) if (text) yield text;
  }
}

/** How many became others. */
export function changePlays({ db }: Archive, cuts: Cuts): number {
  const write = db.prepare('UPDATE play_acts SET play = ? WHERE name = ? AND step = ?');
  let changed = 0;
  for (const { name, step, play } of keptPlays(db)) {
    const other = JSON.stringify(cutPlay(JSON.parse(play) as KeptPlay, cuts));
    if (other !== play) changed += write.run(other, name, step).changes;
  }
  return changed;
}

function cutPlay(play: KeptPlay, { rule, name, text }: Cuts): KeptPlay {
  const { summary, trigger, where, messages, verify } = play;
  return {
    ...play,
    ...(summary === undefined ? {} : { summary: text(summary) }),
    ...(where === undefined ? {} : { where: rule(where) }),
    trigger: {
      ...trigger,
      ...(trigger.segment === undefined ? {} : { segment: name(trigger.segment) }),
      ...(trigger.product === undefined ? {} : { product: text(trigger.product) }),
      ...(trigger.festival === undefined ? {} : { festival: text(trigger.festival) }),
    },
    messages: messages.map((message) => ({
      ...message,
      ...(message.subject === undefined ? {} : { subject: text(message.subject) }),
      text: text(message.text),
    })),
    verify: verify.map(text),
  };
}

const keptPlays = (db: Archive['db']) =>
  db.prepare('SELECT name, step, play FROM play_acts WHERE play IS NOT NULL ORDER BY name, step').all() as {
    readonly name: string;
    readonly step: number;
    readonly play: string;
  }[];
