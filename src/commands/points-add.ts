import { command, text } from './command.ts';
import { enterPoints } from './enter-points.ts';

export const pointsAdd = command({
  path: 'points add <who> <points>',
  summary: { en: 'give a customer points by hand', zh: '手动增加积分' },
  examples: [
    'regulars points add 淘小茶 200 --reason "parcel came late"',
    'regulars points add 17 50 --reason "old card" --as-of 2026-01-01',
  ],
  description: {
    en: 'The same twice on one day is one, so that a line may be run again; another reason makes it another.',
    zh: '同一天相同的记录只算一次，可放心重复运行；换一个理由即为另一条记录。',
  },
  options: { reason: text('--reason <text>', { en: 'why, for whoever reads it later', zh: '理由，供以后查看' }) },
  run: (context, [who = '', typed = ''], { reason }) =>
    enterPoints(context, { kind: 'add', who, typed, reason, force: false }),
});
