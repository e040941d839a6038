import { command } from './command.ts';
import { daysOption } from './days-option.ts';

export const playTry = command({
  path: 'play try <name>',
  summary: { en: 'whom a play would have come to lately', zh: '试算：某玩法最近会联系到谁' },
  examples: [
    'regulars play try win_back',
    'regulars play try second_order_7 --days 90 --as-of 2026-06-30 --csv > tried.csv',
  ],
  description: {
    en: 'What set it off in the days up to --as-of, on or off. Rhythms, conditions and consents are those of that last day for all of them; budgets, and what was done about it, are left aside. A back test of each day as of itself it is not.',
    zh: '列出截至 --as-of 的这些天里触发该玩法的事件，玩法启用与否皆可。节奏、条件与许可一律按最后一天计算；不计联系上限，也不计已做过的跟进。并非逐日回测。',
  },
  options: {
    days: daysOption({ en: 'how many days, the last included (default 30)', zh: '多少天，含最后一天（默认 30）' }),
  },
  rows: true,
  async run(context, [name = ''], options) {
    const archive = await context.archive('read');
    const { gather } = await import('../measures/gather.ts');
    const { plannerOf } = await import('../followups/planner.ts');
    const { tryPlay } = await import('../followups/try-play.ts');
    const { personRows } = await import('../followups/queries.ts');
    const { idOf } = await import('../followups/candidate.ts');
    const { SegmentError } = await import('../segments/segment-error.ts');
    const { addDays } = await import('../values/days.ts');
    const { writeTable } = await import('../output/write-table.ts');
    const { requirePlay } = await import('./play-named.ts');
    const { segmentErrorInWords } = await import('./segment-error-words.ts');
    const { whyNow } = await import('./why-now.ts');
    const play = await requirePlay(context, archive, name);
    const population = gather(archive, context.today(archive));
    const to = population.asOf;
    const range = { from: addDays(to, 1 - (options.days ?? 30)), to };
    const found = (() => {
      try {
        return tryPlay(plannerOf(archive, population), play, range);
      } catch (error) {
        if (error instanceof SegmentError) throw segmentErrorInWords(error, context.words);
        throw error;
      }
    })();
    const personOf = personRows(
      archive,
      to,
      found.touched.map(({ candidate: { customer: whose } }) => whose),
    );
    const outcome = await writeTable(context, {
      columns: [
        { name: 'day', kind: 'day' },
        { name: 'customer_id', kind: 'integer' },
        { name: 'name', kind: 'text' },
        { name: 'channel', kind: 'text', term: true },
        { name: 'why', kind: 'text' },
        { name: 'id', kind: 'text', machineOnly: true },
      ],
      rows: found.touched.map(({ candidate, open }) => {
        const person = personOf(candidate.customer);
        return [
          candidate.due,
          candidate.customer,
          person?.name ?? person?.account ?? null,
          open?.channel ?? null,
          whyNow(context.rowWords, candidate),
          idOf(candidate),
        ];
      }),
    });
    context.io.say(context.words.followups.tried(found.touched.length, play.name, range.from, to));
    const { tellLeftOut } = await import('./followup-others.ts');
    tellLeftOut(context, found.leftOut);
    return outcome;
  },
});
