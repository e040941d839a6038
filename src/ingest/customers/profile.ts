/** What a row of a file of customers says of one of them beside their contact. */
import { readBirthday } from '../../values/birthdays.ts';
import { parseInstantParts } from '../../values/dates.ts';
import { ownText } from '../../values/own-text.ts';
import { wholeNumber } from '../../values/whole-number.ts';
import type { Field } from '../../platforms/layout.ts';
import type { OrderCells } from '../orders/order-cells.ts';
import type { RefusalReason } from '../refusal.ts';
import { pickCell } from '../rows/wanted-columns.ts';
import type { CustomersReading } from './customers-reading.ts';
import { type ConsentFlags, consentFlags } from './consent-flags.ts';

/** A day as YYYY-MM-DD. */
export interface Profile extends ConsentFlags {
  readonly nickname: string | null;
  /** 0000-MM-DD where no year is told. */
  readonly birthday: string | null;
  readonly gender: string | null;
  readonly tags: readonly string[];
  readonly points: number | null;
  readonly note: string | null;
  readonly since: string | null;
  /** Why they are never to be contacted. */
  readonly blacklist: string | null;
  /** By the seller's own name of the field. */
  readonly own: Readonly<Record<string, string>>;
}

/** Leaves a cell out that cannot be read: the row says more than that. */
export type Leave = (field: Field, reason: RefusalReason) => null;

/** `raw` are the cells of the row as they stand in the file. */
export function profileOf(cells: OrderCells, raw: readonly string[], reading: CustomersReading, leave: Leave): Profile {
  return {
    nickname: cells.text('nickname'),
    birthday: birthdayOf(cells, reading, leave),
    gender: cells.text('gender'),
    tags: tagsIn(cells.value('tags')),
    points: pointsOf(cells, leave),
    note: cells.text('note'),
    since: sinceOf(cells, reading, leave),
    ...consentFlags(cells, reading),
    blacklist: blacklistOf(cells.value('blacklist'), reading.fileName),
    own: Object.fromEntries(
      reading.own.flatMap(([name, position]) => {
        const text = ownText(pickCell(raw, [position]));
        return text === '' ? [] : [[name, text]];
      }),
    ),
  };
}

/** Between commas, each in quotes or not. */
function tagsIn(text: string): string[] {
  const tags = text.split(/[,，;；、|]/).map((tag) =>
    tag
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  );
  return [...new Set(tags)].filter((tag) => tag !== '');
}

function birthdayOf(cells: OrderCells, { dates, latest }: CustomersReading, leave: Leave): string | null {
  const text = cells.value('birthday');
  if (text === '') return null;
  const today = new Date(latest * 1000).toISOString().slice(0, 10);
  return readBirthday(text, dates, today) ?? leave('birthday', 'bad_date');
}

function sinceOf(cells: OrderCells, { dates }: CustomersReading, leave: Leave): string | null {
  const text = cells.value('since');
  if (text === '') return null;
  const parsed = parseInstantParts(text, dates);
  return parsed.ok ? parsed.value.wall.slice(0, 10) : leave('since', 'bad_date');
}

function pointsOf(cells: OrderCells, leave: Leave): number | null {
  const text = cells.value('points');
  if (text === '') return null;
  return wholeNumber(text) ?? leave('points', 'bad_quantity');
}

const NOT_LISTED = /^(no|n|false|0|否|不|不是|没有|未拉黑|正常)$/i;
const LISTED = /^(yes|y|true|1|x|√|✓|✔|是|有|黑|黑名单|拉黑|已拉黑|blacklist(ed)?|blocked|do not contact|dnc)$/i;

/** A reason is kept as it is; of a mere yes the file's name tells where it was said. */
function blacklistOf(text: string, fileName: string): string | null {
  if (text === '' || NOT_LISTED.test(text)) return null;
  return LISTED.test(text) ? fileName : text;
}
