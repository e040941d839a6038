import type { Context } from '../context.ts';
import type { GroupRow } from '../followups/report/report-queries.ts';
import type { Verdict } from '../followups/report/verdict.ts';
import type { Field } from '../output/fields.ts';
import { command, text } from './command.ts';
import { wantsDocument } from './document.ts';
import { pastDay } from './past-day.ts';
import { requirePlay } from './play-named.ts';

export const playReport = command({
  path: 'play report <play>',
  summary: {
    en: 'what a play brought, against those it left alone on purpose',
    zh: '玩法带来了什么，与特意不联系的客户相比',
  },
  examples: ['regulars play report win_back', 'regulars play report win_back --since 2026-01-01 --json'],
  description: {
    en: 'Each customer counts once, from the first contact on; who was tried without an answer counts as contacted, who was put off or dropped does not. An order counts from the day of the contact until the window of the play is over, whatever led to it: what the contact brought is the difference to those held out.',
    zh: '每位客户只计一次，自首次联系起；未接通的也算已联系，推迟或跳过的不算。自联系当日起至玩法的窗口期结束，其间的订单都计入；联系的效果是与对照组相比的差别。',
  },
  options: {
    since: text('--since <date>', { en: 'contacts from this day on (default: all)', zh: '自此日起的联系（默认全部）' }),
  },
  rows: true,
  async run(context, [name = ''], options) {
    const archive = await context.archive('read');
    const play = await requirePlay(context, archive, name);
    const { gather } = await import('../measures/gather.ts');
    const { reportingCurrency } = await import('../measures/queries.ts');
    const { planFor, plannerOf } = await import('../followups/planner.ts');
    const { countsOf, groups } = await import('../followups/report/report-queries.ts');
    const { verdictOf } = await import('../followups/report/verdict.ts');
    const since = pastDay(context, archive, '--since', options.since);
    const population = gather(archive, context.today(archive));
    const { asOf } = population;
    const currency = reportingCurrency(archive);
    const asked = { play: play.name, since: since ?? '0000-01-01', asOf };
    const counts = countsOf(archive, asked);
    const { contacted, heldOut } = groups(archive, { ...asked, days: play.window_days, currency });
    const { planned, deferred } = planFor(plannerOf(archive, population), { from: asOf, to: asOf });
    const waiting = [...planned, ...deferred.map(({ candidate }) => candidate)].filter(
      (one) => one.play.name === play.name,
    ).length;
    const verdict = verdictOf(contacted, heldOut);
    if (wantsDocument(context)) {
      const { writeJson } = await import('../output/write-json.ts');
      await writeJson(context, {
        play: play.name,
        since: since ?? null,
        as_of: asOf,
        window_days: play.window_days,
        planned: waiting,
        outcomes: Object.fromEntries(counts),
        currency,
        contacted,
        held_out: heldOut,
        ...documentOf(verdict),
      });
      return undefined;
    }
    const { formatMoney } = await import('../values/money.ts');
    const { renderFields } = await import('../output/fields.ts');
    const { playReports, common, followups } = context.words;
    const { labels } = playReports;
    const group = (row: GroupRow): string =>
      [
        playReports.group(
          row.people,
          row.bought,
          percent(row.people === 0 ? 0 : row.bought / row.people),
          `${currency} ${formatMoney(row.net, currency)}`,
          play.window_days,
        ),
        ...(row.other_currency_orders > 0 ? [playReports.withoutRate(row.other_currency_orders)] : []),
        ...(row.waiting > 0 ? [playReports.waiting(row.waiting)] : []),
      ].join('\n');
    const fields: Field[] = [
      [labels.planned, playReports.planned(waiting)],
      [
        labels.settled,
        [...counts]
          .map(([outcome, count]) => `${followups.outcomes[outcome] ?? outcome} ${count}`)
          .join(common.listed) || undefined,
      ],
      [labels.contacted, group(contacted)],
      [labels.heldOut, group(heldOut)],
      [labels.difference, differenceText(context, verdict)],
      [labels.means, meaning(context, verdict, { holdout: play.holdout, heldOut })],
    ];
    await context.io.write(
      `${context.io.out.style.bold(playReports.head(play.name, since ?? '…', asOf))}\n${renderFields(fields, context.io.out)}`,
    );
    return undefined;
  },
});

function documentOf({ says, difference, visible }: Verdict) {
  return {
    verdict: says,
    contacted_share: difference?.contacted ?? null,
    held_out_share: difference?.heldOut ?? null,
    difference: difference?.difference ?? null,
    difference_low: difference?.low ?? null,
    difference_high: difference?.high ?? null,
    smallest_visible_difference: visible,
  };
}

function differenceText({ words: { playReports } }: Context, { difference, visible }: Verdict): string | undefined {
  if (!difference) return undefined;
  return [
    playReports.difference(signed(difference.difference), signed(difference.low), signed(difference.high)),
    ...(visible === null ? [] : [playReports.visible((visible * 100).toFixed(1))]),
  ].join('\n');
}

/** A holdout is advised only where there is none. */
function meaning(
  { words: { playReports } }: Context,
  { says }: Verdict,
  { holdout, heldOut }: { readonly holdout: number; readonly heldOut: GroupRow },
): string {
  if (says !== 'none') return playReports.says[says];
  if (heldOut.people + heldOut.waiting > 0) return playReports.noneOver;
  return holdout > 0 ? playReports.noneHeldOut : `${playReports.says.none}\n${playReports.noHoldout}`;
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const signed = (share: number): string => `${share < 0 ? '−' : '+'}${(Math.abs(share) * 100).toFixed(1)}`;
