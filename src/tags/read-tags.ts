/** Reads a table of tags, row by row. */
import { openSource } from '../ingest/bytes/source.ts';
import { FileRefused } from '../ingest/refusal.ts';
import { type OpenRequest, openRows } from '../ingest/rows/open-rows.ts';
import { visitFields } from '../ingest/rows/visit-fields.ts';
import { type DateOrder, parseInstantParts } from '../values/dates.ts';
import { TAG_FIELDS, type TagField, tagLayout } from './tag-layout.ts';
import { isTag } from './tag-name.ts';

export interface TagLine {
  readonly customer: number;
  readonly tag: string;
  readonly action: 'add' | 'remove';
  readonly reason: string | null;
  /** YYYY-MM-DD. */
  readonly expires: string | null;
}

export interface RefusedTag {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly reason:
    | 'no_customer'
    | 'unknown_customer'
    | 'several_customers'
    | 'bad_tag'
    | 'bad_day'
    | 'past_day'
    | 'bad_action';
}

export interface ReadTags {
  readonly lines: readonly TagLine[];
  readonly refused: readonly RefusedTag[];
}

export interface TagsRequest extends OpenRequest {
  readonly map: Readonly<Partial<Record<TagField, string>>>;
  readonly dates: DateOrder;
  /** A tag expires on a day after it. */
  readonly asOf: string;
  /** Who answers to a number, phone or e-mail; undefined for nobody, null for several. */
  readonly customerOf: (who: string) => number | null | undefined;
}

const WHO = ['customer_id', 'phone', 'email'] as const satisfies readonly TagField[];
const ACTIONS: Readonly<Record<string, TagLine['action']>> = {
  '': 'add',
  add: 'add',
  remove: 'remove',
  加上: 'add',
  添加: 'add',
  去掉: 'remove',
  移除: 'remove',
};

/** Throws FileRefused; `no_header` also where a column is missing without which nobody gets a tag. */
export async function readTags(
  path: string,
  request: TagsRequest,
  around: { readonly stdin: NodeJS.ReadableStream; readonly signal: AbortSignal },
): Promise<ReadTags> {
  const source = await openSource(path, around.stdin, around.signal);
  try {
    const opened = await openRows(source, request, [tagLayout(request.map)]);
    const { header, columns } = opened.recognised;
    const who = WHO.filter((field) => columns.has(TAG_FIELDS[field]));
    const [first] = who;
    if (first === undefined || !columns.has('tag')) throw new FileRefused('no_header', { line: header.line });
    const lines: TagLine[] = [];
    const refused: RefusedTag[] = [];
    await visitFields(opened, TAG_FIELDS, ({ cell, refusal }) => {
      const refuse = (field: TagField, reason: RefusedTag['reason']) => {
        refused.push(refusal(field, reason));
      };
      const named = who.find((field) => cell(field) !== '');
      if (named === undefined) return refuse(first, 'no_customer');
      const customer = request.customerOf(cell(named));
      if (customer === undefined) return refuse(named, 'unknown_customer');
      if (customer === null) return refuse(named, 'several_customers');
      const tag = cell('tag').normalize('NFC');
      if (!isTag(tag)) return refuse('tag', 'bad_tag');
      const action = ACTIONS[cell('action').toLowerCase()];
      if (action === undefined) return refuse('action', 'bad_action');
      const said = cell('expires');
      const expires = said === '' ? null : parseInstantParts(said, request.dates);
      if (expires && !expires.ok) return refuse('expires', 'bad_day');
      const day = expires?.value.wall.slice(0, 10) ?? null;
      if (day !== null && day <= request.asOf) return refuse('expires', 'past_day');
      lines.push({ customer, tag, action, reason: cell('reason') || null, expires: day });
    });
    if (lines.length + refused.length === 0) throw new FileRefused('nothing_below', { line: header.line });
    return { lines, refused };
  } finally {
    source.dispose();
  }
}
