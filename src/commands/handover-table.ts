/** Follow-ups that are handed over as rows: whom, what to say, when, and what is kept of it. */
import type { Context } from '../context.ts';
import type { Ready } from '../followups/handover.ts';
import type { Planner } from '../followups/planner.ts';
import type { PlayChannel } from '../followups/plays/play.ts';
import type { Cell, Column, Table } from '../output/table.ts';
import type { PartPrice } from '../texts/sms-parts.ts';
import { verifiedBy } from './play-words.ts';
import { isByHand, TO_FILL } from './to-fill.ts';
import { whyNow } from './why-now.ts';

const ADDRESS: Readonly<Record<PlayChannel, Column>> = {
  sms: { name: 'phone', kind: 'phone' },
  phone: { name: 'phone', kind: 'phone' },
  wechat: { name: 'phone', kind: 'phone' },
  email: { name: 'email', kind: 'text' },
  parcel: { name: 'order', kind: 'text' },
};

/** What a message by one channel alone has. */
const columns = (channel: PlayChannel): readonly Column[] => [
  { name: 'id', kind: 'text' },
  { name: 'day', kind: 'day' },
  { name: 'play', kind: 'text' },
  { name: 'kind', kind: 'text' },
  { name: 'customer_id', kind: 'integer' },
  { name: 'name', kind: 'text' },
  ADDRESS[channel],
  ...(channel === 'email' ? [{ name: 'subject', kind: 'text' } as const] : []),
  { name: 'text', kind: 'text' },
  ...(channel === 'sms'
    ? [{ name: 'parts', kind: 'integer' } as const, { name: 'cost', kind: 'number' } as const]
    : []),
  { name: 'not_before', kind: 'instant' },
  { name: 'not_after', kind: 'instant' },
  { name: 'expires_day', kind: 'day' },
  { name: 'why', kind: 'text' },
  { name: 'verify', kind: 'list' },
  ...(isByHand(channel) ? TO_FILL : []),
];

/** Its words are for people, in the language of the program. */
export async function handOverTable(
  { words }: Context,
  { archive, population }: Planner,
  channel: PlayChannel,
  ready: readonly Ready[],
): Promise<Table> {
  const { personRows } = await import('../followups/queries.ts');
  const { idOf } = await import('../followups/candidate.ts');
  const { policyOf } = await import('../followups/policy-queries.ts');
  const { textCost } = await import('../texts/sms-parts.ts');
  const { partPrice } = await import('../followups/writing/part-price.ts');
  const { playsOf } = await import('../followups/plays/play-queries.ts');
  const personOf = personRows(
    archive,
    population.asOf,
    ready.map(({ planned: { customer } }) => customer),
  );
  const price: PartPrice | undefined = partPrice(policyOf(archive), population.currency);
  const verifyOf = verifiedBy(words, playsOf(archive, population.asOf));
  const rowOf = ({ planned, written }: Ready): Cell[] => {
    const { customer, play, window, address } = planned;
    const writing = written.state === 'text' ? written.writing : undefined;
    const person = personOf(customer);
    const parts = writing?.parts ?? null;
    return [
      idOf(planned),
      planned.day,
      play.name,
      play.kind,
      customer,
      person?.name ?? person?.account ?? null,
      address,
      ...(channel === 'email' ? [writing?.subject ?? null] : []),
      writing?.handed ?? null,
      ...(channel === 'sms' ? [parts, parts === null || !price ? null : textCost(parts, price).exact] : []),
      window?.notBefore ?? null,
      window?.notAfter ?? null,
      planned.until,
      whyNow(words, planned),
      verifyOf(play.name),
      ...(isByHand(channel) ? TO_FILL.map(() => null) : []),
    ];
  };
  return { columns: columns(channel), rows: ready.map(rowOf) };
}

interface Wanted {
  readonly as: string | undefined;
  readonly to: string;
  readonly day: string;
}

/** Throws DataError where a sheet has no room for it. */
export async function fileOf(
  context: Context,
  table: Table,
  { as, to, day }: Wanted,
): Promise<{ readonly format: string; readonly bytes: Uint8Array }> {
  const asked = as === 'csv' ? undefined : context.binaryFormat;
  const binary = asked ?? (as === 'xlsx' || (as === undefined && /\.xlsx$/i.test(to)) ? 'xlsx' : undefined);
  if (binary === undefined) {
    const { rowsAsText } = await import('../output/write-table.ts');
    const format = context.format === 'table' ? 'csv' : context.format;
    return { format, bytes: Buffer.from(await rowsAsText(context, table)) };
  }
  const { writeBinary } = await import('../output/write-binary.ts');
  const pieces: Uint8Array[] = [];
  await writeBinary(context, table, binary, {
    append: (bytes) => {
      pieces.push(bytes);
    },
    day,
    signal: context.signal,
  });
  return { format: binary, bytes: Buffer.concat(pieces) };
}
