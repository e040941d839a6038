/** Keeps follow-ups as handed over, and gives their file as the last of it. */
import { CHANNELS, KINDS } from '../contacts/channels.ts';
import { contentHash, fileHash } from '../contacts/list-hash.ts';
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import type { HandOver } from '../followups/handover.ts';
import type { Planned } from '../followups/plan.ts';
import type { Planner } from '../followups/planner.ts';
import type { PlayChannel } from '../followups/plays/play.ts';
import { formAsked } from './form-asked.ts';
import type { Give } from './handing-over.ts';
import { fileOf, handOverTable } from './handover-table.ts';
import type { ListForm } from './list-form.ts';

export interface HandOverAsked {
  readonly channel: PlayChannel;
  readonly to: string;
  readonly play: string | undefined;
  readonly for: string | undefined;
  readonly as: string | undefined;
  readonly force: boolean;
}

interface Where extends Pick<HandOverAsked, 'channel' | 'to' | 'play' | 'for' | 'as' | 'force'> {
  /** Undefined for a table of our own. */
  readonly form: ListForm | undefined;
  /** UTC seconds. */
  readonly at: number;
  readonly give: Give;
}

/** Gives the number of the list. */
export async function writeHandOver(
  context: Context,
  planner: Planner,
  { ready, heldOut, plan }: HandOver,
  where: Where,
): Promise<number> {
  const { readSetting } = await import('../store/settings.ts');
  const { recordHeldOut, recordList } = await import('../followups/record-handover.ts');
  const { archive, population } = planner;
  const { channel, to, play, as, force, form, at, give } = where;
  const planned = ready.map((one) => one.planned);
  const plays = [...new Set(planned.map((one) => one.play.name))].toSorted();
  const { format, bytes } = form
    ? { format: form.name, bytes: await inForm(context, planner, { channel, form }, planned) }
    : await fileOf(context, await handOverTable(context, planner, channel, ready), { as, to, day: population.asOf });
  // An archive without anybody suppressed has none.
  const key = readSetting(archive, 'suppression_key') ?? '';
  const leftOut: Record<string, number> = {};
  for (const { candidate, reason } of plan.leftOut)
    if (candidate.due <= population.asOf && plays.includes(candidate.play.name))
      leftOut[reason] = (leftOut[reason] ?? 0) + 1;
  const list = recordList(
    archive,
    {
      at,
      day: population.asOf,
      channel,
      kind: strictestKind(planned),
      format,
      series: JSON.stringify({ followups: plays, channel, ...(play === undefined ? {} : { play }) }),
      recipient: where.for ?? null,
      leftOut,
      hash: fileHash(key, bytes),
      expires: planned.map(({ until }) => until).reduce((first, until) => (until < first ? until : first)),
      planned,
      contentOf: ({ play: { name }, occurrence }) => contentHash(key, [name, occurrence]),
    },
    heldOut,
  );
  recordHeldOut(archive, heldOut, { at, day: population.asOf, list });
  // Last: what cannot be kept is not handed over.
  give(list, { path: to, option: '--to', replace: force, example: `${channel}.csv`, always: true }, bytes);
  return list;
}

const strictestKind = (planned: readonly Planned[]) =>
  KINDS.findLast((kind) => planned.some((one) => one.play.kind === kind)) ?? 'promotion';

/** As another tool takes it; undefined for a table of our own. Throws UsageError where there is no such form, or none by the channel. */
export async function formOf(
  context: Context,
  { asOf, currency }: Planner['population'],
  { channel, as }: Pick<HandOverAsked, 'channel' | 'as'>,
): Promise<ListForm | undefined> {
  if (as === undefined || as === 'csv' || as === 'xlsx') return undefined;
  const own = CHANNELS.find((one) => one === channel);
  if (own === undefined) throw new UsageError(context.words.handovers.noForm(channel), { code: 'bad_channel' });
  const nothing = { headerMap: undefined, map: [], columns: undefined, encoding: undefined };
  return formAsked(context, { as, ...nothing }, { channel: own, asOf, currency, only: undefined });
}

/** People and their addresses, for one kind of message. */
async function inForm(
  context: Context,
  { archive, population }: Planner,
  { channel, form }: { readonly channel: PlayChannel; readonly form: ListForm },
  planned: readonly Planned[],
): Promise<Uint8Array> {
  const { handovers } = context.words;
  const kinds = [...new Set(planned.map(({ play }) => play.kind))];
  const [kind] = kinds;
  const own = CHANNELS.find((one) => one === channel);
  if (own === undefined || kind === undefined || kinds.length > 1)
    throw new UsageError(handovers.notOneKind(kinds.join(', ')), {
      code: 'several_kinds',
      hint: handovers.notOneKindHint([...new Set(planned.map(({ play }) => play.name))].join(', ')),
    });
  const { peopleFor } = await import('../contacts/people.ts');
  const { listPeople } = await import('../contacts/list-people.ts');
  const { postalAddresses } = await import('../contacts/list-queries.ts');
  const personOf = peopleFor(archive, own, population.until);
  const customers = [...new Set(planned.map(({ customer }) => customer))];
  const wanted = { channel: own, kind, fields: form.fields };
  const say = listPeople(archive, population, wanted, {
    personOf,
    places: postalAddresses(archive, population.until),
  });
  return form.toBytes(context, say(customers.map(personOf)));
}
