/** The coming follow-ups as a calendar file, put down as what calendars have. */
import type { Context } from '../context.ts';
import type { Planned } from '../followups/plan.ts';
import { planFor, plannerOf } from '../followups/planner.ts';
import type { DayRange } from '../followups/planning.ts';
import { policyOf } from '../followups/policy-queries.ts';
import { type CalendarEntry, dropEntries, keepEntries } from '../followups/workday/calendar-queries.ts';
import { writer } from '../followups/writing/written.ts';
import { gather } from '../measures/gather.ts';
import { archiveZone } from '../measures/queries.ts';
import { icalendar } from '../output/icalendar.ts';
import type { Archive } from '../store/open.ts';
import { withoutDirections } from '../values/controls.ts';
import { type CalendarForm, cancelledItem, plannedItem } from './calendar-items.ts';
import { isAhead } from './is-ahead.ts';
import { type WorkItem, workList } from './work-list.ts';

interface WrittenCalendar {
  readonly file: string;
  readonly planned: readonly Planned[];
  /** How many it cancels. */
  readonly ended: number;
}

const entryOf = ({ id, planned: { play, day } }: WorkItem): CalendarEntry => ({ id, play: play.name, day });

/** In a transaction that writes. */
export async function writeCalendar(
  context: Context,
  archive: Archive,
  range: DayRange,
  kind: CalendarForm['kind'],
): Promise<WrittenCalendar> {
  const { words } = context;
  const population = gather(archive, range.from);
  const { planned } = planFor(plannerOf(archive, population, { moment: context.moment() }), range);
  const write = writer(archive, population, policyOf(archive), words.calendar.festivalsIn);
  const rows = planned.map((one) => ({ planned: one }));
  const work = await workList({ rowWords: words }, archive, population, rows, write);
  const ended = keepEntries(archive, range, work.map(entryOf));
  // One of a day that has not come is made to see what it would be like.
  if (!isAhead(context)) dropEntries(archive, range.from);
  const form = { kind, at: Math.floor(context.now().getTime() / 1000), shopZone: archiveZone(archive) };
  const text = icalendar({
    product: '-//regulars//follow-ups//EN',
    method: 'PUBLISH',
    items: [
      ...work.map((item) => plannedItem(context, item, form)),
      ...ended.map((entry) => cancelledItem(words, entry, form)),
    ],
  });
  return { file: withoutDirections(text), planned, ended: ended.length };
}
