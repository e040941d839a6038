import { ExitCode } from '../errors.ts';
import type { OutcomeLine, RefusedOutcome } from '../followups/workday/read-outcomes.ts';
import { command, many } from './command.ts';
import { fileRefused } from './file-refused.ts';
import type { Take } from './outcome-taker.ts';
import { readingOptions } from './reading-options.ts';

export const followupImport = command({
  path: 'followup import <file>',
  summary: { en: 'what came of follow-ups, from the call sheet filled in', zh: '导入填好的跟进清单' },
  examples: [
    'regulars followup import today.csv',
    'regulars followup import 跟进.xlsx -n',
    'regulars followup import - --map outcome=Ergebnis < anrufe.csv',
  ],
  description: {
    en: 'The sheet that followup today --csv or followup handover --channel phone, wechat or parcel wrote, or any table with an id and an outcome: reached, no_answer, wants, complaint, opted_out, done, skipped, or snoozed with an until_day; and where wanted a note and the channel. What follows from each is as with followup done. Rows without outcome and note are passed over. It counts on the day of its row, which on the sheet is the day it was planned for: write another where it was done on another. Without a day, or with one that has not come, it is today. Whoever objects is heard, whatever another row says of the same follow-up, also where the day of the row cannot be read, which is today then, or its channel, which is the one they were contacted by. A row that cannot be taken is named with its line, and the others are taken. Rows with a day change nothing when they come again.',
    zh: '可以是 followup today --csv 或 followup handover --channel phone、wechat、parcel 写出的清单，或任何含编号和结果的表格。结果可填：联系上、无人接听、有意向、投诉、不再联系、完成、跳过，或推迟并填推迟到的日期；可另有备注和渠道。各结果的效力与 followup done 相同。结果和备注都空着的行会略过。结果记在该行的日期上；清单上的日期是计划日期，实际在另一天联系的请改为那一天；没有日期或日期未到的，记为今天。客户拒绝或投诉的一律记下，不论同一跟进的其他行填了什么；日期无法读出的记为今天，渠道无法读出的按联系时的渠道。不能处理的行会列出行号和原因，其余照常处理。有日期的行重复导入没有变化。',
  },
  options: {
    map: many('--map <field=Header>', {
      en: 'which column is which: id, day, outcome, note, channel, until_day',
      zh: '说明哪一列是什么：id、day、outcome、note、channel、until_day',
    }),
    dateFormat: readingOptions.dateFormat,
  },
  async run(context, [file = ''], options) {
    const { io, words } = context;
    const { resolve } = await import('node:path');
    const { OUTCOME_FIELDS } = await import('../followups/workday/outcome-layout.ts');
    const { readOutcomes } = await import('../followups/workday/read-outcomes.ts');
    const { readFieldMap } = await import('./field-map.ts');
    const { FileRefused } = await import('../ingest/refusal.ts');
    const map = readFieldMap(context, options.map, OUTCOME_FIELDS);
    const archive = await context.archive('write');
    const asOf = context.today(archive);
    const read = await readOutcomes(
      file === '-' ? '-' : resolve(context.folder, file),
      { map, dates: options.dateFormat ?? 'ymd', asOf },
      { stdin: io.stdin, signal: context.signal },
    ).catch((error: unknown) => {
      if (!(error instanceof FileRefused)) throw error;
      throw fileRefused(context, file, error, { noHeader: words.followupDay.noHeader });
    });
    const { gather } = await import('../measures/gather.ts');
    const { plannerOf } = await import('../followups/planner.ts');
    const { followupsWith } = await import('../followups/workday/find.ts');
    const { outcomeTaker } = await import('./outcome-taker.ts');
    const { isSame, outcomesOf } = await import('../followups/outcome-queries.ts');
    const { isObjection, MOST_SNOOZED } = await import('../followups/outcome.ts');
    const { addDays } = await import('../values/days.ts');
    const { isAhead } = await import('./is-ahead.ts');
    const planner = plannerOf(archive, gather(archive, asOf));
    const refused: RefusedOutcome[] = [...read.refused];
    const doubts: OutcomeLine['doubts'][number][] = [];
    const counts = { taken: 0, unchanged: 0 };
    const takeLine = (take: Take, line: OutcomeLine, found: ReturnType<typeof followupsWith>): readonly string[] => {
      const [candidate, ...others] = found.get(line.id) ?? [];
      if (!candidate || others.length > 0) {
        refused.push(line.refuse('id', candidate ? 'same_id' : 'unknown_id'));
        return [];
      }
      // Whatever was said since: the same file may come again.
      if (!isObjection(line) && outcomesOf(archive, candidate).some(isSame(line))) {
        counts.unchanged++;
        return [];
      }
      if (line.until !== null && line.until <= asOf) {
        refused.push(line.refuse('until_day', 'past_day'));
        return [];
      }
      if (line.until !== null && line.until > addDays(asOf, MOST_SNOOZED)) {
        refused.push(line.refuse('until_day', 'far_day'));
        return [];
      }
      if (isObjection(line) && isAhead(context)) {
        refused.push(line.refuse('outcome', 'future_objection'));
        return [];
      }
      const taken = take(line.id, candidate, line);
      if ('problem' in taken) {
        refused.push(line.refuse('channel', taken.problem));
        return [];
      }
      counts[taken.isNew ? 'taken' : 'unchanged']++;
      if (taken.isNew) doubts.push(...line.doubts);
      return taken.isNew ? taken.told : [];
    };
    const told = await archive.writeWaiting(async () => {
      const found = followupsWith(planner, read.lines);
      const done = read.lines.flatMap(({ id, outcome }) => (outcome === 'done' ? (found.get(id) ?? []) : []));
      const take = await outcomeTaker(context, planner, done);
      return read.lines.flatMap((line) => takeLine(take, line, found));
    });
    for (const line of told) io.say(line);
    io.say(words.followupDay.imported({ ...counts, empty: read.empty, refused: refused.length }));
    const { tellRefusedRows } = await import('./refused-rows.ts');
    tellRefusedRows(
      context,
      file,
      refused.toSorted((a, b) => a.line - b.line),
      words.followupDay.refusals,
    );
    tellRefusedRows(context, file, doubts, words.followupDay.doubts);
    if (context.dryRun) io.say(words.common.nothingChanged);
    return refused.length > 0 ? { exitCode: ExitCode.someRefused } : undefined;
  },
});
