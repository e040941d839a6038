import { command } from './command.ts';

export const rebuild = command({
  path: 'rebuild',
  summary: 'work out anew what follows from the facts',
  examples: ['regulars rebuild', 'regulars rebuild -n'],
  description:
    'Orders, records and customers follow from what files and people said, and can always be worked out from it. Needed only where regulars doctor says so. A copy of the archive is kept before: regulars backup list.',
  options: {},
  async run(context) {
    const archive = await context.archive('write');
    const { keepCopy } = await import('../store/backup.ts');
    const { rebuild } = await import('../archive/rebuild.ts');
    const { statusOf } = await import('../archive/status.ts');
    const { loadPhoneMetadata } = await import('../values/phones.ts');
    await loadPhoneMetadata();
    const { io, words, archivePath } = context;
    if (!context.dryRun) {
      const { path } = keepCopy(archive.db, archivePath.path, 'rebuild', context.clock());
      io.say(words.backups.kept(path));
    }
    rebuild(archive);
    const { orders, customers } = statusOf(archive, '9999-12-31');
    io.say(words.doctor.rebuilt(orders, customers));
    if (context.dryRun) io.say(words.common.nothingChanged);
    return undefined;
  },
});
