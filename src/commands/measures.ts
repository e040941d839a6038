import { existsSync } from 'node:fs';
import { command } from './command.ts';
import { wantsDocument } from './document.ts';

export const measures = command({
  path: 'measures',
  summary: { en: 'what every measure means, and today’s cut points', zh: '各项指标的含义，以及当天的分界点' },
  examples: ['regulars measures', 'regulars measures --json', 'regulars measures --as-of 2026-06-30'],
  options: {},
  rows: true,
  async run(context) {
    const { FIELDS } = await import('../segments/fields.ts');
    const { LATENESS_LIMITS, REGULAR_FROM_ORDERS } = await import('../measures/lifecycle.ts');
    const { BAND_SHARES } = await import('../measures/value-bands.ts');
    const { RFM_GRID } = await import('../measures/rfm.ts');
    const population = existsSync(context.archivePath.path) ? await gathered() : undefined;
    if (wantsDocument(context)) {
      const { writeJson } = await import('../output/write-json.ts');
      await writeJson(context, {
        measures: FIELDS.map(({ name, type }) => ({ name, type, meaning: context.rowWords.fields[name] })),
        rfm_grid: RFM_GRID,
        lifecycle: { lateness_limits: LATENESS_LIMITS, regular_from_orders: REGULAR_FROM_ORDERS },
        value_bands: BAND_SHARES,
        today: population ?? null,
      });
      return undefined;
    }
    const { screen } = await import('./measures-screen.ts');
    await context.io.write(screen(context, population?.population, population?.counts));
    return undefined;

    async function gathered() {
      const archive = await context.archive('read');
      const { gather } = await import('../measures/gather.ts');
      const { levels } = await import('../measures/queries.ts');
      const found = gather(archive, context.today(archive));
      const counts = {
        rfm_group: levels(archive, 'rfm_group'),
        lifecycle_stage: levels(archive, 'lifecycle_stage'),
        value_band: levels(archive, 'value_band'),
        recency_score: levels(archive, 'recency_score'),
        frequency_score: levels(archive, 'frequency_score'),
        monetary_score: levels(archive, 'monetary_score'),
      };
      return { population: found, counts };
    }
  },
});
