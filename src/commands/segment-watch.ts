import { ExitCode } from '../errors.ts';
import { command } from './command.ts';
import type { Moves } from './segment-moves.ts';
import { segmentsChosen, soundSegments } from './segments-chosen.ts';

export const segmentWatch = command({
  path: 'segment watch [segments...]',
  summary: { en: 'for cron: what changed since the last time', zh: '用于定时任务：只显示上次以来的变化' },
  examples: [
    'regulars segment watch',
    'regulars segment watch at_risk champions --csv',
    '0 8 * * * regulars -q segment watch at_risk | mail -E -s "at risk" me@example.com',
  ],
  description: {
    en: 'Tells who joined and left since the last snapshot, as regulars segment diff, and takes the next one. Where nobody did nothing is written. Of the segments that are named, or of every saved one.',
    zh: '像 regulars segment diff 那样列出上一个快照以来的进出，然后做下一个快照。没有变化时什么也不输出。可指定分组，不指定则为全部保存的分组。',
  },
  options: {},
  rows: true,
  async run(context, names) {
    const { io, words } = context;
    const archive = await context.archive('write');
    const { gather } = await import('../measures/gather.ts');
    const { diffSegment } = await import('../segments/diff.ts');
    const { lastSnapshot } = await import('../segments/snapshot-queries.ts');
    const { snapshotSegment } = await import('../segments/snapshot.ts');
    const { assertLatest } = await import('./assert-latest.ts');
    const { tellMoves, writeMoves } = await import('./segment-moves.ts');
    const day = context.today(archive);
    const at = Math.floor(context.now().getTime() / 1000);
    const chosen = await segmentsChosen(context, archive, names);
    const segments = await soundSegments(context, archive, chosen, gather(archive, day));
    for (const segment of segments) await assertLatest(context, archive, segment, day);
    const moves: Moves[] = [];
    for (const segment of segments) {
      const snapshot = lastSnapshot(archive, segment);
      if (!snapshot) continue;
      const { changes, population } = diffSegment(archive, segment, { snapshot }, day);
      if (changes.length > 0)
        moves.push({ segment: segment.name, since: snapshot.asOf, changes, currency: population.currency });
    }
    // Told first: should that fail, the next run tells it again.
    if (moves.length > 0 || context.formatAsked === 'json') await writeMoves(context, moves, true);
    for (const one of moves) tellMoves(context, one);
    const population = gather(archive, day);
    const firsts = archive.write(() =>
      segments.flatMap((segment) => {
        const isFirst = lastSnapshot(archive, segment) === undefined;
        const { customers } = snapshotSegment(archive, segment, population, at);
        return isFirst ? [words.snapshots.first(segment.name, day, customers)] : [];
      }),
    );
    for (const sentence of firsts) io.say(sentence);
    if (context.dryRun) io.say(words.common.nothingChanged);
    return moves.length === 0 && context.failIfEmpty ? { exitCode: ExitCode.nothingFound } : undefined;
  },
});
