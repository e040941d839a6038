/** A play in full: as a document, and as a card. */
import type { Context } from '../context.ts';
import type { PlayMessage } from '../followups/plays/play.ts';
import type { PlayAct, StandingPlay } from '../followups/plays/play-queries.ts';
import { shippedNamed } from '../followups/plays/shipped.ts';
import type { Words } from '../messages/words.ts';
import { type Field, renderFields } from '../output/fields.ts';
import { term } from '../output/term.ts';
import { isoInstant } from '../values/iso-instant.ts';
import { reasonOf, summaryOf, timingOf, triggerText, verifyOf } from './play-words.ts';

export function playDocument(words: Words, play: StandingPlay, acts: readonly PlayAct[]) {
  const { name, summary: _, on, origin, onSince, version, verify: __, ...rest } = play;
  return {
    name,
    on,
    on_since: onSince,
    origin,
    version,
    summary: summaryOf(words, play) ?? null,
    comes: triggerText(words, play),
    timing: timingOf(words, play) ?? null,
    reason: reasonOf(words, play, acts) ?? null,
    ...rest,
    verify: verifyOf(words, play),
    history: acts.map(({ act, version, who, why, day, at }) => ({
      act,
      version,
      who,
      why,
      day,
      said_at: isoInstant(at),
    })),
  };
}

export function playScreen({ words, io }: Context, play: StandingPlay, acts: readonly PlayAct[]): string {
  const { plays, common } = words;
  const { labels } = plays;
  const list = (texts: readonly string[]) => texts.join(common.listed);
  const state = plays.states[play.on ? 'on' : 'off'];
  const fields: Field[] = [
    [labels.play, play.name],
    [labels.state, play.onSince === null ? state : plays.since(state, play.onSince)],
    [labels.reason, reasonOf(words, play, acts)],
    [labels.origin, originText(words, play)],
    [labels.summary, summaryOf(words, play)],
    [labels.trigger, triggerText(words, play)],
    [labels.timing, timingOf(words, play)],
    [labels.where, play.where],
    [labels.kind, term(words, play.kind)],
    [labels.channels, list(play.channels.map((name) => term(words, name)))],
    [labels.expires, plays.worthDoing(play.expires_after_days)],
    [labels.repeat, repeatText(words, play)],
    [labels.stops, list(play.stops.map((what) => plays.stops[what]))],
    [labels.capacity, play.capacity === undefined ? undefined : plays.aDay(play.capacity)],
    [labels.minutes, play.minutes === undefined ? undefined : plays.minutes(play.minutes)],
    [labels.priority, String(play.priority)],
    [labels.holdout, play.holdout === 0 ? undefined : plays.share(play.holdout)],
    [labels.window, plays.window(play.window_days)],
    [labels.backfill, play.backfill ? plays.backfill : undefined],
    [labels.verify, verifyOf(words, play).join('\n')],
    ...play.messages.map((message): Field => [labels.message, messageText(words, message)]),
    [labels.history, historyText(words, acts)],
  ];
  return renderFields(fields, io.out);
}

function originText({ plays }: Words, { origin, name, version }: StandingPlay): string {
  if (origin === 'shipped') return plays.origins.shipped;
  return shippedNamed(name) ? plays.origins.savedOver(version) : plays.origins.saved(version);
}

const repeatText = ({ plays }: Words, { repeat }: StandingPlay): string =>
  typeof repeat === 'string' ? plays.repeats[repeat] : plays.repeats.after(repeat.after_days);

/** Whom for, then what it says. */
function messageText(words: Words, { channel, language, subject, text }: PlayMessage): string {
  const of = [channel === undefined ? words.plays.anyChannel : term(words, channel), language].filter(Boolean);
  return [of.join(' · '), subject, text].filter((part) => part !== undefined).join('\n');
}

const historyText = ({ plays }: Words, acts: readonly PlayAct[]): string =>
  acts
    .toReversed()
    .map(({ act, version, day, who, why }) => [plays.acts[act](version), day, who, why].filter(Boolean).join(' · '))
    .join('\n');
