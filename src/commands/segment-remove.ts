import { command } from './command.ts';
import { saidBy, saying } from './saying.ts';
import { assertNotReferredTo, savedSegmentNamed } from './segment-named.ts';

export const segmentRemove = command({
  path: 'segment remove <segment>',
  summary: { en: 'take a saved segment away; its versions are kept', zh: '删除保存的分组；各版本会保留' },
  examples: [
    "regulars segment remove 'fading regulars' --why 'lapsed says the same'",
    "regulars segment remove 'fading regulars' -n",
  ],
  description: {
    en: 'Refused where the rule of another segment, a level or a play names it, or a tag follows it. Saved under the same name again, it goes on with the next version.',
    zh: '如果其他分组、等级或玩法的规则用到它，或有标签跟随它，则不能删除。以后用同样的名称再保存，版本号会接着往下排。',
  },
  options: saying,
  async run(context, [segment = ''], options) {
    const { io, words } = context;
    const archive = await context.archive('write');
    const { removeSegment } = await import('../segments/saved-queries.ts');
    const { name } = await savedSegmentNamed(context, archive, segment);
    await assertNotReferredTo(context, archive, name);
    removeSegment(archive, name, await saidBy(context, options));
    io.say(words.savedSegments.removed(name));
    if (context.dryRun) io.say(words.common.nothingChanged);
    return undefined;
  },
});
