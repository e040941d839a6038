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
    const { lastSnapshot, takeSnapshot } = await import('../segments/snapshot-queries.ts');
    const { findMembers } = await import('../segments/snapshot.ts');
    const { inOne } = await import('../store/in-one.ts');
    const { assertCome, assertLatest } = await import('./assert-latest.ts');
    const { tellMoves, writeMoves } = await import('./segment-moves.ts');
    const day = context.today(archive);
    assertCome(context, day);
    const at = Math.floor(context.now().getTime() / 1000);
    const chosen = await segmentsChosen(context, archive, names);
    const segments = await soundSegments(context, archive, chosen, gather(archive, day));
    for (const segment of segments) await assertLatest(context, archive, segment, day);
    const moves: Moves[] = [];
    // What is told and what is recorded are of one moment: others may write while it is printed.
    const found = segments.map((segment) =>
      inOne(archive.db, () => {
        const snapshot = lastSnapshot(archive, segment);
        const { changes, population } = snapshot
          ? diffSegment(archive, segment, { snapshot }, day)
          : { changes: [], population: gather(archive, day) };
        if (snapshot && changes.length > 0)
          moves.push({ segment: segment.name, since: snapshot.asOf, changes, currency: population.currency });
        return { segment, isFirst: !snapshot, members: findMembers(archive, segment, population, at) };
      }),
    );
    // Told first: should that fail, the next run tells it again.
    if (moves.length > 0 || context.formatAsked === 'json') await writeMoves(context, moves, true);
    for (const one of moves) tellMoves(context, one);
    archive.write(() => {
      for (const { segment, members } of found) takeSnapshot(archive, segment, members);
    });
    const firsts = found.flatMap(({ segment, isFirst, members }) =>
      isFirst ? [words.snapshots.first(segment.name, day, members.customers.length)] : [],
    );
    for (const sentence of firsts) io.say(sentence);
    if (context.dryRun) io.say(words.common.nothingChanged);
    return moves.length === 0 && context.failIfEmpty ? { exitCode: ExitCode.nothingFound } : undefined;
  },
});
