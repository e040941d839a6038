/** A saved segment by its name, for the commands that change one. */
import type { Context } from '../context.ts';
import { DataError, UsageError } from '../errors.ts';
import type { Definition } from '../segments/definitions.ts';
import type { Archive } from '../store/open.ts';
import { wordingSegmentErrors } from './choosing.ts';

/** Throws UsageError for a built-in segment and a name none has. */
export async function savedSegmentNamed(context: Context, archive: Archive, name: string): Promise<Definition> {
  const definition = await segmentNamed(context, archive, name);
  if (definition.kind === 'saved') return definition;
  throw new UsageError(context.words.savedSegments.builtInStays(definition.name), { code: 'built_in_segment' });
}

/** Throws UsageError, with the nearest name there is. */
export async function segmentNamed(context: Context, archive: Archive, name: string): Promise<Definition> {
  const { definitionOf } = await import('../segments/definitions.ts');
  const { unknownSegment } = await import('../segments/choose.ts');
  return wordingSegmentErrors(context, () => {
    const found = definitionOf(archive, name);
    if (!found) throw unknownSegment(archive, name);
    return found;
  });
}

/** Throws DataError where rules of other segments, of levels or of plays name it, a play waits for it, or a tag follows it. */
export async function assertNotReferredTo({ words }: Context, archive: Archive, name: string): Promise<void> {
  const { definitions } = await import('../segments/definitions.ts');
  const { referrersOf } = await import('../segments/references.ts');
  const { levels } = await import('../levels/queries.ts');
  const { ruleText } = await import('../levels/rule-of-level.ts');
  const { follows } = await import('../tags/follow-queries.ts');
  const { playsOf } = await import('../followups/plays/play-queries.ts');
  const { nameKey } = await import('../segments/segment-name.ts');
  const { savedSegments: said, common } = words;
  const rules = levels(archive).map((level) => ({ name: level.name, where: ruleText(level) }));
  const following = follows(archive).filter(({ segment }) => nameKey(segment) === nameKey(name));
  const plays = playsOf(archive).filter(({ trigger, where = '' }) => {
    const waitsFor = 'segment' in trigger && nameKey(trigger.segment) === nameKey(name);
    return waitsFor || referrersOf(name, [{ name, where }]).length > 0;
  });
  const uses = [
    { by: referrersOf(name, definitions(archive)), ...said.uses.segments },
    { by: referrersOf(name, rules), ...said.uses.levels },
    { by: plays.map((play) => play.name), ...said.uses.plays },
    { by: following.map(({ tag }) => tag), ...said.uses.tags },
  ].filter(({ by }) => by.length > 0);
  if (uses.length === 0) return;
  throw new DataError(uses.map(({ by, told }) => told(name, by.join(common.listed))).join(common.between), {
    code: 'segment_in_use',
    hint: said.changeFirst(uses.map(({ line }) => line).join(common.listed)),
  });
}

/** A name that a segment may be given, as it is kept. Throws UsageError. */
export async function newSegmentName({ words }: Context, text: string): Promise<string> {
  const { cleanName, isSegmentName } = await import('../segments/segment-name.ts');
  const { builtinNamed } = await import('../segments/builtins.ts');
  const name = cleanName(text);
  if (!isSegmentName(name)) throw new UsageError(words.savedSegments.badName(name), { code: 'bad_name' });
  const builtin = builtinNamed(name);
  if (builtin) throw new UsageError(words.savedSegments.builtIn(builtin.name), { code: 'built_in_segment' });
  return name;
}
