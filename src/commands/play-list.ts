import { command } from './command.ts';

export const playList = command({
  path: 'play list',
  summary: { en: 'the rules that make follow-ups', zh: '产生跟进的规则（玩法）' },
  examples: ['regulars play list', 'regulars play list --json', 'regulars play list --as-of 2026-06-30'],
  options: {},
  rows: true,
  async run(context) {
    const archive = await context.archive('read');
    const { actsOfPlay, playsOf } = await import('../followups/plays/play-queries.ts');
    const { reasonOf, summaryOf, triggerText } = await import('./play-words.ts');
    const { writeTable } = await import('../output/write-table.ts');
    const words = context.rowWords;
    const onScreen = context.format === 'table';
    const today = context.today(archive);
    return writeTable(context, {
      columns: [
        { name: 'play', kind: 'text', whole: true },
        { name: 'on', title: context.words.plays.labels.state, kind: onScreen ? 'text' : 'boolean' },
        { name: 'trigger', kind: 'text' },
        { name: 'kind', kind: 'text', term: true },
        { name: 'channels', kind: 'list', term: true },
        { name: 'reason', kind: 'text', whenRoom: true },
        { name: 'summary', kind: 'text', machineOnly: true },
        { name: 'on_since', kind: 'day', machineOnly: true },
        { name: 'origin', kind: 'text', machineOnly: true },
        { name: 'version', kind: 'integer', machineOnly: true },
        { name: 'expires_after_days', kind: 'integer', machineOnly: true },
      ],
      rows: playsOf(archive, today).map((play) => {
        const acts = actsOfPlay(archive, play.name).filter(({ day }) => day <= today);
        return [
          play.name,
          onScreen ? words.plays.states[play.on ? 'on' : 'off'] : play.on,
          triggerText(words, play),
          play.kind,
          play.channels,
          reasonOf(words, play, acts) ?? null,
          summaryOf(words, play) ?? null,
          play.onSince,
          play.origin,
          play.version,
          play.expires_after_days,
        ];
      }),
    });
  },
});
