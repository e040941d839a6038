/** A value as written to the value a field is compared with. */
import { addDays, addMonths, addYears, isDay } from '../values/days.ts';
import { parseMoney } from '../values/money.ts';
import type { OffsetUnit, Period, Value } from './expression.ts';
import type { FieldType } from './fields.ts';
import { nearest } from '../values/nearest.ts';
import { quote } from './print.ts';
import { type Expected, SegmentError } from './segment-error.ts';

export interface Scope {
  /** The day relative days count from. */
  readonly asOf: string;
  /** UTC seconds at which that day ends. */
  readonly until: number;
  /** Amounts are whole units of it. */
  readonly currency: string;
  /** A segment by its name, in any case; undefined where none has it. */
  readonly segment: (name: string) => { readonly name: string; readonly where: string } | undefined;
  readonly segmentNames: () => readonly string[];
}

interface Kind {
  readonly type: FieldType;
  readonly levels?: readonly string[];
  readonly read?: (text: string) => string;
}

/** Minor units for money, ISO days, text in NFC and without regard to ASCII case. */
export type Scalar = string | number;

/** Throws SegmentError for a value of another type or a level the field does not have. */
export function scalarOf(field: Kind, value: Value, source: string, scope: Scope): Scalar {
  const wrong = (expected: Expected) => new SegmentError('wrong_value', source, value.span, { expected });
  switch (field.type) {
    case 'number':
      if (value.kind !== 'number') throw wrong('number');
      return value.number;
    case 'money': {
      if (value.kind !== 'number') throw wrong({ amountIn: scope.currency });
      const amount = parseMoney(String(value.number), 'point', scope.currency);
      if (!amount.ok) throw wrong({ amountIn: scope.currency });
      return amount.value;
    }
    case 'day':
    case 'yearly':
      return dayOf(value, source, scope);
    case 'level': {
      const { levels = [] } = field;
      if (value.kind !== 'text') throw wrong({ oneOf: levels.map(quote) });
      const known = levels.find((name) => name.toLowerCase() === value.text.toLowerCase());
      if (known !== undefined) return known;
      const near = nearest(value.text, levels);
      throw new SegmentError('unknown_level', source, value.span, {
        nearest: near && quote(near),
        expected: { oneOf: levels.map(quote) },
      });
    }
    case 'text':
    case 'list':
      if (value.kind !== 'text') throw wrong('text');
      return lower((field.read?.(value.text) ?? value.text).normalize('NFC'));
  }
}

/** Throws SegmentError for what is no day, or one further off than a thousand years. */
export function dayOf(value: Value, source: string, { asOf }: Pick<Scope, 'asOf'>): string {
  if (value.kind === 'day') return value.day;
  // A day in quotes can only be meant as the day.
  if (value.kind === 'text' && isDay(value.text)) return value.text;
  if (value.kind !== 'offset' && value.kind !== 'start')
    throw new SegmentError('wrong_value', source, value.span, { expected: 'day' });
  const from = value.kind === 'start' ? startOf(value.of, asOf) : asOf;
  const day = shifted(from, value.amount, value.unit);
  if (day === undefined) throw new SegmentError('not_a_day', source, value.span);
  return day;
}

/** Weeks start on Monday (ISO 8601). */
function startOf(period: Period, day: string): string {
  if (period === 'year') return `${day.slice(0, 4)}-01-01`;
  if (period === 'month') return `${day.slice(0, 7)}-01`;
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

/** As SQLite's lower(): other letters than A to Z stay, so that both sides agree. */
export function lower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

const DAYS_IN: Readonly<Record<OffsetUnit, number>> = { d: 1, w: 7, m: 30.44, y: 365.25 };
const MILLENNIUM = 365_250;

/** Months and years keep the day of the month, or take the last one. Undefined further off than a thousand years. */
function shifted(asOf: string, amount: number, unit: OffsetUnit): string | undefined {
  if (Math.abs(amount * DAYS_IN[unit]) > MILLENNIUM) return undefined;
  if (unit === 'm') return addMonths(asOf, amount);
  if (unit === 'y') return addYears(asOf, amount);
  return addDays(asOf, unit === 'w' ? amount * 7 : amount);
}
