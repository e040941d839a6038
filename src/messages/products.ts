/** Sentences of products. */
import type { RefusedProduct } from '../products/read-products.ts';
import type { Advice } from './file-problems.ts';

export const en = {
  noHeader: (file: string): Advice => [
    `${file}: no column says which product a row is of`,
    'name it sku or title, or say which it is: --map sku=Header; the facts are category, cost and days_of_supply',
  ],
  imported: (added: number, changed: number, unchanged: number, refused: number) =>
    `products: ${added} new, ${changed} changed, ${unchanged} unchanged, ${refused} refused`,
  refusals: {
    no_product: 'the row names no product',
    bad_amount: 'this is not a cost',
    bad_days: 'this is not a number of days',
    bad_currency: 'this is not a currency code such as CNY or USD',
  } satisfies Record<RefusedProduct['reason'], string> as Readonly<Record<RefusedProduct['reason'], string>>,
};

export const zh: typeof en = {
  noHeader: (file) => [
    `${file}：没有一列说明是哪个商品`,
    '列名用 sku 或 title，或指明：--map sku=列名；资料列为 category、cost、days_of_supply',
  ],
  imported: (added, changed, unchanged, refused) =>
    `商品：新增 ${added}，变更 ${changed}，未变 ${unchanged}，拒收 ${refused}`,
  refusals: {
    no_product: '该行没有注明商品',
    bad_amount: '这不是成本金额',
    bad_days: '这不是天数',
    bad_currency: '这不是货币代码（如 CNY、USD）',
  },
};
