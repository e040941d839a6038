import { UsageError } from '../errors.ts';
import { command, text } from './command.ts';
import { wantsDocument } from './document.ts';
import { tellOtherCurrencies } from './other-currencies.ts';
import { segmentNamed } from './segment-named.ts';

export const segmentShow = command({
  path: 'segment show <segment>',
  summary: {
    en: 'what a segment means, its cut points today or its versions',
    zh: '分组的含义、当天的分界点，或它的各个版本',
  },
  examples: [
    'regulars segment show at_risk',
    "regulars segment show 'fading regulars'",
    "regulars segment show 'fading regulars' --version-number 1",
    'regulars segment show vip --json',
  ],
  options: {
    versionNumber: text('--version-number <number>', {
      en: 'the rule of a saved segment as it was in that version',
      zh: '保存的分组在该版本时的条件',
    }),
  },
  rows: true,
  async run(context, [name = ''], { versionNumber: version }) {
    const archive = await context.archive('read');
    const { actsOf } = await import('../segments/saved-queries.ts');
    const { builtinNamed } = await import('../segments/builtins.ts');
    const { actDocument, historyText, showVersion } = await import('./segment-version.ts');
    const builtin = builtinNamed(name);
    const acts = builtin ? [] : actsOf(archive, name);
    const last = acts.at(-1);
    if (last?.act === 'removed' || (last && version !== undefined)) {
      await showVersion(context, archive, acts, version);
      return undefined;
    }
    const definition = await segmentNamed(context, archive, name);
    if (version !== undefined)
      throw new UsageError(context.words.savedSegments.noVersions(definition.name), { code: 'no_versions' });
    const { gather } = await import('../measures/gather.ts');
    const { compileSegment } = await import('../segments/choose.ts');
    const { sizeWhere } = await import('../segments/queries.ts');
    const { wordingSegmentErrors } = await import('./choosing.ts');
    const { ruleOf } = await import('./segment-rule.ts');
    const population = gather(archive, context.today(archive));
    const size = sizeWhere(
      archive,
      await wordingSegmentErrors(context, () => compileSegment(archive, definition.name, population)),
    );
    if (wantsDocument(context)) {
      const { writeJson } = await import('../output/write-json.ts');
      await writeJson(context, {
        name: definition.name,
        kind: definition.kind,
        where: definition.where,
        ...(builtin ? { rule: ruleOf(context.rowWords, builtin, population) } : { aim: definition.aim ?? null }),
        ...(definition.kind === 'rfm' ? { cuts: population.cuts } : {}),
        ...(definition.kind === 'value' ? { bands: population.bands } : {}),
        ...(builtin ? {} : { version: definition.version, history: acts.map(actDocument) }),
        as_of: population.asOf,
        ...size,
        of: population.customers,
        currency: population.currency,
      });
      return undefined;
    }
    const { namedTerm, term } = await import('../output/term.ts');
    const { amount } = await import('../output/amounts.ts');
    const { renderFields } = await import('../output/fields.ts');
    const { segments } = context.words;
    const labels = segments.show;
    const share =
      population.customers === 0 ? '0 %' : `${((100 * size.customers) / population.customers).toFixed(1)} %`;
    await context.io.write(
      renderFields(
        [
          [labels.segment, builtin ? namedTerm(context.words, builtin.name) : definition.name],
          [labels.kind, segments.kinds[definition.kind] ?? term(context.words, definition.kind)],
          [labels.aim, definition.aim],
          [labels.query, definition.where],
          [labels.rule, builtin && ruleOf(context.words, builtin, population)],
          [labels.version, definition.version?.toString()],
          [labels.members, segments.members(size.customers, population.customers, share)],
          [labels.net, amount(size.net, population.currency)],
          [labels.history, historyText(context, archive, acts)],
        ],
        context.io.out,
      ),
    );
    tellOtherCurrencies(context, population);
    return undefined;
  },
});
