import { DataError, ExitCode } from '../errors.ts';
import { command, many, parsed, text } from './command.ts';
import { fileRefused } from './file-refused.ts';
import { readingOptions } from './reading-options.ts';

export const productsImport = command({
  path: 'products import <file>',
  summary: {
    en: 'what you know of your products: category, cost, days of supply',
    zh: '导入商品资料：类目、成本、可用天数',
  },
  examples: [
    'regulars products import products.csv',
    'regulars products import 商品.xlsx -n',
    'regulars products import list.csv --map sku=Code --map days_of_supply=Days',
  ],
  description: {
    en: 'A table with a SKU or a title, and any of category, cost and days of supply (how long one piece lasts a customer). What a later file leaves blank stays.',
    zh: '表格中需有商品编码或名称，以及类目、成本、可用天数（一件商品够客户用多久）中的任意几项。后来的文件里留空的内容保持不变。',
  },
  options: {
    shop: text('--shop <name>', {
      en: 'for this shop alone (default: every shop)',
      zh: '只用于该店铺（默认：所有店铺）',
    }),
    currency: parsed('--currency <code>', { en: 'of costs that name none', zh: '成本未注明货币时使用' }, (value) =>
      value.toUpperCase(),
    ),
    map: many('--map <field=Header>', {
      en: 'which column is which: sku, title, category, cost, currency, days_of_supply',
      zh: '说明哪一列是什么：sku、title、category、cost、currency、days_of_supply',
    }),
    decimal: readingOptions.decimal,
  },
  async run(context, [file = ''], options) {
    const { io, words } = context;
    const { resolve } = await import('node:path');
    const { checkSettings } = await import('./check-settings.ts');
    checkSettings(context, { currency: options.currency });
    const { PRODUCT_FIELDS } = await import('../products/product-layout.ts');
    const { readFieldMap } = await import('./field-map.ts');
    const map = readFieldMap(context, options.map, PRODUCT_FIELDS);
    const archive = await context.archive('write');
    const { reportingCurrencyOf, saveProducts } = await import('../products/queries.ts');
    const { findShop, listShops } = await import('../archive/shop-edits.ts');
    const shop = options.shop === undefined ? undefined : findShop(archive, options.shop);
    if (options.shop !== undefined && !shop)
      throw new DataError(
        words.customers.unknownShop(
          options.shop,
          listShops(archive)
            .map(({ name }) => name)
            .join(', '),
        ),
        {
          code: 'unknown_shop',
        },
      );
    const currency = options.currency ?? shop?.currency ?? reportingCurrencyOf(archive) ?? 'CNY';
    const { readProducts } = await import('../products/read-products.ts');
    const { FileRefused } = await import('../ingest/refusal.ts');
    const read = await readProducts(
      file === '-' ? '-' : resolve(context.folder, file),
      { map, currency, decimal: options.decimal ?? 'point' },
      { stdin: io.stdin, signal: context.signal },
    ).catch((error: unknown) => {
      if (!(error instanceof FileRefused)) throw error;
      throw fileRefused(context, file, error, { noHeader: words.products.noHeader });
    });
    const counts = saveProducts(archive, options.shop ?? '', read.products, Math.floor(context.now().getTime() / 1000));
    io.say(words.products.imported(counts.added, counts.changed, counts.unchanged, read.refused.length));
    const { tellRefusedRows } = await import('./refused-rows.ts');
    tellRefusedRows(context, file, read.refused, words.products.refusals);
    if (context.dryRun) io.say(words.common.nothingChanged);
    return read.refused.length > 0 ? { exitCode: ExitCode.someRefused } : undefined;
  },
});
