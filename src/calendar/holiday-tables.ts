/**
 * Public holidays by rule, of the places where a window depends on them. Days that are kept in a part of the country
 * alone are not in them: Good Friday in Alsace, the King's birthday in Australia, the states' own in the US.
 */
import type { YearlyDay } from './yearly-day.ts';

interface HolidayRule {
  /** As it is called there. */
  readonly name: string;
  readonly day: YearlyDay;
  /** The first year in which it was one, where that is later than the table's. */
  readonly from?: number;
  /** On a weekend a working day is free instead, too: the nearest, or the next. */
  readonly instead?: 'nearest' | 'next';
}

export interface HolidayTable {
  /** The first year that it is right for. */
  readonly from: number;
  readonly days: readonly HolidayRule[];
  readonly source: string;
  readonly evidence: 'read' | 'recalled';
}

const france: HolidayTable = {
  from: 1982,
  source: 'Code du travail, L3133-1',
  evidence: 'recalled',
  days: [
    { name: "Jour de l'An", day: { on: '01-01' } },
    { name: 'Lundi de Pâques', day: { easter: 1 } },
    { name: 'Fête du Travail', day: { on: '05-01' } },
    { name: 'Victoire 1945', day: { on: '05-08' } },
    { name: 'Ascension', day: { easter: 39 } },
    { name: 'Lundi de Pentecôte', day: { easter: 50 } },
    { name: 'Fête nationale', day: { on: '07-14' } },
    { name: 'Assomption', day: { on: '08-15' } },
    { name: 'Toussaint', day: { on: '11-01' } },
    { name: 'Armistice 1918', day: { on: '11-11' } },
    { name: 'Noël', day: { on: '12-25' } },
  ],
};

const unitedStates: HolidayTable = {
  from: 1986,
  source: '5 U.S.C. 6103; Executive Order 11582',
  evidence: 'recalled',
  days: [
    { name: "New Year's Day", day: { on: '01-01' }, instead: 'nearest' },
    { name: 'Birthday of Martin Luther King, Jr.', day: { nth: 3, weekday: 1, month: 1 } },
    { name: "Washington's Birthday", day: { nth: 3, weekday: 1, month: 2 } },
    { name: 'Memorial Day', day: { nth: -1, weekday: 1, month: 5 } },
    { name: 'Juneteenth', day: { on: '06-19' }, from: 2021, instead: 'nearest' },
    { name: 'Independence Day', day: { on: '07-04' }, instead: 'nearest' },
    { name: 'Labor Day', day: { nth: 1, weekday: 1, month: 9 } },
    { name: 'Columbus Day', day: { nth: 2, weekday: 1, month: 10 } },
    { name: 'Veterans Day', day: { on: '11-11' }, instead: 'nearest' },
    { name: 'Thanksgiving Day', day: { nth: 4, weekday: 4, month: 11 } },
    { name: 'Christmas Day', day: { on: '12-25' }, instead: 'nearest' },
  ],
};

const australia: HolidayTable = {
  from: 2010,
  source: 'Fair Work Act 2009, s 115',
  evidence: 'recalled',
  days: [
    { name: "New Year's Day", day: { on: '01-01' }, instead: 'next' },
    { name: 'Australia Day', day: { on: '01-26' }, instead: 'next' },
    { name: 'Good Friday', day: { easter: -2 } },
    { name: 'Easter Monday', day: { easter: 1 } },
    { name: 'Anzac Day', day: { on: '04-25' } },
    { name: 'Christmas Day', day: { on: '12-25' }, instead: 'next' },
    { name: 'Boxing Day', day: { on: '12-26' }, instead: 'next' },
  ],
};

/** By country. */
export const HOLIDAY_TABLES: ReadonlyMap<string, HolidayTable> = new Map([
  ['AU', australia],
  ['FR', france],
  ['US', unitedStates],
]);
