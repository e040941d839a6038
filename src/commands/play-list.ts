import { command } from './command.ts';

export const playList = command({
  path: 'play list',
  summary: { en: 'the rules that make follow-ups', zh: '产生跟进的规则（玩法）' },
  examples: ['regulars play list', 'regulars play list --json'],
  options: {},
  rows: true,
  async run(context) {
    const { plays } = await import('../followups/plays.ts');
    const { writeTable } = await import('../output/write-table.ts');
    const { followups } = context.rowWords;
    return writeTable(context, {
      columns: [
        { name: 'play', kind: 'text' },
        { name: 'summary', kind: 'text' },
        { name: 'trigger', kind: 'text' },
        { name: 'kind', kind: 'text', term: true },
        { name: 'channels', kind: 'list', term: true },
        { name: 'expires_after_days', kind: 'integer' },
      ],
      rows: plays.map((play) => {
        const { trigger } = play;
        const rule =
          trigger.on === 'first_order'
            ? followups.playRule.firstOrder(trigger.delayDays, trigger.only)
            : followups.playRule.rhythm(trigger.multiple, trigger.minimumOrders);
        return [
          play.name,
          followups.plays[play.name]?.summary ?? '',
          rule,
          play.kind,
          play.channels,
          play.expiresAfterDays,
        ];
      }),
    });
  },
});
