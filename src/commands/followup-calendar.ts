import { command, flag, text } from './command.ts';
import { daysOption } from './days-option.ts';

export const followupCalendar = command({
  path: 'followup calendar',
  summary: { en: 'the coming follow-ups as a calendar file', zh: '把接下来的跟进写成日历文件' },
  examples: [
    'regulars followup calendar > followups.ics',
    'regulars followup calendar --days 30 --todo --out todo.ics',
  ],
  description: {
    en: 'RFC 5545, for any calendar. Import it again on a later day: what has moved moves there, and what is done, bought, refused or expired since is cancelled. It has names, numbers and what to say: give it to nobody else, and publish it nowhere.',
    zh: '符合 RFC 5545，任何日历都能导入。过几天再次导入：改期的会移动，已完成、已下单、已拒绝或已过期的会取消。文件含姓名、号码和话术：请勿交给他人，也不要公开发布。',
  },
  options: {
    days: daysOption({ en: 'how many days, today included (default 14)', zh: '多少天，含今天（默认 14）' }),
    todo: flag('--todo', { en: 'as tasks rather than events', zh: '写成待办事项，而不是日程' }),
    out: text('-o, --out <file>', { en: 'write there instead of stdout', zh: '写入该文件，而不是标准输出' }),
    force: flag('--force', { en: 'replace an older file of that name', zh: '替换同名的旧文件' }),
  },
  async run(context, _, options) {
    const archive = await context.archive('write');
    const { addDays } = await import('../values/days.ts');
    const { writeCalendar } = await import('./write-calendar.ts');
    const from = context.today(archive);
    const range = { from, to: addDays(from, (options.days ?? 14) - 1) };
    // What a calendar has is known before anybody sees it: else nothing would ever take it off again.
    const { file, planned, ended } = await archive.writeWaiting(() =>
      writeCalendar(context, archive, range, options.todo ? 'todo' : 'event'),
    );
    if (options.out === undefined) await context.io.write(file);
    else {
      const { writeNamed } = await import('../output/write-named.ts');
      const { out: path, force: replace } = options;
      await writeNamed(context, { path, option: '--out', replace, example: 'followups.ics' }, (append) =>
        append(Buffer.from(file)),
      );
      if (context.dryRun) context.io.say(context.words.common.nothingChanged);
    }
    const { tellUncovered } = await import('./followup-others.ts');
    const { calendar } = context.words.followupDay;
    const told = calendar.written(planned.length, ended, range.from, range.to);
    context.io.say(options.out === undefined || context.dryRun ? told : calendar.to(told, options.out));
    tellUncovered(context, planned);
    return undefined;
  },
});
