import { command } from './command.ts';

export const retentionShow = command({
  path: 'retention show',
  summary: { en: 'the age at which people are forgotten, where one is set', zh: '查看设定的保留期限' },
  examples: ['regulars retention show', 'regulars retention show --json'],
  options: {},
  rows: true,
  async run(context) {
    const archive = await context.archive('read');
    const { notHeardOfSince } = await import('../rights/retention-queries.ts');
    const { readSetting } = await import('../store/settings.ts');
    const { dayBefore } = await import('../values/ages.ts');
    const { writeTable } = await import('../output/write-table.ts');
    const age = readSetting(archive, 'retention');
    const since = age === undefined ? undefined : dayBefore(context.today(archive), age);
    return await writeTable(
      context,
      {
        columns: [
          { name: 'age', kind: 'text' },
          { name: 'kept_since', kind: 'day' },
          { name: 'customers_past_it', kind: 'integer' },
        ],
        rows: since === undefined ? [] : [[age ?? null, since, notHeardOfSince(archive, since).length]],
      },
      { empty: context.words.rights.noRetention },
    );
  },
});
