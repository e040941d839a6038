/** A seller's own table of products: columns by plain names or common words. */
import type { Field, Layout } from '../platforms/layout.ts';
import { ownTable } from '../platforms/own-table.ts';

/** Fields of `--map`. */
export const PRODUCT_FIELDS = {
  sku: 'sku',
  title: 'item',
  category: 'category',
  cost: 'cost',
  currency: 'currency',
  days_of_supply: 'daysOfSupply',
} as const satisfies Readonly<Record<string, Field>>;

export type ProductField = keyof typeof PRODUCT_FIELDS;

const WORDS: Readonly<Record<ProductField, readonly string[]>> = {
  sku: ['sku', '商家编码', '商品编码', '货号', '编码', 'artikelnummer', 'product code'],
  title: [
    'title',
    'product',
    'item',
    'name',
    '商品名称',
    '商品标题',
    '商品',
    '品名',
    '宝贝标题',
    'artikel',
    'bezeichnung',
  ],
  category: ['category', '类目', '分类', '品类', '商品类目', 'kategorie', 'catégorie', 'categoría'],
  cost: ['cost', 'unit cost', '成本', '成本价', '商品成本价', '进价', 'einkaufspreis', 'kosten', 'coût', 'coste'],
  currency: ['currency', '币种', '货币', 'währung'],
  days_of_supply: ['days_of_supply', 'days of supply', '可用天数', '复购天数', '使用天数', '复购周期', 'reichweite'],
};

export const productLayout = (map: Readonly<Partial<Record<ProductField, string>>>): Layout =>
  ownTable('products', PRODUCT_FIELDS, WORDS, map, ['sku', 'title']);
