import { shellLine } from '../output/shell-word.ts';
import { archiveFlag } from './archive-flag.ts';
import { command } from './command.ts';
import { saidOfPlay } from './play-named.ts';
import { saying } from './saying.ts';

export const playApply = command({
  path: 'play apply <file>',
  summary: { en: 'save the plays of a file, after a look at what changes', zh: '按文件保存玩法，先看会有什么变化' },
  examples: [
    'regulars play apply plays.toml -n',
    'regulars play apply plays.toml --yes --why "spring plan"',
    'git show HEAD~1:plays.toml | regulars play apply - --yes',
  ],
  description: {
    en: 'The file of regulars play export: [policy] and a [[play]] for each. A play of a shipped name takes its place. What is not in a table is as usual; plays the file does not speak of stay as they are. What changes is shown first; with one mistake nothing is applied. What may be in it: regulars help plays.',
    zh: '文件格式同 regulars play export：[policy] 和每个玩法一个 [[play]]。与内置玩法同名的会替代它。表里没写的取默认值；文件里没有的玩法保持不变。先显示会有什么变化；只要有一处错误就什么也不改。写法见 regulars help plays。',
  },
  options: saying,
  rows: true,
  async run(context, [path = ''], options) {
    const { io, words } = context;
    const { segmentFileText } = await import('./segment-file-checked.ts');
    const { applyPlays, checkedPlayFile } = await import('./play-applied.ts');
    const { showPlayPlan } = await import('./play-plan-screen.ts');
    const text = await segmentFileText(context, path);
    const archive = await context.archive('write');
    const { playsOf } = await import('../followups/plays/play-queries.ts');
    const { policyOf } = await import('../followups/policy-queries.ts');
    const { planPlays } = await import('../followups/plays/play-plan.ts');
    const { confirm } = await import('./confirm.ts');
    const file = await checkedPlayFile(context, archive, { path, text });
    const plan = planPlays(file, { plays: playsOf(archive), policy: policyOf(archive) });
    const spoken = [...(plan.policy ? [plan.policy] : []), ...plan.plays];
    const changes = spoken.filter(({ change }) => change !== 'unchanged').length;
    const outcome = await showPlayPlan(context, plan);
    io.say(words.plays.planned(changes, spoken.length - changes, plan.others));
    if (changes > 0) {
      await confirm(context, {
        question: words.plays.confirmApply(changes),
        needed: words.plays.confirmApplyNeeded(changes),
        line: shellLine(['regulars', 'play', 'apply', path, '--yes', ...archiveFlag(context)]),
      });
      await applyPlays(archive, plan, await saidOfPlay(context, archive, options));
      io.say(words.plays.applied(changes));
    }
    if (context.dryRun) io.say(words.common.nothingChanged);
    return outcome;
  },
});
