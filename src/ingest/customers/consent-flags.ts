/** What a row of a file of customers says of whether they want to hear more, and since when. */
import type { Layout, Standing } from '../../platforms/layout.ts';
import { parseInstantParts } from '../../values/dates.ts';
import { toInstant } from '../../values/zones.ts';
import { yesOrNo } from '../orders/marketing.ts';
import type { OrderCells } from '../orders/order-cells.ts';
import type { CustomersReading } from './customers-reading.ts';

export interface ConsentFlags {
  readonly acceptsEmail: boolean | null;
  readonly acceptsSms: boolean | null;
  readonly acceptsPhone: boolean | null;
  /** UTC seconds; null where the file does not say. */
  readonly flagsAt: number | null;
  /** Mail does not arrive, which is why the address is refused. */
  readonly emailBounced: boolean;
}

export function consentFlags(cells: OrderCells, reading: CustomersReading): ConsentFlags {
  return reading.layout.list ? flagsOfList(cells, reading) : flagsOfColumns(cells, reading);
}

function flagsOfColumns(cells: OrderCells, reading: CustomersReading): ConsentFlags {
  const flag = (field: 'acceptsEmail' | 'acceptsSms' | 'acceptsPhone') => {
    const word = cells.value(field);
    const said = yesOrNo(word);
    // A seller's own word may well be a refusal.
    if (said === null && word !== '' && reading.isOwnTable) cells.refuse(cells.first, field, 'bad_flag');
    return said;
  };
  return {
    acceptsEmail: flag('acceptsEmail'),
    acceptsSms: flag('acceptsSms'),
    acceptsPhone: flag('acceptsPhone'),
    flagsAt: timeOf(cells, 'acceptedAt', reading),
    emailBounced: false,
  };
}

function flagsOfList(cells: OrderCells, reading: CustomersReading): ConsentFlags {
  const time = (field: TimeField) => timeOf(cells, field, reading);
  const silent = { acceptsSms: null, acceptsPhone: null };
  const standing = cells.value('bouncedAt') ? 'cleaned' : cells.value('refusedAt') ? 'unsubscribed' : reading.standing;
  switch (standing) {
    case 'cleaned':
      return { ...silent, acceptsEmail: false, flagsAt: time('bouncedAt'), emailBounced: true };
    case 'unsubscribed':
      return { ...silent, acceptsEmail: false, flagsAt: time('refusedAt'), emailBounced: false };
    case 'subscribed':
      return { ...silent, acceptsEmail: true, flagsAt: time('acceptedAt'), emailBounced: false };
    case undefined:
      return { ...silent, acceptsEmail: null, flagsAt: null, emailBounced: false };
  }
}

/** Of everybody in a file of a mailing list: by its name, else by the column of times it has; a list of those who agreed has none. */
export function standingIn({ list, columns }: Layout, fileName: string, has: (header: string) => boolean) {
  if (!list) return undefined;
  const named = (Object.keys(list) as Standing[]).find((standing) => list[standing].test(fileName));
  const hasOne = (field: 'bouncedAt' | 'refusedAt') => columns[field]?.some(has) ?? false;
  return named ?? (hasOne('bouncedAt') ? 'cleaned' : hasOne('refusedAt') ? 'unsubscribed' : undefined);
}

type TimeField = 'acceptedAt' | 'refusedAt' | 'bouncedAt';

function timeOf(cells: OrderCells, field: TimeField, { dates, zone, latest }: CustomersReading): number | null {
  const text = cells.value(field);
  if (text === '') return null;
  const parsed = parseInstantParts(text, dates);
  if (!parsed.ok) return cells.refuse(cells.first, field, 'bad_date');
  const { at } = toInstant(parsed.value, zone);
  return at > latest ? cells.refuse(cells.first, field, 'future_date') : at;
}
