/** Reads a call sheet that was filled in, row by row. */
import { openSource } from '../../ingest/bytes/source.ts';
import { FileRefused } from '../../ingest/refusal.ts';
import { type OpenRequest, openRows } from '../../ingest/rows/open-rows.ts';
import { type RefusedCell, visitFields } from '../../ingest/rows/visit-fields.ts';
import { type DateOrder, parseInstantParts } from '../../values/dates.ts';
import { isObjection } from '../outcome.ts';
import type { PlayChannel } from '../plays/play.ts';
import {
  channelMeant,
  type Meaning,
  OUTCOME_FIELDS,
  type OutcomeField,
  outcomeLayout,
  outcomeMeant,
} from './outcome-layout.ts';

export interface OutcomeLine extends Meaning {
  readonly id: string;
  readonly note: string | null;
  readonly channel: PlayChannel | undefined;
  /** YYYY-MM-DD: that of the row, today where it has none, one that has not come, or in doubt. */
  readonly day: string;
  /** Of one that is put off. */
  readonly until: string | null;
  /** Cells that nobody can read, of an objection that is heard all the same. */
  readonly doubts: readonly RefusedCell<Doubt>[];
  /** Says why the row is not taken after all. */
  refuse(field: LateField, reason: Reason): RefusedOutcome;
}

/** What only the archive can tell is wrong. */
type LateField = 'id' | 'outcome' | 'channel' | 'until_day';

type Reason =
  | 'no_id'
  | 'unknown_id'
  | 'same_id'
  | 'twice'
  | 'no_outcome'
  | 'bad_outcome'
  | 'bad_channel'
  | 'parcel_opt_out'
  | 'no_channel'
  | 'no_until'
  | 'bad_day'
  | 'day_order'
  | 'past_day'
  | 'far_day'
  | 'future_objection';

/** Why a row is refused, unless somebody objects in it. */
export type Doubt = Extract<Reason, 'bad_channel' | 'bad_day' | 'day_order'>;

export type RefusedOutcome = RefusedCell<Reason>;

export interface ReadOutcomes {
  readonly lines: readonly OutcomeLine[];
  readonly refused: readonly RefusedOutcome[];
  /** Rows that nobody filled in. */
  readonly empty: number;
}

export interface OutcomesRequest extends OpenRequest {
  readonly map: Readonly<Partial<Record<OutcomeField, string>>>;
  readonly dates: DateOrder;
  readonly asOf: string;
}

/** Throws FileRefused; `no_header` also where there is no column of outcomes. */
export async function readOutcomes(
  path: string,
  request: OutcomesRequest,
  around: { readonly stdin: NodeJS.ReadableStream; readonly signal: AbortSignal },
): Promise<ReadOutcomes> {
  const source = await openSource(path, around.stdin, around.signal);
  try {
    const opened = await openRows(source, request, [outcomeLayout(request.map)]);
    const { header, columns } = opened.recognised;
    if (!columns.has('followupId') || !columns.has('outcome'))
      throw new FileRefused('no_header', { line: header.line });
    const lines: OutcomeLine[] = [];
    const refused: RefusedOutcome[] = [];
    const before = new Map<string, string>();
    const objections = new Set<string>();
    let empty = 0;
    await visitFields(opened, OUTCOME_FIELDS, ({ cell, refusal }) => {
      const refuse = (field: OutcomeField, reason: Reason) => {
        refused.push(refusal(field, reason));
      };
      const [id, said, note] = [cell('id'), cell('outcome'), cell('note') || null];
      if (said === '' && note === null) {
        empty++;
        return;
      }
      if (id === '') return refuse('id', 'no_id');
      if (said === '') return refuse('outcome', 'no_outcome');
      const meaning = outcomeMeant(said);
      if (!meaning) return refuse('outcome', 'bad_outcome');
      const doubts: RefusedCell<Doubt>[] = [];
      // Nobody who objects is contacted further for want of a day, or of a channel.
      const isRefused = (field: OutcomeField, reason: Doubt): boolean => {
        if (isObjection(meaning)) doubts.push(refusal(field, reason));
        else refuse(field, reason);
        return !isObjection(meaning);
      };
      const channel = channelMeant(cell('channel'));
      if (!channel && cell('channel') !== '' && isRefused('channel', 'bad_channel')) return;
      if (channel === 'parcel' && meaning.result === 'opted_out') return refuse('channel', 'parcel_opt_out');
      const on = dayIn(cell('day'), request.dates);
      if (on === null && isRefused('day', whyNoDay(cell('day'), request.dates))) return;
      const until = meaning.outcome === 'snoozed' ? dayIn(cell('until_day'), request.dates) : '';
      if (until === null) return refuse('until_day', whyNoDay(cell('until_day'), request.dates));
      if (until === undefined) return refuse('until_day', 'no_until');
      const day = on && on < request.asOf ? on : request.asOf;
      const what = JSON.stringify([meaning, channel, until]);
      const key = `${id.toLowerCase()} ${day}`;
      if (isObjection(meaning)) {
        // Heard whatever else the file says of it.
        if (objections.has(key + what)) return;
        objections.add(key + what);
      } else {
        const known = before.get(key);
        if (known !== undefined && known !== what) return refuse('id', 'twice');
        if (known === what) return;
        before.set(key, what);
      }
      // The cells are gone once the row is.
      const cells = {
        id: refusal('id', 'unknown_id'),
        outcome: refusal('outcome', 'bad_outcome'),
        channel: refusal('channel', 'bad_channel'),
        until_day: refusal('until_day', 'bad_day'),
      };
      const late = (field: LateField, reason: Reason): RefusedOutcome => ({ ...cells[field], reason });
      lines.push({ id, ...meaning, note, channel, day, until: until || null, doubts, refuse: late });
    });
    if (lines.length + refused.length + empty === 0) throw new FileRefused('nothing_below', { line: header.line });
    return { lines, refused, empty };
  } finally {
    source.dispose();
  }
}

/** Undefined of an empty cell, null of what is no day. */
function dayIn(text: string, dates: DateOrder): string | null | undefined {
  if (text === '') return undefined;
  const read = parseInstantParts(text, dates);
  return read.ok ? read.value.wall.slice(0, 10) : null;
}

const ORDERS: readonly DateOrder[] = ['dmy', 'mdy'];

/** Another order may make a day of it. */
const whyNoDay = (text: string, dates: DateOrder): 'bad_day' | 'day_order' =>
  ORDERS.some((order) => order !== dates && dayIn(text, order)) ? 'day_order' : 'bad_day';
