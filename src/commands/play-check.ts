import { DataError } from '../errors.ts';
import { command } from './command.ts';

export const playCheck = command({
  path: 'play check [file]',
  summary: { en: 'what is wrong with plays, or not what it seems', zh: '检查玩法中的错误和意外之处' },
  examples: ['regulars play check', 'regulars play check plays.toml', 'regulars play check plays.toml --json'],
  description: {
    en: 'Mistakes (exit 1): words that mean nothing, conditions that cannot be read, segments there are none of. Hints: conditions nobody meets, products never sold, plays that never come. Of the archive, or of a file before it is applied.',
    zh: '错误（退出码 1）：没有意义的词、读不懂的条件、不存在的分组。提示：没有客户符合的条件、从未卖过的商品、永远不会发出的玩法。检查档案里的玩法，或应用之前的文件。',
  },
  options: {},
  rows: true,
  async run(context, [file]) {
    const { io, words } = context;
    const archive = await context.archive('read');
    const { isMistake } = await import('../followups/plays/finding.ts');
    const { playsOf } = await import('../followups/plays/play-queries.ts');
    const { policyOf } = await import('../followups/policy-queries.ts');
    const { writeTable } = await import('../output/write-table.ts');
    const { aboutWhom, findingLine, findingText } = await import('./play-finding-words.ts');
    const { findingsInFile, findingsOn } = await import('./play-checked.ts');
    const read = async (path: string) => {
      const { segmentFileText } = await import('./segment-file-checked.ts');
      const { readPlayFile } = await import('../followups/plays/play-file.ts');
      const found = readPlayFile(await segmentFileText(context, path));
      return { count: found.plays.length, findings: await findingsInFile(context, archive, found) };
    };
    const kept = async () => {
      const plays = playsOf(archive, context.today(archive));
      return { count: plays.length, findings: await findingsOn(context, archive, plays, policyOf(archive)) };
    };
    const { count, findings } = await (file === undefined ? kept() : read(file));
    const mistakes = findings.filter(isMistake);
    for (const mistake of mistakes) {
      const line = mistake.line === undefined ? null : words.savedSegments.line(mistake.line);
      const parts = [line, aboutWhom(words, mistake), findingText(words, mistake)];
      io.insist(parts.filter((part) => part !== null).join(': '));
    }
    const outcome = await writeTable(
      context,
      {
        columns: [
          { name: 'play', kind: 'text', whole: true },
          { name: 'line', kind: 'integer', machineOnly: file === undefined },
          { name: 'key', title: words.plays.labels.key, kind: 'text', whole: true },
          { name: 'weight', kind: 'text', machineOnly: true },
          { name: 'finding', kind: 'text', machineOnly: true },
          { name: 'value', kind: 'text', machineOnly: true },
          { name: 'told', title: words.checks.hint, kind: 'text' },
        ],
        rows: findings.map((finding) => [
          aboutWhom(context.rowWords, finding),
          finding.line ?? null,
          finding.key,
          isMistake(finding) ? 'mistake' : 'hint',
          finding.finding,
          finding.value ?? null,
          findingLine(context.rowWords, finding),
        ]),
      },
      { empty: words.plays.nothingFound },
    );
    io.say(words.plays.checked(count));
    if (mistakes.length > 0) throw new DataError(words.plays.mistakes(mistakes.length), { code: 'mistakes' });
    return outcome;
  },
});
