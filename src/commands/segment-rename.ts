import { UsageError } from '../errors.ts';
import { command } from './command.ts';
import { saidBy, saying } from './saying.ts';
import { assertNotReferredTo, newSegmentName, savedSegmentNamed } from './segment-named.ts';

export const segmentRename = command({
  path: 'segment rename <segment> <name>',
  summary: { en: 'another name for a saved segment', zh: '给保存的分组改名' },
  examples: ["regulars segment rename 'fading regulars' 'to call'", "regulars segment rename vips 'best of 2026' -n"],
  description: {
    en: 'Refused where the rule of another segment, a level or a play names it, or a tag follows it: that would mean nobody then.',
    zh: '如果其他分组、等级或玩法的规则用到它，或有标签跟随它，则不能改名，否则那个条件就落空了。',
  },
  options: saying,
  async run(context, [segment = '', given = ''], options) {
    const { io, words } = context;
    const name = await newSegmentName(context, given);
    const archive = await context.archive('write');
    const { definitionOf } = await import('../segments/definitions.ts');
    const { nameKey } = await import('../segments/segment-name.ts');
    const { renameSegment } = await import('../segments/saved-queries.ts');
    const before = await savedSegmentNamed(context, archive, segment);
    if (before.name === name) {
      io.say(words.savedSegments.unchanged(name, before.version ?? 1));
    } else {
      const taken = definitionOf(archive, name);
      if (taken && nameKey(taken.name) !== nameKey(before.name))
        throw new UsageError(words.savedSegments.nameTaken(taken.name), { code: 'name_taken' });
      if (!taken) await assertNotReferredTo(context, archive, before.name);
      renameSegment(archive, before.name, name, await saidBy(context, options));
      io.say(words.savedSegments.renamed(before.name, name));
    }
    if (context.dryRun) io.say(words.common.nothingChanged);
    return undefined;
  },
});
