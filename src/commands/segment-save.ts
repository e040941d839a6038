import { UsageError } from '../errors.ts';
import { amount } from '../output/amounts.ts';
import { wordingSegmentErrors } from './choosing.ts';
import { command, text } from './command.ts';
import { saidBy, saying } from './saying.ts';
import { newSegmentName } from './segment-named.ts';

export const segmentSave = command({
  path: 'segment save <name>',
  summary: { en: 'give a condition a name; what it was before is kept', zh: '给条件起名保存；以前的版本会保留' },
  examples: [
    "regulars segment save 'fading regulars' --where 'number_of_orders >= 3 AND last_order_date < -90d'",
    "regulars segment save 'fading regulars' --where 'number_of_orders >= 4 AND last_order_date < -90d' --why 'three was too few'",
    "regulars segment save 'fading regulars' --aim 'a call before they are gone' -n",
  ],
  description: {
    en: 'Saved segments are used like the built-in ones: --segment NAME. A rule or aim that is another makes a new version; one that is the same changes nothing. A rule is asked as it stands today, for earlier days too (--as-of).',
    zh: '保存的分组和内置分组一样使用：--segment 名称。条件或用途有变就成为新的版本，没有变就什么也不改。查询过去的日期（--as-of）时也使用现在的条件。',
  },
  options: {
    where: text('--where <condition>', {
      en: 'the rule; without it the rule stays and the aim may change',
      zh: '条件；不写则条件不变，只改用途',
    }),
    aim: text('--aim <text>', { en: "what the segment is for; '' takes it back", zh: "分组的用途；'' 表示清除" }),
    ...saying,
  },
  async run(context, [given = ''], options) {
    const { io, words } = context;
    const name = await newSegmentName(context, given);
    const archive = await context.archive('write');
    const { gather } = await import('../measures/gather.ts');
    const { definitionOf, definitionsWith } = await import('../segments/definitions.ts');
    const { compileWhere } = await import('../segments/compile.ts');
    const { cleanRule } = await import('../segments/segment-name.ts');
    const { circleFrom } = await import('../segments/references.ts');
    const { saveSegment } = await import('../segments/saved-queries.ts');
    const { sizeWhere } = await import('../segments/queries.ts');
    const before = definitionOf(archive, name);
    const where = options.where === undefined ? before?.where : cleanRule(options.where);
    if (where === undefined) throw new UsageError(words.savedSegments.whereNeeded(name), { code: 'no_condition' });
    const aim = (options.aim === undefined ? before?.aim : cleanRule(options.aim)) || null;
    const population = gather(archive, context.today(archive));
    const named = definitionsWith(archive, [{ name, where }]);
    const size = await wordingSegmentErrors(context, () => {
      const circle = circleFrom(name, named);
      if (circle) throw new UsageError(words.savedSegments.circle(circle), { code: 'segment_circle' });
      return sizeWhere(archive, compileWhere(archive, where, population, named));
    });
    const saved = saveSegment(archive, { name, where, aim }, await saidBy(context, options));
    if (saved.outcome === 'unchanged') io.say(words.savedSegments.unchanged(saved.name, saved.version));
    else
      io.say(
        words.savedSegments.saved(saved.name, saved.version, size.customers, amount(size.net, population.currency)),
      );
    if (size.customers === 0) io.warn(words.savedSegments.nobody(saved.name));
    if (context.dryRun) io.say(words.common.nothingChanged);
    return undefined;
  },
});
