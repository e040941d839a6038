/** Why no header was found: it is missing, lies on its side, was damaged, or is simply not known. */
import type { Layout } from '../../platforms/layout.ts';
import { cleanCell } from '../../values/text.ts';
import { mojibake } from '../text/mojibake.ts';
import { closest, recognise } from '../tables/recognise.ts';
import { otherFile } from '../tables/other-file.ts';
import { proposeCustomers } from '../propose/propose-customers.ts';
import { proposeMap } from '../propose/propose-map.ts';
import { FileRefused } from '../refusal.ts';
import type { RawRow, SheetNote } from '../tables/table-source.ts';

/** `sheets` are those of a workbook. */
export function unknownHeader(
  sample: readonly RawRow[],
  layouts: readonly Layout[],
  sheets: readonly SheetNote[],
): FileRefused {
  const rows = sample.filter((row) => filled(row).length > 0);
  for (const { line, cells } of rows) {
    const damaged = mojibake(cells);
    if (damaged) return new FileRefused('mojibake_header', { line, value: damaged.cell, found: damaged.was ?? '' });
  }
  const other = otherFile(sample);
  if (other) {
    const { title, layouts: own } = other.platform;
    const reports = own.length > 0 ? { expected: title } : {};
    return new FileRefused('no_orders', { found: title, value: other.what, line: other.line, ...reports });
  }
  const column = { line: 1, cells: rows.map((row) => row.cells[0] ?? '') };
  if (recognise([column], layouts)) return new FileRefused('sideways', { line: rows[0]?.line ?? 1 });
  const first = rows.find((row) => filled(row).length > 1) ?? rows[0];
  if (first && isData(first) && rows.every((row) => filled(row).length < 2 || isData(row)))
    return new FileRefused('headerless', { line: first.line, value: filled(first)[0] ?? '' });
  const near = closest(sample, layouts);
  const proposal = proposeMap(rows);
  const customers = proposeCustomers(rows);
  return new FileRefused('no_header', {
    ...(proposal && { proposal }),
    ...(customers && { customers }),
    ...(near && {
      closest: `${near.layout.platform} ${near.layout.name}`,
      missing: near.missing,
      headers: near.headers,
    }),
    ...(sheets.length > 1 && { sheets }),
  });
}

const filled = ({ cells }: RawRow): string[] => cells.map(cleanCell).filter((cell) => cell !== '');

/** Dates, amounts, addresses: a row of values, where a header has words. */
function isData(row: RawRow): boolean {
  const cells = filled(row);
  const values = cells.filter((cell) =>
    /^[-+¥$€£]?\d[\d.,:/\s-]*$|^\d{4}[-/年.]\d{1,2}[-/月.]|@[^@\s]+\.[a-z]+$/i.test(cell),
  );
  return values.length > 1 && values.length * 4 >= cells.length;
}
