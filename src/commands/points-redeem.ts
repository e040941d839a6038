import { command, flag, text } from './command.ts';
import { enterPoints } from './enter-points.ts';

export const pointsRedeem = command({
  path: 'points redeem <who> <points>',
  summary: { en: 'use points of a customer', zh: '使用客户的积分' },
  examples: [
    'regulars points redeem 淘小茶 500 --reason "cup and saucer"',
    'regulars points redeem 17 100 --reason "coupon 8813" -n',
  ],
  description: {
    en: 'The oldest are used first. More than there are is refused. The same twice on one day is one, so that a line may be run again; another reason makes it another.',
    zh: '先使用最早的积分；超过余额会被拒绝。同一天相同的记录只算一次，可放心重复运行；换一个理由即为另一条记录。',
  },
  options: {
    reason: text('--reason <text>', { en: 'what for', zh: '用途' }),
    force: flag('--force', {
      en: 'also more than there are: less than nothing is left',
      zh: '超过余额也使用，余额变为负数',
    }),
  },
  run: (context, [who = '', typed = ''], { reason, force }) =>
    enterPoints(context, { kind: 'redeem', who, typed, reason, force }),
});
