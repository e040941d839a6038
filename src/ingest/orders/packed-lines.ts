/** The positions of an order that stand in its one row, as its layout packs them. */
import type { ItemField, PackedItems } from '../../platforms/layout.ts';
import { wholeNumber } from '../../values/whole-number.ts';
import { APART } from '../rows/wanted-columns.ts';
import type { OrderCells } from './order-cells.ts';
import { type CountedLine, lineOf } from './order-lines.ts';

type Facts = Partial<Record<ItemField, string>>;

const ITEM_FIELDS: readonly ItemField[] = ['sku', 'item', 'variant', 'quantity', 'unitPrice', 'lineTotal'];

/** What is not packed with the items is unknown of them, unless there is but one. */
export function packedLines(packed: PackedItems | undefined, cells: OrderCells, currency: string): CountedLine[] {
  const { first } = cells;
  if (packed === undefined || packed.kind === 'titles') {
    const titles = titlesOf(packed?.between, cells);
    // Most files have nothing beside the title, and many orders have one item.
    if (titles.length > 1) return titles.map((title) => lineOf('', title, '', 1, null, null));
    const [title = ''] = titles;
    const sku = cells.value('sku');
    if (title === '' && sku === '') return [];
    const [price, amount] = [cells.money(first, 'unitPrice', currency), cells.money(first, 'lineTotal', currency)];
    return [lineOf(sku, title, cells.value('variant'), piecesOf(cells), price, amount)];
  }
  const items = itemsOf(packed, cells).filter(({ item = '', sku = '' }) => item !== '' || sku !== '');
  const own = items.length === 1 ? factsOf(cells) : {};
  return items.map((item) => {
    const { sku = '', item: title = '', variant = '', quantity = '', ...price } = { ...own, ...item };
    const pieces = quantity === '' ? 1 : wholeNumber(quantity);
    if (pieces === null) return cells.refuse(first, 'quantity', 'bad_quantity');
    const amount = (field: 'unitPrice' | 'lineTotal') => cells.parse(first, field, price[field] ?? '', currency);
    return lineOf(sku, title, variant, pieces, amount('unitPrice'), amount('lineTotal'));
  });
}

/** Of an order's only item; one that was closed unpaid has none. */
function piecesOf(cells: OrderCells): number {
  return Math.max(1, wholeNumber(cells.value('quantity')) ?? wholeNumber(cells.value('units')) ?? 1);
}

/** Split only when the parts equal the stated count. */
function titlesOf(between: string | undefined, cells: OrderCells): string[] {
  const cell = cells.value('item');
  const stated = wholeNumber(cells.value('lineCount')) ?? 1;
  if (between === undefined || stated < 2) return [cell];
  const parts = cell.split(between);
  return parts.length === stated ? parts.map((part) => part.trim()) : [cell];
}

/** What columns of the row say that the items are not packed into. */
function factsOf(cells: OrderCells): Facts {
  const facts: Facts = {};
  for (const field of ['sku', 'variant', 'unitPrice', 'lineTotal'] as const) {
    const cell = cells.value(field);
    if (cell !== '' && !cell.includes(APART)) facts[field] = cell;
  }
  return { ...facts, quantity: String(piecesOf(cells)) };
}

function itemsOf(packed: Exclude<PackedItems, { readonly kind: 'titles' }>, cells: OrderCells): Facts[] {
  switch (packed.kind) {
    case 'parallel':
      return sideBySide(cells, packed.between);
    case 'sideways':
      return sideBySide(cells, APART);
    case 'counted':
      return counted(packed.between, cells.value('item'));
    case 'named':
      return named(packed, cells.value('item'));
  }
}

/** The nth part of each cell is the nth item's; a cell that has another number of parts is not of the items. */
function sideBySide(cells: OrderCells, between: string): Facts[] {
  const titlesOf = cells.value('item').split(between);
  const items: Facts[] = titlesOf.map(() => ({}));
  for (const field of ITEM_FIELDS) {
    const parts = cells.value(field).split(between);
    if (parts.length === items.length)
      parts.forEach((part, at) => part.trim() !== '' && (items[at] = { ...items[at], [field]: part.trim() }));
  }
  return items;
}

function counted(between: string, cell: string): Facts[] {
  const parts = cell.split(new RegExp(String.raw`${literal(between)}\s*(?=\d+\s*[×x])`));
  return parts.map((part) => {
    const [, quantity, item] = /^\s*(\d+)\s*[×x]\s*(.*)$/su.exec(part) ?? [];
    return item === undefined ? { item: part.trim() } : { item, quantity: quantity ?? '' };
  });
}

function named({ items, pairs, names, others }: PackedItems & { kind: 'named' }, cell: string): Facts[] {
  const known = [...Object.values(names), ...others].toSorted((a, b) => b.length - a.length).map(literal);
  const name = String.raw`(${known.join('|')})\s*:`;
  const parts = cell.split(new RegExp(String.raw`${literal(items)}\s*(?=${name.replace('(', '(?:')})`));
  const fields = new Map(Object.entries(names).map(([field, word]) => [word, field as ItemField]));
  return parts.map((part) => {
    const facts: Facts = {};
    const starts = [...part.matchAll(new RegExp(String.raw`(?:^|${literal(pairs)})\s*${name}`, 'g'))];
    for (const [at, start] of starts.entries()) {
      const field = fields.get(start[1] ?? '');
      const value = part.slice(start.index + start[0].length, starts[at + 1]?.index).trim();
      if (field && value !== '') facts[field] = value;
    }
    return facts;
  });
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
