import { command } from './command.ts';

export const productsList = command({
  path: 'products list',
  summary: { en: 'products you told of, and how many were sold', zh: '已导入资料的商品及销量' },
  examples: ['regulars products list', 'regulars products list --csv'],
  options: {},
  rows: true,
  async run(context) {
    const archive = await context.archive('read');
    const { listProducts } = await import('../products/queries.ts');
    const { writeTable } = await import('../output/write-table.ts');
    return writeTable(context, {
      columns: [
        { name: 'sku', kind: 'text', whole: true },
        { name: 'title', kind: 'text' },
        { name: 'category', kind: 'text' },
        { name: 'cost', kind: 'money', currency: { column: 'currency' } },
        { name: 'currency', kind: 'text', whenRoom: true },
        { name: 'days_of_supply', kind: 'integer' },
        { name: 'sold', kind: 'integer' },
        { name: 'shop', kind: 'text', whenRoom: true },
      ],
      rows: listProducts(archive).map((product) => [
        product.sku,
        product.title,
        product.category,
        product.cost,
        product.currency,
        product.days_of_supply,
        product.sold,
        product.shop,
      ]),
    });
  },
});
