/** The day's follow-ups as a list a person works through. */
import type { Context } from '../context.ts';
import { hoursIn, hoursThere } from '../followups/workday/hours.ts';
import { type Field, renderFields } from '../output/fields.ts';
import { shellLine } from '../output/shell-word.ts';
import { term } from '../output/term.ts';
import { visible, visibleLines } from '../output/visible.ts';
import { addDays } from '../values/days.ts';
import { dayIn } from '../values/zones.ts';
import { archiveFlag } from './archive-flag.ts';
import type { WorkItem } from './work-list.ts';

/** By the clock of the moment at which it is read. */
export function callSheet(context: Context, items: readonly WorkItem[], shopZone: string): string {
  const { style } = context.io.out;
  const { followupDay } = context.words;
  const now = Math.floor(context.now().getTime() / 1000);
  return items
    .map((item, index) => {
      const { play } = item.planned;
      const parts = [item.who, play.name, ...(play.minutes === undefined ? [] : [followupDay.minutes(play.minutes)])];
      const title = style.bold(visibleLines(`${index + 1}. ${parts.map(visible).join('  ·  ')}`));
      const fields = [...fieldsOf(context, item, { shopZone, now }).map(indented), doneLine(context, item)];
      return `${title}\n${renderFields(fields, context.io.out)}`;
    })
    .join('\n');
}

/** Minutes of all, and how many say none. */
export function totalOf(context: Context, items: readonly WorkItem[]): string {
  const minutes = items.map(({ planned }) => planned.play.minutes);
  const untimed = minutes.filter((one) => one === undefined).length;
  return context.words.followupDay.total(
    items.length,
    minutes.reduce<number>((sum, one) => sum + (one ?? 0), 0),
    untimed,
  );
}

/** The same of one as lines, for where nothing is aligned, whenever it is read. */
export function sheetLines(context: Context, item: WorkItem, shopZone: string): string {
  return fieldsOf(context, item, { shopZone, now: undefined })
    .flatMap(([label, value]) => (value === undefined ? [] : [context.words.followupDay.line(label, value)]))
    .join('\n');
}

interface Reading {
  readonly shopZone: string;
  /** UTC seconds; undefined where it is read on any day. */
  readonly now: number | undefined;
}

function fieldsOf(context: Context, item: WorkItem, reading: Reading): Field[] {
  const { words } = context;
  const { followups, followupDay, common } = words;
  const { labels } = followupDay;
  const { planned, facts } = item;
  const { deferred } = planned;
  const contact = facts.lastContact;
  return [
    [labels.reach, `${term(words, planned.channel)} ${planned.address}`],
    [labels.hours, hoursText(context, item, reading)],
    [labels.why, item.why],
    [labels.items, facts.items.length > 0 ? facts.items.join(common.listed) : undefined],
    [labels.bought, boughtText(context, item)],
    [
      labels.contact,
      contact ? followupDay.contact(contact.day, term(words, contact.channel), contact.play) : followupDay.never,
    ],
    [labels.subject, item.subject],
    [labels.say, item.say],
    [labels.ask, item.verify.join('\n') || undefined],
    [labels.late, deferred && followups.deferredFor(followups.deferReasons[deferred.reason], deferred.by)],
    [labels.until, planned.until],
  ];
}

const doneLine = (context: Context, { id }: WorkItem) =>
  [
    `  ${context.words.followupDay.labels.done}`,
    shellLine(['regulars', 'followup', 'done', id, ...archiveFlag(context)]),
    'whole',
  ] as const;

const indented = ([label, value]: Field): Field => [`  ${label}`, value];

/** Where the order that set it off is the last one, what it is of is told already. */
function boughtText({ words }: Context, { facts }: WorkItem): string | undefined {
  const { lastItems, lastOrder, items } = facts;
  if (lastItems.length === 0 || lastOrder === null) return undefined;
  const isSame = items.length > 0 && items.join('\n') === lastItems.join('\n');
  return isSame ? lastOrder : words.followupDay.bought(lastItems.join(words.common.listed), lastOrder);
}

/** At home it may be the day after by then. */
function hoursText({ words }: Context, { planned, facts }: WorkItem, { shopZone, now }: Reading): string | undefined {
  const { window } = planned;
  if (!window) return undefined;
  const { followupDay } = words;
  const [own, there] = [hoursIn(window, shopZone), hoursThere(window, facts, shopZone)];
  const day = dayIn(window.notBefore, shopZone);
  const times = followupDay.hours(own.from, own.to);
  const isTomorrow = now !== undefined && day === addDays(dayIn(now, shopZone), 1);
  const ours = isTomorrow ? followupDay.tomorrow(times) : day === planned.day ? times : `${day} ${times}`;
  const isElsewhere = there.zone !== shopZone && (there.from !== own.from || there.to !== own.to);
  return isElsewhere ? followupDay.hoursThere(ours, followupDay.hours(there.from, there.to), there.zone) : ours;
}
