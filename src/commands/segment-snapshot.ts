import type { Context } from '../context.ts';
import type { Archive } from '../store/open.ts';
import { command, flag } from './command.ts';
import { segmentsChosen, soundSegments } from './segments-chosen.ts';

export const segmentSnapshot = command({
  path: 'segment snapshot [segments...]',
  summary: { en: 'record who is in a segment today, to compare later', zh: '记录当天分组里有谁，供以后比较' },
  examples: [
    'regulars segment snapshot',
    "regulars segment snapshot at_risk 'fading regulars'",
    'regulars segment snapshot --list at_risk',
  ],
  description: {
    en: 'Of the segments that are named, or of every saved one. Where nothing has changed on that day nothing is recorded again. A snapshot follows its people through merges and splits.',
    zh: '记录指定的分组，不指定则记录全部保存的分组。同一天没有变化时不会重复记录。客户合并或拆分后，快照仍跟着本人。',
  },
  options: { list: flag('--list', { en: 'the snapshots there are', zh: '列出已有的快照' }) },
  rows: true,
  async run(context, names, { list }) {
    const { io, words } = context;
    if (list) return listSnapshots(context, await context.archive('read'), names);
    const archive = await context.archive('write');
    const { gather } = await import('../measures/gather.ts');
    const { snapshotSegment } = await import('../segments/snapshot.ts');
    const { snapshots } = await import('../segments/snapshot-queries.ts');
    const { assertCome, assertLatest } = await import('./assert-latest.ts');
    const day = context.today(archive);
    assertCome(context, day);
    const at = Math.floor(context.now().getTime() / 1000);
    const population = gather(archive, day);
    const chosen = await segmentsChosen(context, archive, names);
    const segments = await soundSegments(context, archive, chosen, population);
    for (const segment of segments) await assertLatest(context, archive, segment, day);
    const said = archive.write(() =>
      segments.map((segment) => {
        const isFirst = snapshots(archive, segment).length === 0;
        const { isNew, customers, joined, left } = snapshotSegment(archive, segment, population, at);
        if (!isNew) return words.snapshots.unchanged(segment.name, day);
        if (isFirst) return words.snapshots.first(segment.name, day, customers);
        return words.snapshots.taken(segment.name, day, customers, joined, left);
      }),
    );
    for (const sentence of said) io.say(sentence);
    if (context.dryRun) io.say(words.common.nothingChanged);
    return undefined;
  },
});

async function listSnapshots(context: Context, archive: Archive, names: readonly string[]) {
  const { snapshots } = await import('../segments/snapshot-queries.ts');
  const { writeTable } = await import('../output/write-table.ts');
  const chosen =
    names.length === 0
      ? snapshots(archive)
      : (await segmentsChosen(context, archive, names)).flatMap((segment) => snapshots(archive, segment));
  return writeTable(context, {
    columns: [
      { name: 'segment', kind: 'text', whole: true },
      { name: 'version', kind: 'integer' },
      { name: 'as_of', kind: 'day' },
      { name: 'taken_at', kind: 'instant', machineOnly: true },
      { name: 'customers', kind: 'integer' },
      { name: 'joined', kind: 'integer' },
      { name: 'left', kind: 'integer' },
      { name: 'net', kind: 'money', currency: { column: 'currency' } },
      { name: 'currency', kind: 'text', machineOnly: true },
    ],
    rows: chosen.map(({ name, version, asOf, takenAt, members, joined, left, net, currency }) => [
      name,
      version,
      asOf,
      takenAt,
      members,
      joined,
      left,
      net,
      currency,
    ]),
  });
}
