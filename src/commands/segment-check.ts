import { DataError } from '../errors.ts';
import type { Cell } from '../output/table.ts';
import { choosing } from './choosing.ts';
import { command, flag } from './command.ts';

export const segmentCheck = command({
  path: 'segment check [segments...]',
  summary: {
    en: 'what is wrong with conditions, or not what it seems',
    zh: '检查分组条件中的错误和意外之处',
  },
  examples: [
    'regulars segment check',
    'regulars segment check champions loyal at_risk --overlap --cover',
    'regulars segment check --where "customer_city != \'杭州市\'"',
    "regulars segment check --where 'orders_placed(date: >= -90d, count: 2) = true' --shopify",
  ],
  description: {
    en: 'Mistakes (exit 1), missing values that a negative test keeps, clauses that hold for nobody or everybody or change nothing, segments nobody is in, and how long each took. Of a condition pasted from Shopify: where it counts otherwise there.',
    zh: '指出错误（退出码 1）、否定条件保留的缺失值、没有或所有客户都符合、或不起作用的条件、没有成员的分组，以及各自用时。对从 Shopify 粘贴的条件，说明计法的不同。',
  },
  options: {
    where: choosing.where,
    overlap: flag('--overlap', { en: 'which of them share customers, and how many', zh: '哪些分组有相同客户、有多少' }),
    cover: flag('--cover', {
      en: 'how many customers none of them has, or whether each is in exactly one',
      zh: '多少客户不在任何一个分组，或是否每位恰好在一个',
    }),
    shopify: flag('--shopify', { en: 'tell where Shopify counts otherwise', zh: '说明与 Shopify 计法的不同' }),
  },
  rows: true,
  async run(context, named, options) {
    const archive = await context.archive('read');
    const { gather } = await import('../measures/gather.ts');
    const { examineCondition } = await import('../segments/examine-condition.ts');
    const { compileSegment } = await import('../segments/choose.ts');
    const { scopeOf } = await import('../segments/scope.ts');
    const { cover, overlaps } = await import('../segments/findings.ts');
    const { SegmentError } = await import('../segments/segment-error.ts');
    const { segmentErrorInWords } = await import('./segment-error-words.ts');
    const { writeTable } = await import('../output/write-table.ts');
    const population = gather(archive, context.today(archive));
    const { segment, segmentNames } = scopeOf(archive, population);
    const { checks } = context.words;
    const names = named.length > 0 ? named : options.where === undefined ? segmentNames() : [];
    const wanted = [
      ...names.map((name) => ({ name, where: segment(name)?.where })),
      ...(options.where === undefined ? [] : [{ name: checks.condition, where: options.where }]),
    ];
    const rows: Cell[][] = [];
    const examined: { name: string; members: readonly number[] }[] = [];
    let everybody = 0;
    let mistakes = 0;
    const row = (name: string, { finding, clause, customers, about }: ReturnType<typeof overlaps>[number] | Told) =>
      rows.push([
        name,
        context.format === 'table' ? checks.findings[finding] : finding,
        clause,
        customers,
        context.rowWords.checks.hints[finding](about),
      ]);
    for (const { name, where } of wanted) {
      const isNamed = name !== checks.condition;
      const shown = isNamed ? name : '';
      const started = performance.now();
      try {
        if (where === undefined) compileSegment(archive, name, population);
        const found = examineCondition(archive, population, where ?? '', options);
        const milliseconds = Math.round(performance.now() - started);
        context.io.say(checks.summary(name, found.members.length, found.everybody, milliseconds));
        for (const finding of found.findings) row(shown, finding);
        if (isNamed) examined.push({ name: segment(name)?.name ?? name, members: found.members });
        ({ everybody } = found);
      } catch (error) {
        if (!(error instanceof SegmentError)) throw error;
        mistakes += 1;
        const { message, details } = segmentErrorInWords(error, context.words);
        context.io.insist(checks.mistake(name, message, details.hint));
        const english = segmentErrorInWords(error, context.rowWords);
        const text = error.source.slice(error.span.start, error.span.end);
        const finding = context.format === 'table' ? context.words.segments.problems[error.problem] : error.problem;
        rows.push([shown, finding, text, null, english.details.hint ?? null]);
      }
    }
    if (options.overlap) for (const pair of overlaps(examined)) row(pair.segment, pair);
    if (options.cover && examined.length > 0) for (const finding of cover(examined, everybody)) row('', finding);
    const outcome = await writeTable(
      context,
      {
        columns: [
          { name: 'segment', kind: 'text', whole: true },
          { name: 'finding', kind: 'text' },
          { name: 'clause', title: checks.clause, kind: 'text' },
          { name: 'customers', kind: 'integer' },
          { name: 'hint', title: checks.hint, kind: 'text' },
        ],
        rows,
      },
      { empty: checks.nothingFound },
    );
    if (mistakes > 0) throw new DataError(checks.mistakes(mistakes, wanted.length), { code: 'mistakes' });
    return outcome;
  },
});

type Told = import('../segments/findings.ts').Finding;
