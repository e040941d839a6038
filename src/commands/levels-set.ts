import { UsageError } from '../errors.ts';
import { command, parsed, text } from './command.ts';

const LONGEST_GRACE = 366;

export const levelsSet = command({
  path: 'levels set <name>',
  summary: { en: 'a level of membership, and who has it', zh: '设置会员等级及其规则' },
  examples: [
    "regulars levels set 普通 --where 'number_of_orders >= 1'",
    "regulars levels set 银卡 --where 'amount_spent >= 500' --grace 90d",
    'regulars levels set 金卡 --segment champions --grace 90d --order 3 -n',
  ],
  description: {
    en: 'A customer has the highest level whose rule holds, and keeps it for --grace days after the last day on which it held. Levels are ordered as they are made; --order says otherwise. What is not given stays as it is. Whether the rule held on earlier days is asked anew from what is known now, so that a refund counts from the day of its order.',
    zh: '客户的等级是规则成立的最高一级；规则不再成立后，从最后成立的那天起再保留 --grace 天。先设置的等级较低，可用 --order 指定。没有给出的设置保持不变。以前的日子按现在已知的数据重新判断，例如退款从下单日起就算数。',
  },
  options: {
    where: text('--where <condition>', {
      en: "whoever it holds for: 'amount_spent >= 2000'",
      zh: "符合条件的客户，如 'amount_spent >= 2000'",
    }),
    segment: text('--segment <name>', {
      en: 'the members of a segment: champions',
      zh: '某个分组的客户，如 champions',
    }),
    grace: parsed(
      '--grace <days>',
      { en: 'how long it is kept after the rule last held (default 0d)', zh: '规则不再成立后保留多久（默认 0d）' },
      (value, { levels }) => {
        const days = Number(/^(\d{1,3})d?$/.exec(value)?.[1]);
        if (days <= LONGEST_GRACE) return days;
        throw new UsageError(levels.badGrace(value), { code: 'bad_grace' });
      },
    ),
    order: parsed(
      '--order <n>',
      { en: 'its place: the highest level has the highest', zh: '等级次序，数字越大等级越高' },
      (value, { levels }) => {
        if (/^-?\d{1,4}$/.test(value)) return Number(value);
        throw new UsageError(levels.badOrder(value), { code: 'bad_order' });
      },
    ),
  },
  async run(context, [typed = ''], options) {
    const { levels: words, common } = context.words;
    const name = typed.normalize('NFC');
    const { isTag } = await import('../tags/tag-name.ts');
    if (!isTag(name)) throw new UsageError(words.badName(name), { code: 'bad_level' });
    if (options.where !== undefined && options.segment !== undefined)
      throw new UsageError(words.oneRule, { code: 'one_rule' });
    const archive = await context.archive('write');
    const { levels, setLevel } = await import('../levels/queries.ts');
    const all = levels(archive);
    const before = all.find((level) => level.name === name);
    if (!before && options.where === undefined && options.segment === undefined)
      throw new UsageError(words.ruleNeeded(name), { code: 'rule_needed' });
    const position = options.order ?? before?.position ?? (all.at(-1)?.position ?? 0) + 1;
    const taken = all.find((level) => level.position === position && level.name !== name);
    if (taken) throw new UsageError(words.orderTaken(position, taken.name), { code: 'order_taken' });
    const isNew = options.where !== undefined || options.segment !== undefined;
    const rule = {
      segment: isNew ? (options.segment ?? null) : (before?.segment ?? null),
      condition: isNew ? (options.where ?? null) : (before?.condition ?? null),
    };
    const { gather } = await import('../measures/gather.ts');
    const { chooseCustomers } = await import('../segments/choose.ts');
    const { wordingSegmentErrors } = await import('./choosing.ts');
    const { definitionOf } = await import('../segments/definitions.ts');
    const { levelCircle } = await import('../tags/circle.ts');
    const { rulesOf } = await import('../tags/refresh-follows.ts');
    const found = rule.segment === null ? undefined : definitionOf(archive, rule.segment);
    const chain = levelCircle(name, rule.condition ?? found?.where ?? '', rulesOf(archive));
    if (chain) throw new UsageError(words.circle(name, chain.join(' → ')), { code: 'level_circle' });
    const population = gather(archive, context.today(archive));
    const { customers } = await wordingSegmentErrors(context, () =>
      chooseCustomers(archive, population, {
        segment: rule.segment ?? undefined,
        where: rule.condition ?? undefined,
      }),
    );
    const changed = setLevel(
      archive,
      {
        name,
        position,
        condition: rule.condition,
        segment: found?.name ?? rule.segment,
        grace_days: options.grace ?? before?.grace_days ?? 0,
      },
      Math.floor(context.now().getTime() / 1000),
    );
    context.io.say(changed ? words.set(name, position, customers.length) : words.same(name));
    if (context.dryRun) context.io.say(common.nothingChanged);
    return undefined;
  },
});
