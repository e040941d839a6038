import { command } from './command.ts';

export const backupList = command({
  path: 'backup list',
  summary: { en: 'the copies there are, and why each was made', zh: '有哪些副本，各是为什么做的' },
  examples: ['regulars backup list', 'regulars backup list --json'],
  description: {
    en: 'Those kept beside the archive, and those taken elsewhere with regulars backup FILE. Works without a readable archive.',
    zh: '包括保存在档案旁边的，以及用 regulars backup FILE 做到别处的。档案读不了时也可以用。',
  },
  options: {},
  rows: true,
  async run(context) {
    const { copiesOf, KEPT_DAYS } = await import('../store/copies.ts');
    const { kindIfReadable } = await import('../store/header.ts');
    const { writeTable } = await import('../output/write-table.ts');
    const { backups } = context.rowWords;
    const copies = copiesOf(context.archivePath.path);
    if (copies.length > 0 && context.format === 'table') context.io.say(context.words.backups.keptFor(KEPT_DAYS));
    return writeTable(
      context,
      {
        columns: [
          { name: 'made_at', kind: 'instant' },
          { name: 'path', kind: 'text', whole: true },
          { name: 'bytes', kind: 'integer' },
          { name: 'reason', kind: 'text', machineOnly: true },
          { name: 'why', kind: 'text' },
          { name: 'is_there', kind: 'boolean', machineOnly: true },
          { name: 'encrypted', kind: 'boolean', machineOnly: true },
        ],
        rows: copies.map(({ at, path, size, reason, damaged }) => {
          const why = damaged ? backups.setAside : backups.why[reason];
          return [
            at,
            path,
            size,
            damaged ? 'damaged' : reason,
            size === null ? backups.gone(why) : why,
            size !== null,
            size === null ? null : kindIfReadable(path) === 'encrypted',
          ];
        }),
      },
      { empty: context.words.backups.none },
    );
  },
});
