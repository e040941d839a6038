import { command } from './command.ts';
import { tellOtherCurrencies } from './other-currencies.ts';
import { wantsDocument } from './document.ts';

export const segmentShow = command({
  path: 'segment show <segment>',
  summary: {
    en: 'what a segment means, and the cut points it follows from today',
    zh: '分组的含义，以及当天据以划分的分界点',
  },
  examples: ['regulars segment show at_risk', 'regulars segment show vip --json'],
  options: {},
  rows: true,
  async run(context, [name = '']) {
    const archive = await context.archive('read');
    const { gather } = await import('../measures/gather.ts');
    const { builtinNamed } = await import('../segments/builtins.ts');
    const { compileSegment } = await import('../segments/choose.ts');
    const { sizeWhere } = await import('../segments/queries.ts');
    const { wordingSegmentErrors } = await import('./choosing.ts');
    const { ruleOf } = await import('./segment-rule.ts');
    const population = gather(archive, context.today(archive));
    const size = sizeWhere(
      archive,
      await wordingSegmentErrors(context, () => compileSegment(archive, name, population)),
    );
    const builtin = builtinNamed(name);
    if (!builtin) return undefined;
    if (wantsDocument(context)) {
      const { writeJson } = await import('../output/write-json.ts');
      await writeJson(context, {
        name: builtin.name,
        kind: builtin.kind,
        where: builtin.where,
        rule: ruleOf(context.rowWords, builtin, population),
        ...(builtin.kind === 'rfm' ? { cuts: population.cuts } : {}),
        ...(builtin.kind === 'value' ? { bands: population.bands } : {}),
        as_of: population.asOf,
        ...size,
        of: population.customers,
        currency: population.currency,
      });
      return undefined;
    }
    const { namedTerm } = await import('../output/term.ts');
    const { amount } = await import('../output/amounts.ts');
    const { renderFields } = await import('../output/fields.ts');
    const { segments } = context.words;
    const labels = segments.show;
    const share =
      population.customers === 0 ? '0 %' : `${((100 * size.customers) / population.customers).toFixed(1)} %`;
    await context.io.write(
      renderFields(
        [
          [labels.segment, namedTerm(context.words, builtin.name)],
          [labels.kind, segments.kinds[builtin.kind] ?? builtin.kind],
          [labels.query, builtin.where],
          [labels.rule, ruleOf(context.words, builtin, population)],
          [labels.members, segments.members(size.customers, population.customers, share)],
          [labels.net, amount(size.net, population.currency)],
        ],
        context.io.out,
      ),
    );
    tellOtherCurrencies(context, population);
    return undefined;
  },
});
