import { shellLine } from '../output/shell-word.ts';
import { archiveFlag } from './archive-flag.ts';
import { command } from './command.ts';
import { saidBy, saying } from './saying.ts';

export const segmentApply = command({
  path: 'segment apply <file>',
  summary: { en: 'save the segments of a file, after a look at what changes', zh: '按文件保存分组，先看会有什么变化' },
  examples: [
    'regulars segment apply segments.toml -n',
    'regulars segment apply segments.toml --yes --why "spring plan"',
    'git show HEAD~1:segments.toml | regulars segment apply - --yes',
  ],
  description: {
    en: 'The file of regulars segment export: [segments.NAME] with where and aim. Segments it does not speak of stay as they are. What changes is shown first; with one mistake nothing is applied. Rules may name each other in any order.',
    zh: '文件格式同 regulars segment export：[segments.名称]，下面写 where 和 aim。文件里没有的分组保持不变。先显示会有什么变化；只要有一处错误就什么也不改。条件之间可以任意互相引用。',
  },
  options: saying,
  rows: true,
  async run(context, [file = ''], options) {
    const { io, words } = context;
    const { checkedSegments, segmentFileText } = await import('./segment-file-checked.ts');
    const { showPlan } = await import('./segment-plan-screen.ts');
    const text = await segmentFileText(context, file);
    const archive = await context.archive('write');
    const { gather } = await import('../measures/gather.ts');
    const { savedSegments, saveSegment } = await import('../segments/saved-queries.ts');
    const { planSegments } = await import('../segments/segment-plan.ts');
    const { confirm } = await import('./confirm.ts');
    const population = gather(archive, context.today(archive));
    const segments = await checkedSegments(context, archive, population, { file, text });
    const plan = planSegments(segments, savedSegments(archive));
    const changes = plan.segments.filter(({ change }) => change !== 'unchanged');
    const outcome = await showPlan(context, plan);
    io.say(words.savedSegments.planned(changes.length, plan.segments.length - changes.length, plan.others));
    if (changes.length > 0) {
      await confirm(context, {
        question: words.savedSegments.confirmApply(changes.length),
        needed: words.savedSegments.confirmApplyNeeded(changes.length),
        line: shellLine(['regulars', 'segment', 'apply', file, '--yes', ...archiveFlag(context)]),
      });
      const said = await saidBy(context, options);
      archive.write(() => {
        for (const rule of changes) saveSegment(archive, rule, said);
      });
      io.say(words.savedSegments.applied(changes.length));
    }
    if (context.dryRun) io.say(words.common.nothingChanged);
    return outcome;
  },
});
