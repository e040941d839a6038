import { UsageError } from '../errors.ts';
import { command, text } from './command.ts';

export const pointsRulesSet = command({
  path: 'points rules set <rule> <value>',
  summary: { en: 'set a rule of points, from a day on', zh: '设置积分规则（自某天起）' },
  examples: [
    'regulars points rules set per_amount 1 --from 2026-01-01',
    'regulars points rules set per_amount 1/10',
    'regulars points rules set months 12 -n',
  ],
  description: {
    en: 'Rules: per_amount (points for whole units a counting order brought, less refunds; 1/10 is one for every full ten), first_order, birthday, referral (whom they brought), praise (each note of it), and months (how long points last). The rule of the day counts: what was earned before stays by the rule before. 0 ends a rule.',
    zh: '规则：per_amount（计入统计的订单扣除退款后每满多少元积多少分，1/10 为每满十元积一分）、first_order（首单）、birthday（生日）、referral（介绍客户）、praise（表扬备注）、months（多少个月后过期）。按当天的规则计算，之前的积分不受影响。0 表示停用。',
  },
  options: {
    from: text('--from <day>', { en: 'since when it holds (default: today)', zh: '从哪天起（默认今天）' }),
  },
  async run(context, [name = '', typed = ''], options) {
    const { points, common, shell } = context.words;
    const { isRuleName, readRuleValue, RULE_NAMES } = await import('../points/rules.ts');
    const { isDay } = await import('../values/days.ts');
    const { nearest } = await import('../values/nearest.ts');
    if (!isRuleName(name)) {
      const near = nearest(name, RULE_NAMES);
      throw new UsageError(points.unknownRule(name), {
        code: 'unknown_rule',
        hint: near === undefined ? points.knownRules(RULE_NAMES.join(', ')) : shell.didYouMean(near),
      });
    }
    const value = readRuleValue(name, typed);
    if (value === undefined)
      throw new UsageError(points.badValue(name, typed), { code: 'bad_value', hint: points.values[name] });
    if (options.from !== undefined && !isDay(options.from))
      throw new UsageError(common.badDay(options.from), { code: 'bad_day' });
    const archive = await context.archive('write');
    const { setRule } = await import('../points/queries.ts');
    const day = options.from ?? context.today(archive);
    const changed = setRule(archive, { name, day, value }, Math.floor(context.now().getTime() / 1000));
    const meaning = points.meanings[name](value);
    context.io.say(changed ? points.ruleSet(meaning, day) : points.ruleSame(meaning, day));
    if (context.dryRun) context.io.say(common.nothingChanged);
    return undefined;
  },
});
