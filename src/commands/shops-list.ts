import { command } from './command.ts';

export const shopsList = command({
  path: 'shops list',
  summary: { en: 'the shops and how each is set up', zh: '店铺及各自的设置' },
  examples: ['regulars shops list', 'regulars shops list --json'],
  options: {},
  rows: true,
  async run(context) {
    const archive = await context.archive('read');
    const { listShops } = await import('../archive/shop-edits.ts');
    const { writeTable } = await import('../output/write-table.ts');
    return writeTable(context, {
      columns: [
        { name: 'shop', kind: 'text' },
        { name: 'platform', kind: 'text' },
        { name: 'currency', kind: 'text' },
        { name: 'time_zone', kind: 'text', whole: true },
        { name: 'country', kind: 'text', whenRoom: true },
        { name: 'consent_policy', kind: 'text', term: true },
        { name: 'contact_policy', kind: 'text', term: true, whenRoom: true },
        { name: 'cash_on_delivery', kind: 'boolean', whenRoom: true },
        { name: 'orders', kind: 'integer' },
      ],
      rows: listShops(archive).map((shop) => [
        shop.name,
        shop.platform,
        shop.currency,
        shop.time_zone,
        shop.country,
        shop.consent_policy,
        shop.contact_policy,
        shop.cash_on_delivery === 1,
        shop.orders,
      ]),
    });
  },
});
