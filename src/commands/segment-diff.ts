import { DataError, UsageError } from '../errors.ts';
import { shellLine } from '../output/shell-word.ts';
import type { Since } from '../segments/diff.ts';
import { archiveFlag } from './archive-flag.ts';
import { wordingSegmentErrors } from './choosing.ts';
import { command, text } from './command.ts';
import { segmentNamed } from './segment-named.ts';

export const segmentDiff = command({
  path: 'segment diff <segment>',
  summary: { en: 'who joined a segment, who left it, and why', zh: '谁进入了分组、谁离开了、为什么' },
  examples: [
    'regulars segment diff at_risk --since 2026-06-30',
    "regulars segment diff 'fading regulars'",
    'regulars segment diff vip --since 2025-12-31 --as-of 2026-06-30 --csv',
  ],
  description: {
    en: 'Since the last snapshot: who is in it now and was not recorded then, and the other way round. Since a day: by the rule and the data there are now. Reasons: bought, refunded, tag, consent, note, contacted, aged (time passed), ranking (others moved a cut point), merged, rule_changed, data (files told more of earlier days).',
    zh: '与上一个快照比较：现在在而当时没有记录的，以及相反的。与某一天比较：都用现在的条件和数据。原因有 bought（下单）、refunded（退款）、tag（标签）、consent（许可）、note（记录）、contacted（联系）、aged（时间推移）、ranking（他人变动使分界点移动）、merged（合并或拆分）、rule_changed（条件改变）、data（文件补充了更早的内容）。',
  },
  options: {
    since: text('--since <when>', {
      en: 'a day, or last for the last snapshot (default: last)',
      zh: '日期，或 last 表示上一个快照（默认 last）',
    }),
  },
  rows: true,
  async run(context, [name = ''], { since = 'last' }) {
    const { snapshots: words } = context.words;
    const { isDay } = await import('../values/days.ts');
    if (since !== 'last' && !isDay(since)) throw new UsageError(words.badSince(since), { code: 'bad_day' });
    const archive = await context.archive('read');
    const { diffSegment } = await import('../segments/diff.ts');
    const { lastSnapshot } = await import('../segments/snapshot-queries.ts');
    const { tellMoves, writeMoves } = await import('./segment-moves.ts');
    const day = context.today(archive);
    const segment = await segmentNamed(context, archive, name);
    if (since !== 'last' && since >= day) throw new UsageError(words.sinceToCome(since, day), { code: 'day_to_come' });
    const snapshot = since === 'last' ? lastSnapshot(archive, segment, day) : undefined;
    if (since === 'last' && !snapshot) {
      const line = (...args: string[]) => shellLine(['regulars', 'segment', ...args, ...archiveFlag(context)]);
      throw new DataError(words.none(segment.name, day), {
        code: 'no_snapshot',
        hint: words.noneHint(line('snapshot', segment.name), line('diff', segment.name, '--since', 'DAY')),
      });
    }
    const from: Since = snapshot ? { snapshot } : { day: since };
    const { changes, population } = await wordingSegmentErrors(context, () => diffSegment(archive, segment, from, day));
    const moves = {
      segment: segment.name,
      since: snapshot?.asOf ?? since,
      changes,
      currency: population.currency,
    };
    const outcome = await writeMoves(context, [moves], false);
    tellMoves(context, moves);
    return outcome;
  },
});
