import { UsageError } from '../errors.ts';
import { command } from './command.ts';

export const retentionSet = command({
  path: 'retention set <age>',
  summary: { en: 'how long people are kept after the last sign of them', zh: '设定客户资料在最后一次活动之后保留多久' },
  examples: ['regulars retention set 3y', 'regulars retention set 18m'],
  description: {
    en: 'AGE is a number of years, months, weeks or days (3y, 18m, 26w, 900d), or off. Nobody is forgotten by it; regulars retention apply does that.',
    zh: 'AGE 是年、月、周或天数（3y、18m、26w、900d），或 off 取消。设定本身不会忘记任何人，要用 regulars retention apply。',
  },
  options: {},
  async run(context, [age = '']) {
    const { io, words } = context;
    const { isAge } = await import('../values/ages.ts');
    if (age === 'off') {
      const archive = await context.archive('write');
      const { removeRetention } = await import('../rights/retention-queries.ts');
      removeRetention(archive);
      io.say(words.rights.noRetention);
      if (context.dryRun) io.say(words.common.nothingChanged);
      return undefined;
    }
    if (!isAge(age)) throw new UsageError(words.rights.badAge(age), { code: 'bad_age' });
    const archive = await context.archive('write');
    const { setRetention } = await import('../rights/retention-queries.ts');
    setRetention(archive, age);
    io.say(words.rights.retentionIs(age));
    if (context.dryRun) io.say(words.common.nothingChanged);
    return undefined;
  },
});
