import { command } from './command.ts';
import { mapNamed } from './map-named.ts';

export const mapsRemove = command({
  path: 'maps remove <map>',
  summary: { en: 'forget a saved map; what was read with it stays', zh: '删除保存的列对应；已导入的数据不变' },
  examples: ['regulars maps remove till', 'regulars maps remove till -n'],
  options: {},
  async run(context, [name = '']) {
    const { io, words } = context;
    const archive = await context.archive('write');
    const { files } = await mapNamed(context, archive, name);
    const { removeMap } = await import('../ingest/facts/map-queries.ts');
    removeMap(archive, name);
    io.say(words.ingest.mapRemoved(name, files));
    if (context.dryRun) io.say(words.common.nothingChanged);
    return undefined;
  },
});
