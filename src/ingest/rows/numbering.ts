/** Which order a row is of, where not every row has its number. */
import { ownText } from '../../values/own-text.ts';
import type { Recognised } from '../tables/recognise.ts';
import type { RawRow } from '../tables/table-source.ts';
import { pickCell } from './wanted-columns.ts';

/** Asked for every row below the header, in order. The number is cleaned, '' where there is none. */
export function numbering({ columns, layout }: Recognised): (row: RawRow) => string {
  const number = columns.get('orderNumber') ?? [];
  const own = ({ cells }: RawRow) => pickCell(cells, number);
  if (layout.package) return packageNumbers(own, columns.get(layout.package.field) ?? [], layout.package.says);
  return layout.numberOnce ? carriedNumbers(own, columns.get('item') ?? []) : own;
}

/** A row with an item and no number is of the order above, on the same sheet. */
function carriedNumbers(own: (row: RawRow) => string, item: readonly number[]): (row: RawRow) => string {
  let above = '';
  let sheet: string | undefined;
  return (row) => {
    if (row.sheet !== sheet) above = '';
    sheet = row.sheet;
    const id = own(row);
    if (id === '') return pickCell(row.cells, item) === '' ? '' : above;
    if (id !== above) above = ownText(id);
    return id;
  };
}

function packageNumbers(own: (row: RawRow) => string, field: readonly number[], says: RegExp): (row: RawRow) => string {
  let order = '';
  let items = 0;
  return (row) => {
    const id = own(row);
    const announced = id === '' ? null : says.exec(pickCell(row.cells, field));
    if (announced) {
      order = ownText(id);
      items = Number(announced[1]);
      return id;
    }
    if (items === 0 || id === '') return id;
    items--;
    return order;
  };
}
