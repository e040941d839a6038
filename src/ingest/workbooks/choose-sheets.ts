/**
 * Which sheets of a workbook are the export: the first that some layout knows, and every other under
 * the same header. Nobody is asked when only one can be meant, and nothing is left out unsaid.
 */
import type { Layout } from '../../platforms/layout.ts';
import { normaliseHeader } from '../../values/text.ts';
import { type Recognised, recognise } from '../tables/recognise.ts';
import { FileRefused } from '../refusal.ts';
import type { SheetNote } from '../tables/table-source.ts';
import type { SpooledSheet } from './spooled-sheet.ts';
import type { Sheet } from './workbook.ts';

export interface ChosenSheets {
  /** The one whose header counts, first. */
  readonly read: readonly { readonly spooled: SpooledSheet; readonly header: Recognised | undefined }[];
  readonly notes: readonly SheetNote[];
}

/** Each is read to see what it is; no export has so many. */
const MOST_SHEETS = 500;

/** The sheets that may be meant: the one named, else the visible ones. Throws FileRefused: no_such_sheet, too_large. */
export function sheetsAsked(sheets: readonly Sheet[], asked: string | undefined): readonly Sheet[] {
  if (asked === undefined) {
    const visible = sheets.filter((sheet) => sheet.visible);
    if (visible.length > MOST_SHEETS) throw new FileRefused('too_large');
    return visible;
  }
  const folded = asked.trim().toLowerCase();
  const found =
    sheets.find(({ name }) => name === asked) ??
    sheets.find(({ name }) => name.trim().toLowerCase() === folded) ??
    (/^[1-9]\d{0,4}$/.test(asked) ? sheets[Number(asked) - 1] : undefined);
  if (!found) throw new FileRefused('no_such_sheet', { value: asked, sheets: sheets.map((sheet) => noteOf(sheet)) });
  return [found];
}

/**
 * Throws FileRefused: empty, several_tables. Where no sheet is known, the fullest is given back, for
 * the caller to say what its header lacks.
 */
export function chooseSheets(
  sheets: readonly Sheet[],
  spooled: readonly SpooledSheet[],
  layouts: readonly Layout[],
): ChosenSheets {
  const known = spooled.flatMap((one) => {
    const header = recognise(one.sample, layouts);
    return header ? [{ spooled: one, header, rows: rowsBelow(one, header) }] : [];
  });
  const filled = known.filter(({ rows }) => rows > 0);
  const [main, ...others] = filled.length > 0 ? filled : known.slice(0, 1);
  const key = main && headerKey(main.header);
  const differing = others.filter(({ header }) => headerKey(header) !== key);
  const same = main ? [main, ...others.filter(({ header }) => headerKey(header) === key)] : [];
  const outcome = (sheet: Sheet): SheetNote['outcome'] => {
    const one = spooled.find((candidate) => candidate.sheet === sheet);
    if (!one) return sheet.visible ? 'not_asked_for' : 'hidden';
    if (one.rows === 0) return 'empty';
    if (same.some((chosen) => chosen.spooled === one)) return 'read';
    const header = known.find((candidate) => candidate.spooled === one);
    return header ? (header.rows === 0 ? 'empty' : 'other_columns') : 'no_table';
  };
  const notes = sheets.map((sheet) => noteOf(sheet, outcome(sheet)));
  if (main && differing.length > 0) {
    const names = [main, ...differing].map(({ spooled }) => spooled.sheet.name);
    throw new FileRefused('several_tables', { value: names[1] ?? '', sheets: notes, files: names });
  }
  if (main) return { read: same, notes };
  const [fullest] = spooled.filter(({ rows }) => rows > 0).toSorted((a, b) => widthOf(b) - widthOf(a));
  if (!fullest) throw new FileRefused('empty', sheets.length > 1 ? { sheets: notes } : {});
  return { read: [{ spooled: fullest, header: undefined }], notes };
}

function noteOf({ name, visible }: Sheet, outcome: SheetNote['outcome'] = visible ? 'no_table' : 'hidden'): SheetNote {
  return { name, visible, outcome };
}

function rowsBelow({ rows, sample }: SpooledSheet, { header }: Recognised): number {
  return rows - sample.filter(({ line }) => line <= header.line).length;
}

const widthOf = ({ sample }: SpooledSheet) => Math.max(0, ...sample.map(({ cells }) => cells.length));

function headerKey({ header }: Recognised): string {
  return header.cells
    .map(normaliseHeader)
    .join('\u001f')
    .replace(/\u001f+$/, '');
}
