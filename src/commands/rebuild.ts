import { DataError } from '../errors.ts';
import { breathing } from './breathing.ts';
import { command } from './command.ts';
import { zoneLine } from './zone-line.ts';

export const rebuild = command({
  path: 'rebuild',
  summary: { en: 'work out anew what follows from the facts', zh: '根据事实重新得出一切推导内容' },
  examples: ['regulars rebuild', 'regulars rebuild -n'],
  description: {
    en: 'Orders, records and customers follow from what files and people said, and can always be worked out from it. Needed only where regulars doctor says so. A copy of the archive is kept before: regulars backup list.',
    zh: '订单、联系信息和客户都由文件和手动记录推导而来，随时可以重新得出。只有 regulars doctor 要求时才需要。之前会先保留一个档案副本：regulars backup list。',
  },
  options: {},
  async run(context) {
    const archive = await context.archive('write');
    const { keepCopy } = await import('../store/backup.ts');
    const { rebuild } = await import('../archive/rebuild.ts');
    const { shops } = await import('../doctor/settings-queries.ts');
    const { isZone } = await import('../values/zones.ts');
    const { loadPhoneMetadata } = await import('../values/phones.ts');
    await loadPhoneMetadata();
    const { io, words, archivePath } = context;
    const lost = shops(archive).find(({ zone }) => !isZone(zone));
    if (lost)
      throw new DataError(words.doctor.zoneUnknown(lost.name, lost.zone), {
        code: 'shop_zone_unknown',
        hint: zoneLine(lost.name, context),
      });
    if (!context.dryRun) {
      const { path } = await keepCopy(archive.db, archivePath.path, 'rebuild', {
        now: context.clock(),
        signal: context.signal,
      });
      io.say(words.backups.kept(path));
    }
    const { orders, customers } = await rebuild(archive, breathing(context));
    io.say(words.doctor.rebuilt(orders, customers));
    if (context.dryRun) io.say(words.common.nothingChanged);
    return undefined;
  },
});
