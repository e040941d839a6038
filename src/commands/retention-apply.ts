import { UsageError } from '../errors.ts';
import { shellLine } from '../output/shell-word.ts';
import { archiveFlag } from './archive-flag.ts';
import { command, text } from './command.ts';
import { wantsDocument } from './document.ts';

export const retentionApply = command({
  path: 'retention apply',
  summary: { en: 'forget everybody who was not heard of for so long', zh: '忘记长期没有任何活动的客户' },
  examples: [
    'regulars retention apply --older-than 3y -n',
    'regulars retention apply --older-than 3y --yes > proof.txt',
    'regulars retention apply --as-of 2026-12-31 --yes',
  ],
  description: {
    en: 'Signs of somebody are an order, a contact, a note, a consent, or a customer file that told of them. Whoever has none since is forgotten as by regulars customers forget; -n lists them. Without --older-than the age of regulars retention set holds.',
    zh: '活动是指订单、联系、记录、许可，或提到此人的客户文件。期限内没有任何活动的客户会像 regulars customers forget 那样被忘记；-n 只列出名单。不写 --older-than 时使用 regulars retention set 设定的期限。',
  },
  options: {
    olderThan: text('--older-than <age>', {
      en: 'a number of years, months, weeks or days: 3y, 18m',
      zh: '年、月、周或天数，如 3y、18m',
    }),
  },
  rows: true,
  async run(context, _, options) {
    const { io, words } = context;
    const { rights } = words;
    const { dayBefore, isAge } = await import('../values/ages.ts');
    if (options.olderThan !== undefined && !isAge(options.olderThan))
      throw new UsageError(rights.badAge(options.olderThan), { code: 'bad_age' });
    const archive = await context.archive('write');
    const { readSetting } = await import('../store/settings.ts');
    const age = options.olderThan ?? readSetting(archive, 'retention');
    if (age === undefined) throw new UsageError(rights.ageNeeded, { code: 'no_age' });
    const { loadPhoneMetadata } = await import('../values/phones.ts');
    await loadPhoneMetadata();
    const { notHeardOfSince } = await import('../rights/retention-queries.ts');
    const since = dayBefore(context.today(archive), age);
    const old = notHeardOfSince(archive, since);
    if (old.length === 0) {
      io.say(rights.nobodyTooOld(since));
      if (context.dryRun) io.say(words.common.nothingChanged);
    } else io.say(rights.tooOld(old.length, since));
    if (context.dryRun) {
      const { writeTable } = await import('../output/write-table.ts');
      await writeTable(context, {
        columns: [
          { name: 'customer_id', kind: 'integer' },
          { name: 'name', kind: 'text' },
          { name: 'last_day', kind: 'day' },
        ],
        rows: old.map(({ customer_id, name, last_day }) => [customer_id, name, last_day]),
      });
    }
    if (old.length === 0 && !context.dryRun && wantsDocument(context)) {
      const { writeJson } = await import('../output/write-json.ts');
      await writeJson(context, { why: 'retention', erased: null, done: true });
    }
    if (old.length === 0) return undefined;
    const { forgetThem } = await import('./forget-them.ts');
    const typed = options.olderThan === undefined ? [] : ['--older-than', options.olderThan];
    return await forgetThem(context, archive, {
      customers: old.map(({ customer_id: customer }) => customer),
      who: rights.customers(old.length),
      why: 'retention',
      remove: [],
      line: shellLine(['regulars', 'retention', 'apply', ...typed, '--yes', ...archiveFlag(context)]),
    });
  },
});
