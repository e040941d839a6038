/** Reads a table of products, row by row. */
import type { Field } from '../platforms/layout.ts';
import { readCurrency } from '../values/currency-names.ts';
import { parseMoney } from '../values/money.ts';
import { wholeNumber } from '../values/whole-number.ts';
import { openSource } from '../ingest/bytes/source.ts';
import { FileRefused } from '../ingest/refusal.ts';
import { type OpenRequest, openRows } from '../ingest/rows/open-rows.ts';
import { visitBelow } from '../ingest/rows/visit-below.ts';
import { pickCell } from '../ingest/rows/wanted-columns.ts';
import { type ProductField, productLayout } from './product-layout.ts';

export interface ProductFacts {
  readonly sku: string | null;
  readonly title: string | null;
  readonly category: string | null;
  /** Minor units of `currency`. */
  readonly cost: number | null;
  readonly currency: string | null;
  readonly daysOfSupply: number | null;
}

export interface RefusedProduct {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly reason: 'no_product' | 'bad_amount' | 'bad_days' | 'bad_currency';
}

export interface ReadProducts {
  readonly products: readonly ProductFacts[];
  readonly refused: readonly RefusedProduct[];
}

export interface ProductsRequest extends OpenRequest {
  readonly map: Readonly<Partial<Record<ProductField, string>>>;
  readonly decimal: 'point' | 'comma';
  /** Of costs that stand beside none. */
  readonly currency: string;
}

/** Throws FileRefused. */
export async function readProducts(
  path: string,
  request: ProductsRequest,
  around: { readonly stdin: NodeJS.ReadableStream; readonly signal: AbortSignal },
): Promise<ReadProducts> {
  const source = await openSource(path, around.stdin, around.signal);
  try {
    const { reader, recognised } = await openRows(source, request, [productLayout(request.map)]);
    const { header, columns } = recognised;
    if (!(['category', 'cost', 'daysOfSupply'] as const).some((field) => columns.has(field)))
      throw new FileRefused('no_product_facts', { line: header.line });
    const products: ProductFacts[] = [];
    const refused: RefusedProduct[] = [];
    await visitBelow(reader, header, (row) => {
      const cell = (field: Field) => pickCell(row.cells, columns.get(field) ?? []);
      const named = (field: Field) => (header.cells[columns.get(field)?.[0] ?? -1] ?? '').trim();
      const refuse = (field: Field, reason: RefusedProduct['reason']) => {
        refused.push({ line: row.line, column: named(field), value: cell(field), reason });
      };
      const [sku, title, cost, days] = [cell('sku'), cell('item'), cell('cost'), cell('daysOfSupply')];
      if (row.cells.every((text) => text.trim() === '')) return;
      if (sku === '' && title === '') return refuse(columns.has('sku') ? 'sku' : 'item', 'no_product');
      const currency = cell('currency') === '' ? request.currency : readCurrency(cell('currency'), request.currency);
      if (currency === undefined) return refuse('currency', 'bad_currency');
      const amount = cost === '' ? null : parseMoney(cost, request.decimal, currency);
      if (amount !== null && (!amount.ok || amount.value < 0)) return refuse('cost', 'bad_amount');
      const supply = days === '' ? null : wholeNumber(days);
      if (days !== '' && (supply === null || supply <= 0)) return refuse('daysOfSupply', 'bad_days');
      products.push({
        sku: sku || null,
        title: title || null,
        category: cell('category') || null,
        cost: amount === null ? null : amount.value,
        currency: amount === null ? null : currency,
        daysOfSupply: supply,
      });
    });
    if (products.length + refused.length === 0) throw new FileRefused('nothing_below', { line: header.line });
    return { products, refused };
  } finally {
    source.dispose();
  }
}
